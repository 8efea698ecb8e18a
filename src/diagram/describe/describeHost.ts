import type { AddressPoolRecord, Topology } from '../../model';
import type { Fact, Facts } from '../facts';
import { tame } from '../text';
import { code, fact, facts, withContent } from './factParts';

export function describeHost(topology: Topology): Facts {
  const { host, networks, containers, ports } = topology;
  return {
    subject: { kind: 'host' },
    title: tame(host.name ?? 'Host'),
    kind: 'host',
    groups: withContent([
      {
        title: '',
        facts: facts(
          fact('System', host.operatingSystem),
          fact('Engine', host.engineVersion),
          fact('API', host.apiVersion),
          fact('Drivers', host.drivers.join(', ')),
          fact('Networks', networks.length),
          fact('Containers', containers.length),
          fact('Published ports', ports.length),
        ),
      },
      { title: 'Parent interfaces', facts: parentFacts(topology) },
      { title: 'Swarm', facts: swarmFacts(topology) },
      { title: 'Address pools', facts: poolFacts(host.addressPools) },
      {
        title: 'flannel',
        facts: facts(
          fact('Subnet', host.flannel?.subnet, code),
          fact('Network', host.flannel?.network, code),
          fact('MTU', host.flannel?.mtu, code),
        ),
      },
    ]),
  };
}

/** Interfaces that macvlan and ipvlan networks stand on. */
function parentFacts({ networks }: Topology): Fact[] {
  return networks.flatMap(({ id, name, parent }) =>
    parent === undefined ? [] : facts(fact(parent, name, { subject: { kind: 'network', id } })),
  );
}

function swarmFacts({ host: { swarm }, services, nodes }: Topology): Fact[] {
  if (swarm === undefined) {
    return [];
  }
  const own = nodes.find(({ id }) => id === swarm.nodeId);
  return facts(
    fact('State', swarm.state),
    fact('Role', swarm.manager ? 'manager' : 'worker'),
    fact('Swarm node', swarm.nodeAddress, {
      ...code,
      ...(own ? { subject: { kind: 'node', id: own.id } } : {}),
    }),
    fact('Managers', swarm.managerAddresses.join(', '), code),
    swarm.manager ? fact('Nodes', nodes.length) : fact('Nodes', 'known to managers only'),
    swarm.manager ? fact('Services', services.length) : fact('Services', 'known to managers only'),
    fact('Problem', swarm.problem),
    ...poolFacts(swarm.addressPools),
  );
}

function poolFacts(pools: readonly AddressPoolRecord[]): Fact[] {
  return pools.flatMap(({ base, size }) => facts(fact('Pool', `${base} in /${size}`, code)));
}
