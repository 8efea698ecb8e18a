import type { Span } from '../span';
import { fileRule } from './shared/rule';

/** Two addresses of hardware that are the same. */
export const macTwice = fileRule<
  Span & { readonly text: string; readonly service: string; readonly first: Span }
>({
  code: 'mac.twice',
  severity: 'warning',
  about: 'One MAC address for two services of a network.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#mac_address',
  checkFile: ({ compose }) => {
    const seen = new Map<string, Span & { readonly service: string }>();
    const uses = (compose?.services ?? []).flatMap((scope) => scope.uses.map((use) => ({ scope, use })));
    return uses.flatMap(({ scope, use: { syntax, text, value, owner } }) => {
      if (syntax !== 'mac' || !value || text === undefined || !/^[\da-f]{2}([:-][\da-f]{2}){5}$/i.test(text))
        return [];
      const key = `${owner ?? ''} ${text.toLowerCase().replaceAll('-', ':')}`;
      const first = seen.get(key);
      if (!first) seen.set(key, { ...value, service: scope.name ?? '' });
      return first && first.start !== value.start && first.service !== scope.name
        ? [{ text, service: first.service, first, ...value }]
        : [];
    });
  },
  say: ({ text, service }) =>
    `${service} has ${text} too: on one network two of them lose packets, and the engine does not look. Choose another one.`,
  relate: ({ first }) => [{ start: first.start, end: first.end, message: 'It is given here first.' }],
});
