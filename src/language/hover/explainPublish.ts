import type { PublishedPort } from '../../model';
import { holders, isOwn, joinedNetworks, type Facts } from '../facts';
import { bullets, code, codeList, joinWords } from '../markdown';
import type { Scope, Use } from '../use';
import { isLoopback } from '../values/address';
import type { PortRange, Publish } from '../values/publish';
import { partText, readNetwork, readPublish } from '../values/read';
import { sayOddity } from '../values/say';
import { splitOpaque } from '../values/splitOpaque';
import { explainProblem, explainUnknown, type Explanation } from './explanation';

/** What `8080:80` opens, and whether it can be had now. */
export function explainPublish(use: Use, scope: Scope, facts: Facts | undefined): Explanation | undefined {
  const publish = readPublish(use);
  if (!publish) return use.text === undefined ? undefined : explainUnknown(unknownWords(use.text));
  if (!publish.ok) return explainProblem(publish.problem);
  const closed = facts && closedWords(scope, facts);
  return {
    meaning: meaning(publish),
    details: [bullets(partWords(publish))],
    mind: [
      ...(closed ? [] : consequences(publish, scope)),
      ...publish.oddities.map(sayOddity),
      ...formWords(use, publish),
    ],
    now: closed ? [closed] : facts ? nowWords(publish, scope, facts) : [],
  };
}

function meaning(publish: Publish): string {
  const { hostPorts, containerPorts, protocol } = publish;
  const target = `port${isRange(containerPorts) ? 's' : ''} **${rangeText(containerPorts)}**/${protocol} of the container`;
  const from = isRange(containerPorts)
    ? 'Free ports of the host lead'
    : 'A free port of the host, chosen at start, leads';
  if (!hostPorts) return `${from} to ${target}.`;
  if (!isRange(hostPorts)) return `Port **${rangeText(hostPorts)}** of the host leads to ${target}.`;
  return isRange(containerPorts)
    ? `Ports **${rangeText(hostPorts)}** of the host lead, one by one, to ${target}.`
    : `One free port of **${rangeText(hostPorts)}** on the host leads to ${target}.`;
}

function partWords({ hostIp, hostPorts, containerPorts, protocol }: Publish): readonly string[] {
  const address =
    hostIp === undefined ? 'all addresses of the host, by default' : `${code(hostIp)}, ${reach(hostIp)}`;
  const port = hostPorts ? code(rangeText(hostPorts)) : 'a free one';
  return [
    `Host address: ${address}`,
    `Host port: ${port}`,
    `Container port: ${code(`${rangeText(containerPorts)}/${protocol}`)}, where the program inside listens`,
  ];
}

function reach(address: string): string {
  if (address === '0.0.0.0') return 'all IPv4 addresses of the host';
  if (address === '::') return 'all IPv6 addresses of the host';
  return isLoopback(address) ? 'reached by programs on this host only' : 'this address of the host only';
}

function consequences(publish: Publish, scope: Scope): readonly string[] {
  const discarded = modeWords(scope);
  return discarded.length > 0 ? discarded : exposureWords(publish);
}

function exposureWords({ hostIp, hostPorts, containerPorts, protocol }: Publish): readonly string[] {
  if (hostIp !== undefined && hostIp !== '0.0.0.0' && hostIp !== '::') return [];
  const ports = `${hostPorts ? rangeText(hostPorts) : ''}:${rangeText(containerPorts)}`;
  const local = code(`127.0.0.1:${ports}${protocol === 'tcp' ? '' : `/${protocol}`}`);
  return [
    `other machines reach it too, past firewalls that filter INPUT, such as ufw. For this host only: ${local}.`,
  ];
}

function modeWords({ uses }: Scope): readonly string[] {
  const modes = uses.map(readNetwork).flatMap((value) => (value?.ok ? [value.mode] : []));
  if (modes.includes('host')) return ['nothing is published on the host network; the engine only warns.'];
  if (modes.includes('none')) return ['nothing is published without a network, and the engine says nothing.'];
  if (!modes.includes('container') && !modes.includes('service')) return [];
  return [
    'the engine refuses it: `conflicting options: port publishing and the container type network mode`.',
  ];
}

function formWords(use: Use, { hostPorts }: Publish): readonly string[] {
  const words: string[] = [];
  if (use.plain && /^\d+:[0-5]?\d$/.test(use.text ?? '')) {
    words.push('quote it: YAML 1.1 reads two numbers below 60 with a colon as one number in base 60.');
  }
  const mode = partText(use, 'mode');
  if (mode !== undefined && hostPorts) words.push(`\`mode\` ${code(mode)} matters in a swarm only.`);
  return words;
}

function unknownWords(text: string): string {
  const { address, host, container } = splitOpaque(text);
  const parts = [
    `Host address: ${address === '' ? 'all addresses, by default' : code(address)}`,
    `Host port: ${host === '' ? 'a free one' : code(host)}`,
    `Container port: ${code(container)}`,
  ];
  return `Known when the variables are put in.\n\n${bullets(parts)}`;
}

const mostHolders = 3;

function nowWords(publish: Publish, scope: Scope, facts: Facts): readonly string[] {
  if (!publish.hostPorts) return [];
  const taken = holders(facts, publish);
  const wanted = `${rangeText(publish.hostPorts)}/${publish.protocol}`;
  if (taken.length === 0) {
    const published = isRange(publish.hostPorts) ? 'a port of ' : '';
    return [
      `no container of this engine publishes ${published}${code(wanted)}. Other programs of the host are not seen.`,
    ];
  }
  const own = taken.filter((port) => isOwnPort(port, scope, facts));
  const others = taken.filter((port) => !own.includes(port));
  return [holderWords(own, 'published by', facts), holderWords(others, '**taken** by', facts)].filter(
    (words) => words !== '',
  );
}

/** Nothing is published from networks without a way out, nor from those that stand on a host interface. */
function closedWords(scope: Scope, facts: Facts): string | undefined {
  const networks = joinedNetworks(facts, scope);
  const closed = networks.filter(
    ({ internal, driver }) => internal || driver === 'macvlan' || driver === 'ipvlan',
  );
  const [first] = closed;
  if (!first || closed.length < networks.length) return undefined;
  const why = first.internal ? 'internal' : `a ${first.driver} network`;
  return `${code(first.name)} is ${why}: the port is not published, and the engine says nothing.`;
}

function isOwnPort({ containerId }: PublishedPort, scope: Scope, { topology }: Facts): boolean {
  const container = topology.containerById.get(containerId);
  return container !== undefined && isOwn(container, scope);
}

function holderWords(ports: readonly PublishedPort[], verb: string, { topology }: Facts): string {
  const shown = ports.slice(0, mostHolders).map((port) => {
    const name = topology.containerById.get(port.containerId)?.name ?? port.containerId.slice(0, 12);
    const where = isEverywhere(port.hostIps) ? 'all addresses' : codeList(port.hostIps, mostHolders);
    return `${code(`${port.hostPort}/${port.protocol}`)} is ${verb} ${code(name)} on ${where}`;
  });
  const more = ports.length > mostHolders ? [`${ports.length - mostHolders} more`] : [];
  return shown.length === 0 ? '' : `${joinWords([...shown, ...more])}.`;
}

function isEverywhere(addresses: readonly string[]): boolean {
  return addresses.includes('0.0.0.0') && addresses.includes('::');
}

function isRange({ first, last }: PortRange): boolean {
  return last > first;
}

function rangeText({ first, last }: PortRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
