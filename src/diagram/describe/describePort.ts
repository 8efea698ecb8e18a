import type { PublishedPort, Topology } from '../../model';
import { natRules } from '../../model';
import type { Facts } from '../facts';
import { bracketed, hostPortText } from '../words';
import { reachOf } from '../trace/reach';
import { code, fact, facts, withContent } from './factParts';

export function describePort(topology: Topology, port: PublishedPort): Facts {
  const { containerById, networkById } = topology;
  const name = containerById.get(port.containerId)?.name ?? port.containerId;
  const network = port.target && networkById.get(port.target.networkId);
  const rules = natRules({ ...topology, networks: [], ports: [port] });
  const address = port.target?.ipv4;
  return {
    subject: { kind: 'port', id: port.id },
    title: hostPortText(port),
    kind: 'published port',
    groups: withContent([
      {
        title: '',
        facts: facts(
          fact('Bound to', port.hostIps.map((ip) => `${bracketed(ip)}:${port.hostPort}`).join(', '), code),
          fact('Protocol', port.protocol),
          fact('Who reaches it', reachOf(topology, port)),
          fact('Container', name, { subject: { kind: 'container', id: port.containerId } }),
          fact('Container port', `${port.containerPort}/${port.protocol}`, code),
          fact('On network', network?.name, network ? { subject: { kind: 'network', id: network.id } } : {}),
          fact('Lands at', address && `${bracketed(address)}:${port.containerPort}`, {
            ...code,
            derived: true,
          }),
        ),
      },
      {
        title: 'NAT rules',
        facts: rules.map(({ kind, text }) => ({ name: kind, value: text, code: true, derived: true })),
      },
    ]),
  };
}
