import type { Container, Endpoint, Topology } from '../../model';
import type { Fact, Facts } from '../facts';
import { tame } from '../text';
import { hostPortText } from '../words';
import { code, entryFacts, fact, facts, withContent } from './factParts';

export function describeContainer(topology: Topology, container: Container): Facts {
  return {
    subject: { kind: 'container', id: container.id },
    title: tame(container.name),
    kind: 'container',
    groups: withContent([
      { title: '', facts: containerFacts(topology, container) },
      ...container.endpoints.map((endpoint) => ({
        title: tame(`On ${endpoint.networkName}`),
        facts: endpointFacts(endpoint),
      })),
      { title: 'Ports', facts: portFacts(container) },
      { title: 'Links', facts: linkFacts(topology, container) },
      { title: 'Labels', facts: entryFacts(container.labels) },
    ]),
  };
}

function containerFacts(topology: Topology, container: Container): Fact[] {
  return facts(
    fact('Image', container.image),
    fact('State', container.status || container.state),
    modeFact(topology, container),
    ...container.sharedBy.map((id) =>
      fact('Shared by', topology.containerById.get(id)?.name ?? id, { subject: { kind: 'container', id } }),
    ),
    fact('Compose', [container.composeProject, container.composeService].filter(Boolean).join(' / ')),
    fact('Id', container.id, code),
  );
}

function modeFact({ containerById }: Topology, { mode }: Container): Fact | undefined {
  if (mode.kind !== 'container') {
    return fact('Network mode', mode.kind === 'network' ? mode.network : mode.kind);
  }
  const owner = mode.owner === undefined ? undefined : containerById.get(mode.owner);
  return owner
    ? fact('Network mode', `shares ${owner.name}`, { subject: { kind: 'container', id: owner.id } })
    : fact('Network mode', 'shares a container that is gone');
}

function endpointFacts(endpoint: Endpoint): Fact[] {
  const { ipv4, ipv6, requestedIpv4, requestedIpv6 } = endpoint;
  return facts(
    fact('Network', endpoint.networkName, { subject: { kind: 'network', id: endpoint.networkId } }),
    fact('Address', prefixed(ipv4, endpoint.ipv4Prefix), code),
    fact('IPv6', prefixed(ipv6, endpoint.ipv6Prefix), code),
    requestedIpv4 === ipv4 ? undefined : fact('Asked for', requestedIpv4, code),
    requestedIpv6 === ipv6 ? undefined : fact('Asked for', requestedIpv6, code),
    fact('MAC', endpoint.mac, code),
    fact('Gateway', endpoint.gateway4, code),
    fact('IPv6 gateway', endpoint.gateway6, code),
    fact('Aliases', endpoint.aliases?.join(', ')),
    fact('Default route', endpoint.defaultRoute ? 'through this network' : undefined, { derived: true }),
    fact('Attached', endpoint.attached ? undefined : 'not now'),
  );
}

function prefixed(address: string | undefined, prefix: number | undefined): string | undefined {
  return address === undefined || prefix === undefined ? address : `${address}/${prefix}`;
}

function portFacts({ published, exposed }: Container): Fact[] {
  return [
    ...published.map((port): Fact => ({
      name: hostPortText(port),
      value: `${port.containerPort}/${port.protocol}`,
      code: true,
      subject: { kind: 'port', id: port.id },
    })),
    ...exposed.map(({ containerPort, protocol }): Fact => ({
      name: 'not published',
      value: `${containerPort}/${protocol}`,
      code: true,
    })),
  ];
}

function linkFacts({ links, containerById }: Topology, { id }: Container): Fact[] {
  return links
    .filter(({ linkerId, targetId }) => linkerId === id || targetId === id)
    .map(({ linkerId, targetId, alias }): Fact => {
      const other = linkerId === id ? targetId : linkerId;
      const name = tame(containerById.get(other)?.name ?? other);
      const value = linkerId === id ? `${name} as ${tame(alias)}` : `${name} finds it as ${tame(alias)}`;
      return { name: linkerId === id ? 'To' : 'From', value, subject: { kind: 'container', id: other } };
    });
}
