import { entriesUnder, type Entry } from '../compose/outline';
import { outlineOf, type FileView } from '../compose/fileView';
import type { Fix, TextEdit } from '../rules/shared/rule';
import type { Span } from '../span';
import type { Scope, Use } from '../use';

/** One edit under one title. */
export function oneEdit(title: string, edit: TextEdit, preferred = false): Fix {
  return { title, edits: [edit], ...(preferred ? { preferred } : {}) };
}

/** Another text in the place of a span. */
export function replace({ start, end }: Span, text: string): TextEdit {
  return { start, end, text };
}

/** The value of a use, where it is written as it is read: others are not rewritten. */
export function writtenValue(use: Use): Span | undefined {
  const { value, text } = use;
  return value && text?.length === value.end - value.start ? value : undefined;
}

/** Takes the lines away. */
export function removeLines({ lines }: Entry): TextEdit {
  return replace(lines, '');
}

/** The key of a service that a use is about, or in which it stands; undefined where it is not written in lines. */
export function keyOf(file: FileView, scope: Scope, use: Use): Entry | undefined {
  return outlineOf(file, scope)?.keys.find(
    ({ lines }) => lines.start <= use.name.start && use.name.end <= lines.end,
  );
}

/** An item of a list, with its dash and the whole of its lines; undefined where it is written in brackets. */
export function itemLines(text: string, { start, end }: Span): Span | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline + 1;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return /^\s*-\s+["']?$/.test(before) && /^["']?\s*(#.*)?\s*$/.test(after)
    ? { start: from, end: to }
    : undefined;
}

/** Takes an item off a list; the key with it, where it is the only one. */
export function removeItem(file: FileView, scope: Scope, use: Use): TextEdit | undefined {
  const lines = use.value && itemLines(file.text, use.value);
  if (!lines) return undefined;
  const siblings = scope.uses.filter(
    ({ kind, name, place }) => kind === 'item' && place === use.place && name.start === use.name.start,
  );
  const key = siblings.length === 1 ? keyOf(file, scope, use) : undefined;
  return key?.key.start === use.name.start ? removeLines(key) : replace(lines, '');
}

/** A flag with its value and the blank before it. */
export function removeFlag(text: string, use: Use): TextEdit | undefined {
  if (use.kind !== 'flag') return undefined;
  const at = use.name.start;
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const blank = /[ \t]+$/.exec(before)?.[0].length ?? 0;
  const quoted = use.value && /["']/.test(text[use.value.end] ?? '') ? 1 : 0;
  const own = before.trim() === '' || /["']/.test(text[at - 1] ?? '');
  // A flag on a line of its own leaves its continuation behind; one in quotes is another word.
  if (own) return undefined;
  return replace({ start: at - blank, end: (use.value?.end ?? use.name.end) + quoted }, '');
}

/** The key under a key, by its name. */
export function under(text: string, entry: Entry, name: string): Entry | undefined {
  return entriesUnder(text, entry).find((one) => one.name === name);
}
