import { removeItem } from '../fixes/edits';
import type { FileView } from '../compose/fileView';
import { findContainer } from '../facts';
import { hoverSpan, isInterpolated, valueSpan, type Scope, type Use } from '../use';
import type { Span } from '../span';
import { needsOwnNetwork } from '../hover/needsOwnNetwork';
import { readBorrowedMode, readLink } from '../values/read';
import { rule, type Fix } from './rule';

interface LinkUse extends Span {
  readonly use: Use;
  readonly scope: Scope;
  readonly target: string;
}

function links(scope: Scope): readonly LinkUse[] {
  return scope.uses.flatMap((use) => {
    const link = readLink(use);
    return link?.ok ? [{ use, scope, target: link.target, ...hoverSpan(use) }] : [];
  });
}

/** A service is found by its name without a link; under another name only by an alias of its own. */
function withoutLink({ use, scope, target }: LinkUse, file: FileView): readonly Fix[] {
  const plain = use.text === target || use.text === `${target}:${target}`;
  const edit = plain && use.syntax === 'serviceLink' ? removeItem(file, scope, use) : undefined;
  return edit ? [{ title: `Remove the link to ${target}`, edits: [edit] }] : [];
}

/** Any link. */
export const legacyLink = rule<LinkUse>({
  code: 'link.legacy',
  severity: 'hint',
  about: 'A link: on networks of your own containers find each other by name.',
  docs: 'https://docs.docker.com/engine/network/links/',
  check: (scope) => (readBorrowedMode(scope) === undefined ? links(scope) : []),
  say: ({ use, target }) =>
    use.syntax === 'serviceLink'
      ? `Links are legacy: services of one network find ${target} by its name. Another name is an alias under its networks; the order of starting is depends_on.`
      : `Links are legacy: on a network of your own ${target} is found by its name. Make one with docker network create, and join it with --network.`,
  mend: withoutLink,
});

/** `--link nosuch` on the default bridge, where the engine looks for it at once. */
export const linkMissing = rule<LinkUse>({
  code: 'link.unknownContainer',
  severity: 'information',
  about: 'A link on the default bridge to a container that the connected engine does not have.',
  docs: 'https://docs.docker.com/engine/network/links/',
  check: (scope, file) => {
    const { live, made, languageId } = file;
    const chosen = scope.uses.some(
      ({ syntax, text }) => syntax === 'network' && text !== 'bridge' && text !== 'default',
    );
    if (!live || languageId === 'markdown' || chosen || needsOwnNetwork(scope) === undefined) return [];
    return links(scope)
      .filter(
        ({ target }) =>
          !isInterpolated(target) && !made.containers.has(target) && !findContainer(live, target),
      )
      .map((link) => ({ ...link, ...valueSpan(link.use, { start: 0, end: link.target.length }) }));
  },
  say: ({ target }) =>
    `could not get container for ${target}: the connected engine has none of that name. Start it first.`,
});
