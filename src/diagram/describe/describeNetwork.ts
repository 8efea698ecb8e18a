import { drivers } from '../../catalog';
import { filtersIpv4Only, isAtLeast, type Endpoint, type Network, type Topology } from '../../model';
import type { Fact, Facts } from '../facts';
import { tame } from '../text';
import { addressText, count, driverWord, gatewayText, isEngineOwned, networkFlags } from '../words';
import { code, entryFacts, fact, facts, withContent } from './factParts';

export function describeNetwork(topology: Topology, network: Network): Facts {
  const driver = drivers.find(({ id }) => id === network.driver);
  const members = network.endpoints.map((endpoint) => memberFact(topology, endpoint));
  return {
    subject: { kind: 'network', id: network.id },
    title: tame(network.name),
    kind: network.configOnly ? 'network template' : `${driverWord(network)} network`,
    groups: withContent([
      { title: '', facts: facts(fact('', driver?.summary)) },
      { title: 'Addresses', facts: subnetFacts(network) },
      { title: 'Network', facts: networkFacts(topology, network) },
      { title: count(members.length, 'container'), facts: members },
      { title: 'Services', facts: serviceFacts(topology, network) },
      { title: 'Nodes it spans', facts: peerFacts(topology, network) },
      { title: 'The engine’s own endpoints', facts: infrastructureFacts(network) },
      { title: 'Networks made from it', facts: userFacts(topology, network) },
      { title: 'Options', facts: entryFacts(network.options) },
      { title: 'Labels', facts: entryFacts(network.labels) },
    ]),
  };
}

function subnetFacts({ subnets }: Network): Fact[] {
  return subnets.flatMap((subnet) => [
    ...facts(
      fact('Subnet', subnet.cidr, code),
      fact(
        'Gateway',
        subnet.gateway === undefined ? undefined : gatewayText({ ...subnet, gatewayDerived: false }),
        { ...code, derived: subnet.gatewayDerived },
      ),
      fact('Range', subnet.range, code),
    ),
    ...Object.entries(subnet.auxiliary).flatMap(([name, address]) =>
      facts(fact('Reserved', `${address} for ${name}`, code)),
    ),
  ]);
}

function networkFacts(topology: Topology, network: Network): Fact[] {
  const { options, device } = network;
  const named = options['com.docker.network.bridge.name'] === device;
  const template = topology.networks.find(
    ({ configOnly, name }) => configOnly && name === network.configFrom,
  );
  return facts(
    fact('Scope', network.scope),
    fact('Flags', networkFlags(network).join(', ')),
    fact('Not kept apart', openText(topology, network)),
    fact('Not reached', unreachedText(topology, network)),
    fact('Names', namesText(network)),
    fact('Device', device, { ...code, derived: !named }),
    fact('Parent', network.parent, code),
    fact('VXLAN', network.vxlanId, code),
    fact('MTU', network.mtu, code),
    fact('flannel', network.flannel?.subnet, code),
    fact(
      'Settings from',
      network.configFrom,
      template ? { subject: { kind: 'network', id: template.id } } : {},
    ),
    fact('Compose project', network.composeProject),
    fact('Created', network.created),
    fact('Id', network.id, code),
  );
}

/** What passes in spite of `internal` and icc off. */
function openText(topology: Topology, network: Network): string | undefined {
  return (network.internal || !network.icc) && filtersIpv4Only(topology, network)
    ? 'IPv6: engines before 27 filter IPv4 alone, unless told to'
    : undefined;
}

/** Without masquerade, DNAT sends such requests to the other bridge, which drops them (seen on engine 20.10). */
function unreachedText({ host }: Topology, network: Network): string | undefined {
  return network.driver === 'bridge' && !network.masquerade && !network.internal && !isAtLeast(host, 28)
    ? 'what other bridges publish, at the host’s addresses'
    : undefined;
}

/** How containers on a network find each other, where Docker's own resolver is known to do it or not to. */
function namesText(network: Network): string | undefined {
  const resolves = ['bridge', 'overlay', 'macvlan', 'ipvlan'].includes(network.driver);
  if (!resolves || isEngineOwned(network)) {
    return undefined;
  }
  return network.defaultBridge ? 'not resolved here; --link alone' : 'resolved by DNS 127.0.0.11';
}

function memberFact(topology: Topology, endpoint: Endpoint): Fact {
  const container = topology.containerById.get(endpoint.containerId);
  return {
    name: tame(container?.name ?? endpoint.containerId),
    value: container ? memberText(endpoint, addressText(endpoint, container)) : '',
    code: true,
    subject: { kind: 'container', id: endpoint.containerId },
  };
}

function memberText({ ipv4, ipv6 }: Endpoint, first: string): string {
  return ipv4 !== undefined && ipv6 !== undefined ? `${first}, ${ipv6}` : first;
}

function serviceFacts({ services }: Topology, { id }: Network): Fact[] {
  return services
    .filter(
      ({ networkIds, addresses }) => networkIds.includes(id) || addresses.some((one) => one.networkId === id),
    )
    .map((service) => {
      const own = service.addresses.find(({ networkId }) => networkId === id)?.ipv4;
      return {
        name: tame(service.name),
        value: own ?? (service.endpointMode === 'dnsrr' ? 'dnsrr, no virtual address' : 'no virtual address'),
        ...(own === undefined ? {} : code),
        subject: { kind: 'service', id: service.id },
      };
    });
}

function peerFacts({ nodes, host }: Topology, { peers }: Network): Fact[] {
  return peers.map(({ name, address }) => {
    const node = nodes.find((one) => one.address === address);
    const own = address === host.swarm?.nodeAddress ? ', this engine' : '';
    return {
      name: tame(node?.hostname ?? name),
      value: tame(`${address}${own}`),
      ...code,
      ...(node ? { subject: { kind: 'node', id: node.id } } : {}),
    };
  });
}

function infrastructureFacts({ infrastructure }: Network): Fact[] {
  return infrastructure.map(({ name, ipv4 }) => ({
    name: tame(name),
    value: ipv4 ?? 'no address',
    ...(ipv4 === undefined ? {} : code),
  }));
}

function userFacts({ networks }: Topology, template: Network): Fact[] {
  return networks
    .filter(({ configFrom }) => template.configOnly && configFrom === template.name)
    .map(({ id, name, driverName }) => ({
      name: tame(name),
      value: driverName,
      subject: { kind: 'network', id },
    }));
}
