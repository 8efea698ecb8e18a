import type { Protocol } from '../../model';
import type { Scope } from '../use';
import { parseShortPublish } from '../values/publish';
import type { Proposal, Proposals } from './completion';
import type { ValueCursor } from './cursor';
import { containerPorts, freeHostPorts, type ContainerPort } from './freePorts';
import { partAt, type Surroundings } from './proposer';

/** What web servers listen on, where nothing tells more. */
const usual: ContainerPort = { port: 80, protocol: 'tcp', source: 'a web server' };
const protocols: readonly Protocol[] = ['tcp', 'udp', 'sctp'];
const addresses = [
  { text: '127.0.0.1', detail: 'programs of this host only' },
  { text: '0.0.0.0', detail: 'all IPv4 addresses of the host' },
  { text: '[::1]', detail: 'programs of this host only, by IPv6' },
  { text: '[::]', detail: 'all IPv6 addresses of the host' },
] as const;
const choices = 3;

/** `-p` and `ports`: whole values at first, then the part in which the cursor stands. */
export function proposePublish(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  const { before, after, use, path } = cursor;
  if (path !== '') return proposeLongPort(cursor, around);
  if (before.includes('=')) return undefined;
  if (before.includes('/')) return proposeProtocol(cursor);
  const lead = colonsIn(before);
  const tail = colonsIn(after);
  if (lead === 0 && tail === 0)
    return { before, after, proposals: wholeValues(cursor, around, use.syntax === 'publish') };
  if (lead === 0 && tail === 2 && use.syntax === 'publish')
    return { ...partAt(cursor, ':'), proposals: addresses.map(addressProposal) };
  return endsInAddress(before) || tail > 0 ? hostPart(cursor, around) : containerPart(cursor, around);
}

/** Colons outside of brackets. */
function colonsIn(text: string): number {
  return text.replace(/\[[^\]]*\]?/g, '').split(':').length - 1;
}

/** `127.0.0.1:`: what follows is a port of the host. */
function endsInAddress(before: string): boolean {
  return /^(\[[^\]]*\]|[\d.]*\.[\d.]*):[^:]*$/.test(before);
}

function addressProposal({ text, detail }: { readonly text: string; readonly detail: string }): Proposal {
  return { label: text, kind: 'address', detail };
}

function wholeValues(
  { before, scope }: ValueCursor,
  around: Surroundings,
  takesAddress: boolean,
): readonly Proposal[] {
  const typed = /^[1-9]\d{0,4}$/.test(before) && Number(before) <= 65_535 ? Number(before) : undefined;
  const known = containerPorts(scope, around);
  const asked: readonly ContainerPort[] =
    typed === undefined ? [] : [{ port: typed, protocol: 'tcp', source: 'as typed' }];
  const ports = [...known, ...asked, ...(known.length + asked.length === 0 ? [usual] : [])];
  const seen = new Set<string>();
  return ports
    .flatMap((port) => valuesFor(port, scope, around, takesAddress))
    .filter(({ label }) => !seen.has(label) && seen.add(label));
}

function valuesFor(
  { port, protocol, source }: ContainerPort,
  scope: Scope,
  around: Surroundings,
  takesAddress: boolean,
): readonly Proposal[] {
  const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
  const free = (hostIp: string | undefined) =>
    freeHostPorts({ containerPort: port, protocol, hostIp, scope }, choices, around);
  const [host, ...more] = free(undefined);
  const local = takesAddress ? free('127.0.0.1')[0] : undefined;
  const proposal = (label: string, detail: string): Proposal => ({ label, kind: 'port', detail });
  return [
    ...(local === undefined
      ? []
      : [
          proposal(
            `127.0.0.1:${local}:${port}${suffix}`,
            `port ${port} of the container, for this host only`,
          ),
        ]),
    ...(host === undefined
      ? []
      : [proposal(`${host}:${port}${suffix}`, `port ${port} of the container (${source}), from everywhere`)]),
    ...more.map((one) => proposal(`${one}:${port}${suffix}`, 'the next free port')),
  ];
}

function hostPart(cursor: ValueCursor, around: Surroundings): Proposals {
  const lead = cursor.before.slice(0, Math.max(0, cursor.before.lastIndexOf(':')));
  const address = lead.replace(/^\[|\]$/g, '');
  const target = parseShortPublish(cursor.after.slice(cursor.after.indexOf(':') + 1));
  const known: readonly ContainerPort[] =
    target.ok && cursor.after.includes(':')
      ? [{ port: target.containerPorts.first, protocol: target.protocol, source: '' }]
      : orUsual(containerPorts(cursor.scope, around));
  const bare = !cursor.after.includes(':');
  const proposals = known.flatMap(({ port, protocol }) =>
    freeHostPorts(
      { containerPort: port, protocol, hostIp: address === '' ? undefined : address, scope: cursor.scope },
      choices,
      around,
    ).map((host): Proposal => {
      const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
      return {
        label: bare ? `${host}:${port}${suffix}` : String(host),
        kind: 'port',
        detail: 'free on the host',
      };
    }),
  );
  return { ...partAt(cursor, ':'), proposals };
}

function orUsual(ports: readonly ContainerPort[]): readonly ContainerPort[] {
  return ports.length === 0 ? [usual] : ports;
}

function containerPart(cursor: ValueCursor, around: Surroundings): Proposals {
  const proposals = orUsual(containerPorts(cursor.scope, around)).map(
    ({ port, protocol, source }): Proposal => ({
      label: protocol === 'tcp' ? String(port) : `${port}/${protocol}`,
      kind: 'port',
      detail: `port of the container (${source})`,
    }),
  );
  return { ...partAt(cursor, ':'), proposals };
}

/** Behind the `/` of a port. */
export function proposeProtocol(cursor: ValueCursor): Proposals {
  const proposals = protocols.map((label): Proposal => ({ label, kind: 'word' }));
  return { ...partAt(cursor, '/'), proposals };
}

/** `target`, `published`, … of a port in keys. */
function proposeLongPort(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  const { path, before, after, use, scope } = cursor;
  const number = Number(use.parts.find((part) => part.path === 'target')?.text);
  const target = Number.isInteger(number) && number > 0 ? number : undefined;
  const known = target === undefined ? orUsual(containerPorts(scope, around)) : [];
  const containerPort = target ?? known[0]?.port ?? usual.port;
  const words: Readonly<Record<string, () => readonly Proposal[]>> = {
    protocol: () => protocols.map((label) => ({ label, kind: 'word' })),
    mode: () => [
      { label: 'ingress', kind: 'word', detail: 'every node of a swarm' },
      { label: 'host', kind: 'word', detail: 'nodes that run a task' },
    ],
    host_ip: () =>
      addresses.map(({ text, detail }) => addressProposal({ text: text.replace(/[[\]]/g, ''), detail })),
    target: () => known.map(({ port, source }) => ({ label: String(port), kind: 'port', detail: source })),
    published: () =>
      freeHostPorts({ containerPort, protocol: 'tcp', hostIp: undefined, scope }, choices, around).map(
        (port) => ({
          label: String(port),
          kind: 'port',
          detail: 'free on the host',
        }),
      ),
  };
  const proposals = words[path]?.();
  return proposals && { before, after, proposals };
}
