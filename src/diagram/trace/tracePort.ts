import type { Container, Endpoint, NatRule, Network, PublishedPort, Topology } from '../../model';
import { isAtLeast, isRouted, isWildcard, natRules, unprotectedAddresses } from '../../model';
import { interfaceName } from '../network/interfaceName';
import type { LayoutOptions } from '../options';
import { bracketed, driverWord, hostPortText, isLocalOnly } from '../words';
import { joinNames } from './names';
import { ownAddress, silenceOf } from './reach';
import type { Trace } from './trace';
import type { Stop, Way } from './way';

/** A published port with what its packets meet. */
interface Landing {
  readonly topology: Topology;
  readonly port: PublishedPort;
  readonly container: Container;
  readonly network: Network | undefined;
  readonly endpoint: Endpoint | undefined;
}

/** Where a request to a published port goes. */
export function tracePort(
  way: Way,
  topology: Topology,
  port: PublishedPort,
  veths: LayoutOptions['veths'] = {},
): Trace | undefined {
  const container = topology.containerById.get(port.containerId);
  if (!container) {
    return undefined;
  }
  const network = port.target && topology.networkById.get(port.target.networkId);
  const endpoint = container.endpoints.find(({ networkId }) => networkId === network?.id);
  const landing = { topology, port, container, network, endpoint };
  const routed = isRouted(port, topology);
  if (routed) {
    askOwnAddress(way, landing);
  } else {
    askPort(way, landing);
  }
  const silent = silenceOf(topology, port);
  if (silent !== undefined && container.state !== 'paused') {
    way.step(`Nothing answers: ${silent}.`, [{ kind: 'container', id: container.id }]);
  } else {
    if (!routed) {
      translate(way, landing);
    }
    enterNetwork(way, landing, veths[`${container.id}@${network?.id ?? ''}`]);
    arrive(way, landing, silent);
  }
  return { title: `A request to ${hostPortText(port)}`, steps: way.steps };
}

function askPort(way: Way, { topology, port }: Landing): void {
  const { host } = topology;
  const at = `port ${port.hostPort}/${port.protocol}`;
  const name = host.name ?? 'the host';
  if (isLocalOnly(port)) {
    const only = port.hostIps.map(bracketed).join(' or ');
    way.step(
      `A program on ${name} itself asks ${only}, ${at}. No other machine can, and no container with a network of its own.`,
      ['client:local'],
    );
  } else if (port.hostIps.some(isWildcard) || port.hostIps.length === 0) {
    way.step(
      `A client asks any ${familyWord(port)}address of ${name}, ${at}: another machine, a container that may leave its network, or a program on ${name} itself.`,
      ['client:lan'],
    );
  } else {
    const own = port.hostIps.map(bracketed).join(' or ');
    way.step(`A client that reaches ${own} of ${name} asks it, ${at}.`, ['client:lan']);
  }
  const bound = port.hostIps.map((ip) => `${bracketed(ip)}:${port.hostPort}`).join(' and ');
  way.step(`The engine has published ${bound || hostPortText(port)}.`, [{ kind: 'port', id: port.id }], {
    from: isLocalOnly(port) ? ['client:local'] : ['client:lan', 'client:local'],
  });
}

/** Gateway mode `routed`: https://docs.docker.com/engine/network/port-publishing/#gateway-modes */
function askOwnAddress(way: Way, { topology, port, network }: Landing): void {
  const address = bracketed(ownAddress(topology, port));
  way.step(
    `${network?.name ?? 'Its network'} is in gateway mode routed: who has a route to ${address} asks it, port ${port.containerPort}/${port.protocol}, another machine or a container on another bridge. Port ${port.hostPort} of ${topology.host.name ?? 'the host'} is not used.`,
    ['client:lan'],
    { derived: true },
  );
  way.step(
    'No DNAT, no docker-proxy: the engine lets requests to published ports pass, and no others.',
    [{ kind: 'port', id: port.id }, `nat:${port.id}`],
    { derived: true },
  );
}

/** `-p 0.0.0.0:80:80` and `-p [::]:80:80` are open for one family alone (seen on engine 20.10). */
function familyWord({ hostIps }: PublishedPort): string {
  if (hostIps.length > 0 && !hostIps.some((ip) => ip.includes(':'))) {
    return 'IPv4 ';
  }
  return hostIps.length > 0 && hostIps.every((ip) => ip.includes(':')) ? 'IPv6 ' : '';
}

function translate(way: Way, landing: Landing): void {
  const { topology, port, network } = landing;
  const rules = natRules({ ...topology, networks: [], ports: [port] }).filter(({ kind }) => kind === 'dnat');
  const stops = [`nat:${port.id}`] as const;
  if (network && network.device === undefined) {
    way.step(`What the ${driverWord(network)} driver makes of it is known to the driver alone.`, stops);
    return;
  }
  const words = [...ruleWords(rules, landing), ...proxyWords(landing), ...unprotectedWords(landing)];
  way.step(words.join(' '), stops, { derived: true });
}

function targetText({ port, network }: Landing): string {
  const address = port.target?.ipv4;
  return address === undefined
    ? `its address on ${network?.name ?? 'docker_gwbridge'}, which only an inspect tells`
    : `${bracketed(address)}:${port.containerPort}`;
}

/** Locally made packets to 127.0.0.0/8 and, on older engines, all IPv6 ones meet no rule (seen on engine 20.10). */
function ruleWords(rules: readonly NatRule[], landing: Landing): string[] {
  const { port } = landing;
  const open = port.hostIps.some((ip) => !ip.includes(':') && !ip.startsWith('127.'));
  if (!open && port.hostIps.length > 0) {
    return [];
  }
  const said = rules.map(({ text }) => text).join(' and ');
  return [`DNAT turns the destination into ${targetText(landing)}${said === '' ? '' : `: ${said}`}.`];
}

/** https://docs.docker.com/engine/network/port-publishing/#gateway-modes */
function unprotectedWords({ topology, port, network }: Landing): string[] {
  const open = unprotectedAddresses(port, topology).map(bracketed);
  const name = network?.name ?? 'Its network';
  return open.length === 0
    ? []
    : [
        `${name} is in gateway mode nat-unprotected: who has a route to ${open.join(' or ')} reaches all ports there, published or not.`,
      ];
}

function proxyWords(landing: Landing): string[] {
  const { port, endpoint, topology } = landing;
  const loopback = port.hostIps.some((ip) => ip === '0.0.0.0' || ip.startsWith('127.'));
  const six = port.hostIps.filter((ip) => ip.includes(':'));
  const local = port.hostIps.filter((ip) => ip.startsWith('127.'));
  const at = `:${port.hostPort}`;
  const words: string[] = [];
  if (loopback) {
    const from = local.length > 0 ? local.map((ip) => `${ip}${at}`).join(', ') : `127.0.0.1${at}`;
    words.push(
      `Asked at ${from}, docker-proxy passes it on to ${targetText(landing)} (DNAT, where the proxy is switched off).`,
    );
  }
  if (six.length > 0) {
    const to =
      endpoint?.ipv6 === undefined ? targetText(landing) : `[${endpoint.ipv6}]:${port.containerPort}`;
    const newer =
      endpoint?.ipv6 !== undefined && isAtLeast(topology.host, 27) ? ', or an ip6tables rule does' : '';
    words.push(
      `Asked at ${six.map((ip) => `[${ip}]${at}`).join(', ')}, docker-proxy passes it on to ${to}${newer}.`,
    );
  }
  return words;
}

function enterNetwork(way: Way, { container, network }: Landing, veth: string | undefined): void {
  if (!network) {
    return;
  }
  const name = container.name;
  const bridge = network.device ?? driverWord(network);
  const named = network.options['com.docker.network.bridge.name'] === network.device;
  const overlay =
    network.name === 'docker_gwbridge' && !container.endpoints.some((one) => one.networkId === network.id);
  const what = overlay
    ? `${bridge}, the bridge for the way out of overlay containers,`
    : `The bridge ${bridge}`;
  const gateway = network.subnets.find(({ family }) => family === 4)?.gateway;
  const at = gateway === undefined ? '' : ` (${gateway} of the host)`;
  way.step(
    `${what}${at} passes it on to ${overlay ? `the interface that ${name} has there` : name}.`,
    [{ kind: 'network', id: network.id }],
    { derived: !named },
  );
  if (network.device !== undefined) {
    const words =
      veth === undefined
        ? `A veth pair leads from the bridge into ${name}; its name the engine does not tell.`
        : `The veth pair ${veth} leads from the bridge into ${name}; its name was read on the host.`;
    const from: readonly Stop[] = [{ kind: 'network', id: network.id }];
    way.step(words, [`veth:${container.id}`], { derived: veth === undefined, from });
  }
}

function arrive(way: Way, landing: Landing, silent: string | undefined): void {
  const { port, container, topology, network } = landing;
  const address = landingAddresses(landing).join(' or ');
  const device = network && interfaceName(container, network, topology);
  const at = address === '' ? 'there' : `at ${device === undefined ? '' : `${device} `}${address}`;
  const sharers = container.sharedBy.flatMap((id) => topology.containerById.get(id)?.name ?? []);
  const others = sharers.length === 0 ? '' : `, or of ${joinNames(sharers)}, which shares its network`;
  const words =
    silent === undefined
      ? `A process of ${container.name}${others} answers if it listens ${at}, port ${port.containerPort}/${port.protocol}.`
      : `Nobody answers ${at}, port ${port.containerPort}/${port.protocol}: ${silent}.`;
  const from: Stop[] = [{ kind: 'port', id: port.id }];
  if (network) {
    from.push({ kind: 'network', id: network.id });
  }
  way.step(words, [{ kind: 'container', id: container.id }], { from });
}

/** IPv6 requests end at the container's IPv6 address where it has one, the others at its IPv4 address. */
function landingAddresses({ port, endpoint }: Landing): readonly string[] {
  const four = port.target?.ipv4;
  const six = endpoint?.ipv6;
  const asksSix = port.hostIps.some((ip) => ip.includes(':'));
  const onlySix = port.hostIps.length > 0 && port.hostIps.every((ip) => ip.includes(':'));
  return [onlySix && six !== undefined ? undefined : four, asksSix ? six : undefined].filter(
    (address) => address !== undefined,
  );
}
