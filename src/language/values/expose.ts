import type { Span } from '../span';
import { goQuote } from './goQuote';
import type { PortRange } from './publish';
import type { Refused } from './refused';

/** A port, or a few, that a program in the container listens on. */
export interface Expose {
  readonly ok: true;
  readonly ports: PortRange;
  /** Lower-case; the command line takes any word: `80/foo` is `foo`. */
  readonly protocol: string;
}

/** Why the command line refuses the value. */
export type ExposeProblem = Span &
  (
    | { readonly code: 'expose.format'; readonly actual: string; readonly containerPort: string }
    | { readonly code: 'expose.range'; readonly actual: string; readonly reason: string }
  );

export type ExposeResult = Expose | Refused<ExposeProblem>;

/** Reads an `--expose` value as the docker command line does: `80`, `80-90`, `53/udp`. */
export function parseExpose(text: string): ExposeResult {
  const all = { start: 0, end: text.length };
  const colon = text.lastIndexOf(':');
  if (colon >= 0) {
    const containerPort = text.slice(colon + 1);
    return { ok: false, problem: { code: 'expose.format', actual: text, containerPort, ...all } };
  }
  const [port = '', protocol = ''] = text.split('/', 2);
  const ports = readRange(port);
  return typeof ports === 'string'
    ? {
        ok: false,
        problem: { code: 'expose.range', actual: text, reason: ports, start: 0, end: port.length },
      }
    : { ok: true, ports, protocol: (protocol === '' ? 'tcp' : protocol).toLowerCase() };
}

/** What follows a second dash is ignored. A text says why there is no range. */
function readRange(text: string): PortRange | string {
  if (text === '') return 'empty string specified for ports';
  const [from = '', to = from] = text.split('-', 2);
  for (const part of [from, to]) {
    const reason = portProblem(part);
    if (reason !== undefined) return reason;
  }
  const range = { first: Number(from), last: Number(to) };
  return range.last < range.first ? `invalid range specified for port: ${text}` : range;
}

function portProblem(text: string): string | undefined {
  const failed = `strconv.ParseUint: parsing ${goQuote(text)}`;
  if (!/^\d+$/.test(text)) return `${failed}: invalid syntax`;
  return Number(text) > 65535 ? `${failed}: value out of range` : undefined;
}
