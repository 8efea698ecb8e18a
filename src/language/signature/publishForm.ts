import { code } from '../markdown';
import { isInterpolated } from '../use';
import { isLoopback } from '../values/address';
import { splitOpaque } from '../values/splitOpaque';
import type { ValueCursor } from '../completion/cursor';
import { keyIndex, pairForm } from './pairForm';
import { signatureOf, type Signature } from './signature';

const hostIp = 0;
const hostPort = 1;
const containerPort = 2;
const protocol = 3;

/** `-p [host-ip:][host-port:]container-port[/protocol]`, for containers. */
export function publishForm(cursor: ValueCursor, lead: string): Signature | undefined {
  const whole = cursor.before + cursor.after;
  if (whole.includes('=')) return cursor.use.place === 'composeService' ? undefined : longForm(cursor, lead);
  const parts = partsOf(whole);
  return signatureOf(
    lead,
    [
      { before: '[', name: 'host-ip', after: ':]', documentation: addressWords(parts.address) },
      { before: '[', name: 'host-port', after: ':]', documentation: hostWords(parts.host) },
      { name: 'container-port', documentation: containerWords(parts.container) },
      { before: '[/', name: 'protocol', after: ']', documentation: protocolWords(parts.protocol) },
    ],
    activePart(cursor),
  );
}

/** The same for a service of a swarm, which has no address. */
export function servicePublishForm(cursor: ValueCursor, lead: string): Signature {
  const whole = cursor.before + cursor.after;
  if (whole.includes('=')) return longForm(cursor, lead);
  const parts = partsOf(whole);
  const nodes =
    parts.host === '' ? 'None: the swarm chooses one.' : `The nodes listen on ${code(parts.host)}.`;
  return signatureOf(
    lead,
    [
      { before: '[', name: 'published', after: ':]', documentation: nodes },
      { name: 'target', documentation: containerWords(parts.container) },
      { before: '[/', name: 'protocol', after: ']', documentation: protocolWords(parts.protocol) },
    ],
    activePart(cursor) - 1,
  );
}

interface Parts {
  readonly address: string;
  readonly host: string;
  readonly container: string;
  readonly protocol: string;
}

function partsOf(whole: string): Parts {
  const { address, host, container: rest } = splitOpaque(whole);
  const [container = '', chosen = ''] = rest.split('/', 2);
  // `127.0.0.1` and `127.0.0.1:80`, while they are typed: what looks like an address is one.
  if (host === '' && isAddressLike(container))
    return { address: container, host, container: '', protocol: chosen };
  return address === '' && isAddressLike(host)
    ? { address: host, host: container, container: '', protocol: chosen }
    : { address, host, container, protocol: chosen };
}

function isAddressLike(text: string): boolean {
  return /^\[|\..*\./.test(text);
}

/** The part in which the cursor stands, by the colons on both sides of it. */
function activePart({ before, after }: ValueCursor): number {
  if (before.includes('/')) return protocol;
  const lead = colons(before);
  const tail = colons(after);
  if (lead + tail >= 2) return Math.min(lead, containerPort);
  const first = (before + after).split(':', 1)[0] ?? '';
  if (lead + tail === 0) return isAddressLike(first) ? hostIp : containerPort;
  if (isAddressLike(first)) return lead === 0 ? hostIp : hostPort;
  return lead === 0 ? hostPort : containerPort;
}

function colons(text: string): number {
  return text.replace(/\[[^\]]*\]?|\$\{[^}]*\}?/g, '').split(':').length - 1;
}

function addressWords(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '');
  if (bare === '') return 'None: all addresses of the host. `127.0.0.1` is for programs on this host only.';
  if (isInterpolated(bare)) return `${code(address)}: known when the variables are put in.`;
  if (bare === '0.0.0.0' || bare === '::')
    return `${code(address)}: all ${bare === '::' ? 'IPv6' : 'IPv4'} addresses of the host.`;
  return isLoopback(bare)
    ? `${code(address)}: reached by programs on this host only.`
    : `${code(address)}: this address of the host only.`;
}

function hostWords(host: string): string {
  if (host === '') return 'None: a free one is chosen at start. A range, `8000-8010`, limits the choice.';
  return /^\d+-\d+$/.test(host) ? `Ports ${code(host)} of the host.` : `Port ${code(host)} of the host.`;
}

function containerWords(container: string): string {
  const where = 'where the program inside listens';
  return container === ''
    ? `The port of the container, ${where}. It must be there.`
    : `${code(container)}: ${where}.`;
}

function protocolWords(chosen: string): string {
  return chosen === ''
    ? '`tcp`, unless `udp` or `sctp` is written.'
    : `${code(chosen)}: one of \`tcp\`, \`udp\` and \`sctp\`.`;
}

const longKeys = [
  { key: 'published', value: 'port', documentation: 'The port of the host; without it a free one.' },
  { key: 'target', value: 'port', documentation: 'The port of the container. It must be there.' },
  { key: 'protocol', value: 'tcp', documentation: '`tcp` (default), `udp` or `sctp`.' },
  {
    key: 'mode',
    value: 'ingress',
    documentation: 'Of a service: every node listens (`ingress`), or those with a task (`host`).',
  },
] as const;

function longForm(cursor: ValueCursor, lead: string): Signature {
  const keys = cursor.use.syntax === 'servicePublish' ? longKeys : longKeys.slice(0, 3);
  return pairForm(lead, keys, keyIndex(cursor, keys));
}
