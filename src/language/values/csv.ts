import type { Span } from '../span';

export interface CsvField extends Span {
  readonly text: string;
}

export type CsvResult =
  | { readonly ok: true; readonly fields: readonly CsvField[] }
  | { readonly ok: false; readonly words: string };

/** The first record of a CSV text, with Go's rules on quotes: a field is quoted as a whole or not at all. */
export function readFields(text: string): CsvResult {
  const fields: CsvField[] = [];
  for (let start = 0; start <= text.length;) {
    const quoted = text[start] === '"';
    const field = quoted ? readQuoted(text, start) : readPlain(text, start);
    if (typeof field === 'string') return { ok: false, words: field };
    fields.push(field);
    start = field.end + 1;
  }
  return { ok: true, fields };
}

function readPlain(text: string, start: number): CsvField | string {
  const comma = text.indexOf(',', start);
  const end = comma < 0 ? text.length : comma;
  const field = text.slice(start, end);
  const quote = field.indexOf('"');
  if (quote >= 0) return `parse error on line 1, column ${start + quote + 1}: bare " in non-quoted-field`;
  return { text: field, start, end };
}

function readQuoted(text: string, start: number): CsvField | string {
  let content = '';
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0)
      return `parse error on line 1, column ${text.length + 1}: extraneous or missing " in quoted-field`;
    content += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      content += '"';
      at = quote + 2;
    } else if (quote + 1 === text.length || text[quote + 1] === ',') {
      return { text: content, start, end: quote + 1 };
    } else {
      return `parse error on line 1, column ${quote + 1}: extraneous or missing " in quoted-field`;
    }
  }
}
