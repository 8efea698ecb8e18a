import { removeItem } from '../fixes/edits';
import type { FileView } from '../compose/fileView';
import type { Span } from '../span';
import { isInterpolated, type Scope, type Use } from '../use';
import { rule } from './shared/rule';

interface Twice extends Span {
  readonly name: string;
  readonly use: Use;
  readonly scope: Scope;
  readonly first: Span;
  readonly positions: string;
}

function repeated(scope: Scope, { text: file }: FileView): readonly Twice[] {
  const items = scope.uses.filter(
    ({ syntax, kind, place, merged }) =>
      syntax === 'networks' && kind === 'item' && place === 'composeService' && !merged,
  );
  return items.flatMap((use, index) => {
    const { text: name, value } = use;
    if (name === undefined || !value || isInterpolated(name) || isKey(file, value)) return [];
    const at = items.findIndex((other) => other.text === name);
    const first = items[at]?.value;
    return first && at < index && first.start !== value.start
      ? [{ name, use, scope, first, positions: `${at},${index}`, ...value }]
      : [];
  });
}

/** A map says with a key what a list says with an item. */
function isKey(text: string, { end }: Span): boolean {
  return /^["']?\s*:/.test(text.slice(end, end + 20));
}

/** `networks: [front, front]` */
export const networkTwice = rule<Twice>({
  code: 'network.twice',
  severity: 'error',
  about: 'One network twice in the list of a service.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#networks',
  check: repeated,
  say: ({ name, scope, positions }) =>
    `services.${scope.name ?? ''}.networks array items[${positions}] must be unique. ${name} stands there already.`,
  relate: ({ first, name }) => [{ start: first.start, end: first.end, message: `${name} is here first.` }],
  mend: ({ use, scope, name }, file) => {
    const edit = removeItem(file, scope, use);
    return edit ? [{ title: `Remove the second ${name}`, edits: [edit], preferred: true }] : [];
  },
});
