import { findSpelling, topics } from '../../catalog';
import type { Scope, Use } from '../use';

/** The ports of `EXPOSE 80 443/tcp`, of one line. Words with variables stay whole: `${PORT:-80}`. */
export function exposeScopes(line: string): readonly Scope[] {
  const keyword = /^[\s\uFEFF]*(?:ONBUILD\s+)?(EXPOSE)(?=\s|$)/i.exec(line);
  const found = findSpelling(topics, 'dockerfile', 'EXPOSE');
  if (!keyword || !found) return [];
  const end = keyword[0].length;
  const instruction: Use = {
    topic: found.topic.id,
    place: 'dockerfile',
    kind: 'key',
    spelling: 'EXPOSE',
    syntax: found.spelling.syntax,
    name: { start: end - 'EXPOSE'.length, end },
    value: undefined,
    text: undefined,
    plain: false,
    parts: [],
  };
  const words = line.slice(end).matchAll(/(?:\$\{[^}]{0,200}\}|\S)+/g);
  const ports = Array.from(words, ({ index, 0: word }): Use => {
    const start = end + index;
    const quoted = /^(["'])(.+)\1$/.exec(word)?.[2];
    const from = quoted === undefined ? start : start + 1;
    const text = quoted ?? word;
    return { ...instruction, kind: 'item', value: { start: from, end: from + text.length }, text };
  });
  return [{ place: 'dockerfile', name: undefined, prose: false, uses: [instruction, ...ports] }];
}
