import type { Protocol } from '../../model';
import type { Span } from '../span';
import { isAddress } from './address';
import { standardNotation, type Notation } from './publishNotation';
import type { PublishOddity, PublishProblem } from './publishProblem';
import type { Refused } from './refused';

/** Both ends belong to it: `8000-8002` is three ports. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** What `-p` asks for. `127.0.0.1:8080:80/udp` has all four parts. */
export interface Publish {
  readonly ok: true;
  /** Undefined: the default of the engine, in general all addresses. */
  readonly hostIp: string | undefined;
  /** Undefined: a free port, chosen when the container starts. */
  readonly hostPorts: PortRange | undefined;
  readonly containerPorts: PortRange;
  readonly protocol: Protocol;
  /** What the engine accepts and does not do as it reads. */
  readonly oddities: readonly PublishOddity[];
}

export type PublishResult = Publish | Refused<PublishProblem>;

/** Reads a `-p` value as the docker command line does: `8080:80`, `[::1]::80`, `published=8080,target=80`. */
export function parsePublish(text: string): PublishResult {
  const notation = standardNotation(text);
  return notation.ok ? parseNotation(notation) : notation;
}

/** Reads the short notation alone, as EXPOSE and services do: `8080:80`, `53/udp`. */
export function parseShortPublish(text: string): PublishResult {
  return parseNotation({ ok: true, text, span: (start, end) => ({ start, end }), ignoredKeys: [] });
}

interface Part {
  readonly text: string;
  readonly span: Span;
}

interface Parts {
  readonly address: Part;
  readonly host: Part;
  readonly container: Part;
  readonly protocol: Part;
  readonly extra: Part;
}

function parseNotation(notation: Notation): PublishResult {
  const parts = splitParts(notation);
  const { address, host, container } = parts;
  const ip = readAddress(address.text);
  if (!ip.ok)
    return refuse({ code: 'publish.address', actual: ip.actual, reason: ip.reason, ...address.span });
  if (container.text === '') {
    return refuse({
      code: 'publish.noContainerPort',
      actual: notation.text,
      ...notation.span(0, notation.text.length),
    });
  }
  const containerPorts = readRange(container.text);
  if (!containerPorts)
    return refuse({ code: 'publish.containerPort', actual: container.text, ...container.span });
  const hostPorts = host.text === '' ? undefined : readRange(host.text);
  if (host.text !== '' && !hostPorts) return refuse(hostPortProblem(parts));
  if (hostPorts && size(containerPorts) > 1 && size(hostPorts) !== size(containerPorts)) {
    return refuse({ code: 'publish.ranges', host: host.text, container: container.text, ...host.span });
  }
  const protocol = readProtocol(parts.protocol.text);
  if (!protocol)
    return refuse({ code: 'publish.protocol', actual: parts.protocol.text, ...parts.protocol.span });
  return accept(parts, notation, { hostIp: ip.address, hostPorts, containerPorts, protocol });
}

function accept(
  parts: Parts,
  notation: Notation,
  read: Pick<Publish, 'hostIp' | 'hostPorts' | 'containerPorts' | 'protocol'>,
): Publish {
  const oddities: PublishOddity[] = [...notation.ignoredKeys];
  if (parts.extra.text !== '') {
    oddities.push({
      code: 'extraProtocol',
      ignored: parts.extra.text,
      used: read.protocol,
      ...parts.extra.span,
    });
  }
  if (read.containerPorts.first === 0) oddities.push({ code: 'containerPortZero', ...parts.container.span });
  const chosen = read.hostPorts?.last === 0 ? undefined : read.hostPorts;
  return { ok: true, ...read, hostPorts: chosen, oddities };
}

function refuse(problem: PublishProblem): Refused<PublishProblem> {
  return { ok: false, problem };
}

function hostPortProblem({ host, container }: Parts): PublishProblem {
  const problem = { code: 'publish.hostPort', actual: host.text, containerPort: container.text } as const;
  return { ...problem, address: isAddress(host.text), ...host.span };
}

/** The last colon parts the container's port, the one before it the host's; all that is left is an address. */
function splitParts(notation: Notation): Parts {
  const { text } = notation;
  const part = (start: number, end: number): Part => ({
    text: text.slice(start, end),
    span: notation.span(start, end),
  });
  const last = text.lastIndexOf(':');
  const before = last > 0 ? text.lastIndexOf(':', last - 1) : -1;
  const address = part(0, Math.max(0, before));
  const host = last < 0 ? part(0, 0) : part(before + 1, last);
  const slash = text.indexOf('/', last + 1);
  // Nothing before the slash: the whole is taken for empty, protocol and all.
  if (slash < 0 || slash === last + 1) {
    return {
      address,
      host,
      container: part(last + 1, slash < 0 ? text.length : slash),
      protocol: part(0, 0),
      extra: part(0, 0),
    };
  }
  const second = text.indexOf('/', slash + 1);
  const protocolEnd = second < 0 ? text.length : second;
  const extra = second < 0 ? part(0, 0) : part(second + 1, text.length);
  return { address, host, container: part(last + 1, slash), protocol: part(slash + 1, protocolEnd), extra };
}

type AddressResult =
  | { readonly ok: true; readonly address: string | undefined }
  | { readonly ok: false; readonly actual: string; readonly reason: string | undefined };

/** An address in brackets goes through Go's `SplitHostPort`, whose complaints the command line shows. */
function readAddress(text: string): AddressResult {
  if (text === '') return { ok: true, address: undefined };
  if (!text.startsWith('[')) return checkAddress(text);
  const end = text.indexOf(']');
  if (end < 0) return { ok: false, actual: text, reason: "missing ']' in address" };
  if (end !== text.length - 1) {
    return {
      ok: false,
      actual: text,
      reason: text[end + 1] === ':' ? 'too many colons in address' : 'missing port in address',
    };
  }
  const inner = text.slice(1, end);
  if (inner.includes('[')) return { ok: false, actual: text, reason: "unexpected '[' in address" };
  return inner === '' ? { ok: true, address: undefined } : checkAddress(inner);
}

function checkAddress(address: string): AddressResult {
  return isAddress(address) ? { ok: true, address } : { ok: false, actual: address, reason: undefined };
}

/** `80` or `80-90`; what follows a second dash is ignored, as the command line does. */
function readRange(text: string): PortRange | undefined {
  const [from, to] = text.split('-', 2);
  const first = readPort(from ?? '');
  const last = to === undefined ? first : readPort(to);
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

function readPort(text: string): number | undefined {
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  return port <= 65535 ? port : undefined;
}

function readProtocol(text: string): Protocol | undefined {
  const protocol = text === '' ? 'tcp' : text.toLowerCase();
  return protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp' ? protocol : undefined;
}

function size({ first, last }: PortRange): number {
  return last - first + 1;
}
