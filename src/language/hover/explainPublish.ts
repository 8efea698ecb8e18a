import type { LiveFacts } from '../facts';
import { bullets, code } from '../markdown';
import type { Scope, Use } from '../use';
import { isLoopback } from '../values/address';
import type { PortRange, Publish } from '../values/publish';
import { partText, readBorrowedMode, readPublish } from '../values/read';
import { sayOddity } from '../values/say';
import { splitOpaque } from '../values/splitOpaque';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { closedByMode } from './closedByMode';
import { closedWords, defaultBinding, holderWords, type DefaultBinding } from './publishNow';
import { isRange, rangeText } from './rangeText';

/** What `8080:80` opens, and whether it can be had now. */
export function explainPublish(
  use: Use,
  scope: Scope,
  facts: LiveFacts | undefined,
): Explanation | undefined {
  const publish = readPublish(use);
  if (!publish) return use.text === undefined ? undefined : explainUnknown(unknownWords(use.text));
  if (!publish.ok) return explainProblem(publish.problem);
  const odd = [...publish.oddities.map(sayOddity), ...formWords(use, publish)];
  const mode = readBorrowedMode(scope);
  if (mode) return { meaning: closedByMode(mode), details: [], mind: odd, now: [], dockerOnly: true };
  const closed = facts && closedWords(scope, facts);
  const binding = facts && publish.hostIp === undefined ? defaultBinding(scope, facts) : undefined;
  const bound = { ...publish, hostIp: publish.hostIp ?? binding?.address };
  return {
    meaning: meaning(publish),
    details: [bullets(partWords(bound, binding))],
    mind: [...((closed ?? binding) ? [] : exposureWords(publish)), ...odd],
    now: closed ? [closed] : facts ? holderWords(bound, scope, facts) : [],
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
    ? `Ports **${rangeText(hostPorts)}** of the host lead, one by one, to ${target}: ${pairWords(hostPorts, containerPorts)}.`
    : `One free port of **${rangeText(hostPorts)}** on the host leads to ${target}.`;
}

/** "8000 to 80, 8001 to 81"; of many the first and the last. */
function pairWords(host: PortRange, container: PortRange): string {
  const count = host.last - host.first + 1;
  const pair = (index: number): string => `${host.first + index} to ${container.first + index}`;
  if (count > 4) return `${pair(0)}, ${pair(1)}, … ${pair(count - 1)}`;
  return Array.from({ length: count }, (_, index) => pair(index)).join(', ');
}

function partWords(
  { hostIp, hostPorts, containerPorts, protocol }: Publish,
  binding: DefaultBinding | undefined,
): readonly string[] {
  const address = addressWords(hostIp, binding);
  const port = hostPorts ? code(rangeText(hostPorts)) : isRange(containerPorts) ? 'free ones' : 'a free one';
  return [
    `Host address: ${address}`,
    `Host port: ${port}`,
    `Container port: ${code(`${rangeText(containerPorts)}/${protocol}`)}, where the program inside listens`,
  ];
}

function addressWords(address: string | undefined, binding: DefaultBinding | undefined): string {
  const chosen = binding ? `, by default of the network ${code(binding.network)}` : '';
  if (address !== undefined) return `${code(address)}${chosen}, ${reach(address)}`;
  return binding
    ? `one for the engine to choose: ${code(binding.network)} has a default of its own, other networks do not`
    : 'all addresses of the host, by default';
}

function reach(address: string): string {
  if (address === '0.0.0.0') return 'all IPv4 addresses of the host';
  if (address === '::') return 'all IPv6 addresses of the host';
  return isLoopback(address) ? 'reached by programs on this host only' : 'this address of the host only';
}

function exposureWords(publish: Publish): readonly string[] {
  const { hostIp } = publish;
  if (hostIp === '::') {
    return [
      `other machines reach it too, over IPv6: from engine 27 on past firewalls that filter INPUT. For this host only: ${local('[::1]', publish)}.`,
    ];
  }
  if (hostIp !== undefined && hostIp !== '0.0.0.0') return [];
  return [
    `other machines reach it too, past firewalls that filter INPUT, such as ufw. For this host only: ${local('127.0.0.1', publish)}.`,
  ];
}

function local(address: string, { hostPorts, containerPorts, protocol }: Publish): string {
  const ports = `${hostPorts ? rangeText(hostPorts) : ''}:${rangeText(containerPorts)}`;
  return code(`${address}:${ports}${protocol === 'tcp' ? '' : `/${protocol}`}`);
}

function formWords(use: Use, { hostPorts }: Publish): readonly string[] {
  const words: string[] = [];
  if (use.plain && /^\d+:[0-5]?\d$/.test(use.text ?? '')) {
    words.push(
      'quote it: YAML 1.1 reads it as one number in base 60, for the part behind the colon is below 60.',
    );
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
  return `${putInLater}\n\n${bullets(parts)}`;
}
