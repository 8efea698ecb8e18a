import type { Span } from '../span';
import type { PublishOddity, PublishProblem } from './publishProblem';
import type { Refused } from './refused';

/** A value in the short notation, which remembers where its characters stood in the text. */
export interface Notation {
  readonly ok: true;
  readonly text: string;
  readonly span: (start: number, end: number) => Span;
  readonly ignoredKeys: readonly PublishOddity[];
}

/** The command line rewrites `published=8080,target=80` to `8080:80/tcp` before it reads on. */
export function standardNotation(text: string): Notation | Refused<PublishProblem> {
  if (!text.includes('=')) return { ok: true, text, span: (start, end) => ({ start, end }), ignoredKeys: [] };
  const fields = new Map<string, Field>();
  let start = 0;
  for (const parameter of text.split(',')) {
    const equals = parameter.indexOf('=');
    const end = start + parameter.length;
    if (equals < 1) return { ok: false, problem: { code: 'publish.format', actual: parameter, start, end } };
    fields.set(parameter.slice(0, equals), {
      value: parameter.slice(equals + 1),
      name: start,
      start: start + equals + 1,
    });
    start = end + 1;
  }
  return assemble(text, fields);
}

interface Field {
  readonly value: string;
  readonly name: number;
  readonly start: number;
}

const known = new Set(['published', 'target', 'protocol']);

function assemble(text: string, fields: ReadonlyMap<string, Field>): Notation {
  const published = fields.get('published');
  const target = fields.get('target');
  const protocol = fields.get('protocol');
  const notation = `${published?.value ?? ''}:${target?.value ?? ''}/${protocol?.value ?? 'tcp'}`;
  const targetAt = (published?.value.length ?? 0) + 1;
  const places = [
    { at: 0, field: published },
    { at: targetAt, field: target },
    { at: targetAt + (target?.value.length ?? 0) + 1, field: protocol },
  ];
  return { ok: true, text: notation, span: spanIn(text, places), ignoredKeys: ignoredKeys(fields) };
}

/** Characters that no field gave have no place of their own: the whole text stands for them. */
function spanIn(text: string, places: readonly { readonly at: number; readonly field: Field | undefined }[]) {
  return (start: number, end: number): Span => {
    for (const { at, field } of places) {
      if (field && at <= start && end <= at + field.value.length) {
        return { start: field.start + start - at, end: field.start + end - at };
      }
    }
    return { start: 0, end: text.length };
  };
}

function ignoredKeys(fields: ReadonlyMap<string, Field>): readonly PublishOddity[] {
  return [...fields]
    .filter(([key]) => !known.has(key))
    .map(([key, { name }]) => ({ code: 'ignoredKey', key, start: name, end: name + key.length }));
}
