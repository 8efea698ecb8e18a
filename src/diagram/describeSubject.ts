import { drivers } from '../catalog';
import type { Container, Endpoint, Network, PublishedPort, Topology } from '../model';
import { natRules } from '../model';
import type { Fact, Facts } from './facts';
import type { Subject } from './scene';
import { tame } from './text';
import { count, driverWord, gatewayText, hostPortText, isLocalOnly } from './words';

/** Describes the object that a box stands for; undefined when it is gone. */
export function describeSubject(topology: Topology, subject: Subject): Facts | undefined {
  switch (subject.kind) {
    case 'network':
      return describeNetwork(topology, topology.networkById.get(subject.id));
    case 'container':
      return describeContainer(topology, topology.containerById.get(subject.id));
    case 'port':
      return describePort(
        topology,
        topology.ports.find(({ id }) => id === subject.id),
      );
    case 'host':
      return describeHost(topology);
    case 'service':
    case 'node':
    case 'fold':
      return undefined;
  }
}

/** Leaves out what is not known. */
function facts(...list: readonly (Fact | undefined)[]): Fact[] {
  return list.filter((fact) => fact !== undefined);
}

function fact(
  name: string,
  value: string | number | undefined,
  more: Omit<Fact, 'name' | 'value'> = {},
): Fact | undefined {
  return value === undefined || value === '' ? undefined : { name, value: tame(`${value}`), ...more };
}

const code = { code: true } as const;

function describeNetwork(topology: Topology, network: Network | undefined): Facts | undefined {
  if (!network) {
    return undefined;
  }
  const driver = drivers.find(({ id }) => id === network.driver);
  return {
    subject: { kind: 'network', id: network.id },
    title: tame(network.name),
    kind: `${driverWord(network)} network`,
    groups: withContent([
      { title: '', facts: facts(fact('', driver?.summary)) },
      { title: 'Addresses', facts: subnetFacts(network) },
      { title: 'Network', facts: networkFacts(network) },
      {
        title: count(network.endpoints.length, 'container'),
        facts: network.endpoints.map((endpoint) => memberFact(topology, endpoint)),
      },
      {
        title: 'Options',
        facts: Object.entries(network.options).map(([name, value]) => ({
          name: tame(name),
          value: tame(value),
          ...code,
        })),
      },
      {
        title: 'Labels',
        facts: Object.entries(network.labels).map(([name, value]) => ({
          name: tame(name),
          value: tame(value),
          ...code,
        })),
      },
    ]),
  };
}

function withContent<T extends { readonly facts: readonly Fact[] }>(groups: readonly T[]): T[] {
  return groups.filter(({ facts: content }) => content.length > 0);
}

function subnetFacts(network: Network): Fact[] {
  return network.subnets.flatMap((subnet) =>
    facts(
      fact('Subnet', subnet.cidr, code),
      fact(
        'Gateway',
        subnet.gateway === undefined ? undefined : gatewayText({ ...subnet, gatewayDerived: false }),
        {
          ...code,
          derived: subnet.gatewayDerived,
        },
      ),
      fact('Range', subnet.range, code),
    ),
  );
}

function networkFacts(network: Network): Fact[] {
  const marks = [
    network.internal && 'internal',
    network.attachable && 'attachable',
    network.ingress && 'ingress',
    network.configOnly && 'template only',
    !network.icc && 'containers may not talk to each other',
    !network.masquerade && 'no masquerade',
  ].filter((mark) => mark !== false);
  return facts(
    fact('Scope', network.scope),
    fact('Flags', marks.join(', ')),
    fact('Device', network.device, { ...code, derived: true }),
    fact('Parent', network.parent, code),
    fact('VXLAN', network.vxlanId, code),
    fact('MTU', network.mtu, code),
    fact('Settings from', network.configFrom),
    fact('Compose project', network.composeProject),
    fact('Created', network.created),
    fact('Id', network.id, code),
  );
}

function memberFact(topology: Topology, { containerId, ipv4, ipv6 }: Endpoint): Fact {
  const container = topology.containerById.get(containerId);
  const value = ipv4 ?? ipv6 ?? container?.state ?? '';
  return {
    name: tame(container?.name ?? containerId),
    value,
    code: true,
    subject: { kind: 'container', id: containerId },
  };
}

function describeContainer(topology: Topology, container: Container | undefined): Facts | undefined {
  if (!container) {
    return undefined;
  }
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
      {
        title: 'Labels',
        facts: Object.entries(container.labels).map(([name, value]) => ({
          name: tame(name),
          value: tame(value),
          ...code,
        })),
      },
    ]),
  };
}

function containerFacts(topology: Topology, container: Container): Fact[] {
  const { mode } = container;
  const owner =
    mode.kind === 'container' && mode.owner !== undefined
      ? topology.containerById.get(mode.owner)
      : undefined;
  const words =
    mode.kind === 'container'
      ? `shares ${owner?.name ?? 'a container that is gone'}`
      : mode.kind === 'network'
        ? mode.network
        : mode.kind;
  return facts(
    fact('Image', container.image),
    fact('State', container.status || container.state),
    fact('Network mode', words, owner ? { subject: { kind: 'container', id: owner.id } } : {}),
    ...container.sharedBy.map((id) =>
      fact('Shared by', topology.containerById.get(id)?.name ?? id, { subject: { kind: 'container', id } }),
    ),
    fact('Compose', [container.composeProject, container.composeService].filter(Boolean).join(' / ')),
    fact('Id', container.id, code),
  );
}

function endpointFacts(endpoint: Endpoint): Fact[] {
  const prefixed = (address: string | undefined, prefix: number | undefined): string | undefined =>
    address === undefined ? undefined : `${address}${prefix === undefined ? '' : `/${prefix}`}`;
  return facts(
    fact('Network', endpoint.networkName, { subject: { kind: 'network', id: endpoint.networkId } }),
    fact('Address', prefixed(endpoint.ipv4, endpoint.ipv4Prefix), code),
    fact('IPv6', prefixed(endpoint.ipv6, endpoint.ipv6Prefix), code),
    fact('Asked for', endpoint.requestedIpv4 ?? endpoint.requestedIpv6, code),
    fact('MAC', endpoint.mac, code),
    fact('Gateway', endpoint.gateway4 ?? endpoint.gateway6, code),
    fact('Aliases', endpoint.aliases?.join(', ')),
    fact('Default route', endpoint.defaultRoute ? 'through this network' : undefined, { derived: true }),
  );
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

function describePort(topology: Topology, port: PublishedPort | undefined): Facts | undefined {
  if (!port) {
    return undefined;
  }
  const name = topology.containerById.get(port.containerId)?.name ?? port.containerId;
  const rules = natRules({ ...topology, networks: [], ports: [port] });
  return {
    subject: { kind: 'port', id: port.id },
    title: hostPortText(port),
    kind: 'published port',
    groups: withContent([
      {
        title: '',
        facts: facts(
          fact('Bound to', port.hostIps.join(', '), code),
          fact(
            'Who reaches it',
            isLocalOnly(port) ? 'this host only' : 'every machine that reaches the host',
          ),
          fact('Container', name, { subject: { kind: 'container', id: port.containerId } }),
          fact('Container port', `${port.containerPort}/${port.protocol}`, code),
          fact('Lands at', port.target?.ipv4, code),
        ),
      },
      {
        title: 'NAT rules',
        facts: rules.map(({ kind, text }) => ({ name: kind, value: text, code: true, derived: true })),
      },
    ]),
  };
}

function describeHost({ host, networks, containers, ports }: Topology): Facts {
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
          fact('Swarm node', host.swarm?.nodeAddress, code),
          fact('Networks', networks.length),
          fact('Containers', containers.length),
          fact('Published ports', ports.length),
        ),
      },
    ]),
  };
}
