import type { Protocol } from '../../model';
import type { Span } from '../span';
import { readFields } from './csv';
import { parseShortPublish, type PortRange } from './publish';
import type { PublishProblem } from './publishProblem';
import type { Refused } from './refused';

/** What a service of a swarm publishes. */
export interface ServicePublish {
  readonly ok: true;
  /** Undefined: a port of 30000 to 32767, which the swarm chooses. */
  readonly published: PortRange | undefined;
  readonly target: PortRange;
  readonly protocol: Protocol;
  readonly mode: 'ingress' | 'host';
}

export type ServicePublishProblem = Span &
  (
    | { readonly code: 'servicePublish.address' | 'servicePublish.noTarget' }
    | {
        readonly code:
          'servicePublish.field' | 'servicePublish.key' | 'servicePublish.protocol' | 'servicePublish.mode';
        readonly actual: string;
      }
    | {
        readonly code: 'servicePublish.port';
        readonly what: 'target' | 'published';
        readonly actual: string;
        readonly reason: string;
      }
  );

export type ServicePublishResult = ServicePublish | Refused<ServicePublishProblem | PublishProblem>;

/** Reads `-p` of a service as the command line does: the short form without an address, or four keys. */
export function parseServicePublish(text: string): ServicePublishResult {
  if (/\w=\w/.test(text)) return parseLong(text);
  const value = parseShortPublish(text);
  if (!value.ok) return value;
  if (value.hostIp !== undefined)
    return { ok: false, problem: { code: 'servicePublish.address', start: 0, end: text.length } };
  const { hostPorts: published, containerPorts: target, protocol } = value;
  return { ok: true, published, target, protocol, mode: 'ingress' };
}

/** The keys and values of the long form, lower-cased; or why there are none. */
function parseLong(text: string): ServicePublishResult {
  const fields = readFields(text);
  const all = { start: 0, end: text.length };
  if (!fields.ok) return { ok: false, problem: { code: 'servicePublish.field', actual: text, ...all } };
  const read = new Map<string, string>();
  for (const { text: field, start, end } of fields.fields) {
    const problem = fieldProblem(field.toLowerCase());
    if (problem) return { ok: false, problem: { ...problem, start, end } };
    const equals = field.indexOf('=');
    read.set(field.slice(0, equals).toLowerCase(), field.slice(equals + 1).toLowerCase());
  }
  const target = Number(read.get('target') ?? 0);
  if (target === 0) return { ok: false, problem: { code: 'servicePublish.noTarget', ...all } };
  const published = Number(read.get('published') ?? 0);
  return {
    ok: true,
    published: published === 0 ? undefined : { first: published, last: published },
    target: { first: target, last: target },
    protocol: (read.get('protocol') ?? 'tcp') as Protocol,
    mode: read.get('mode') === 'host' ? 'host' : 'ingress',
  };
}

type FieldProblem = ServicePublishProblem extends infer One
  ? One extends Span
    ? Omit<One, keyof Span>
    : never
  : never;

function fieldProblem(field: string): FieldProblem | undefined {
  const equals = field.indexOf('=');
  if (equals < 1) return { code: 'servicePublish.field', actual: field };
  const key = field.slice(0, equals);
  const actual = field.slice(equals + 1);
  if (key === 'protocol')
    return /^(tcp|udp|sctp)$/.test(actual) ? undefined : { code: 'servicePublish.protocol', actual };
  if (key === 'mode')
    return /^(ingress|host)$/.test(actual) ? undefined : { code: 'servicePublish.mode', actual };
  if (key !== 'target' && key !== 'published') return { code: 'servicePublish.key', actual: key };
  if (!/^\d+$/.test(actual))
    return { code: 'servicePublish.port', what: key, actual, reason: 'invalid syntax' };
  return Number(actual) > 65535
    ? { code: 'servicePublish.port', what: key, actual, reason: 'value out of range' }
    : undefined;
}
