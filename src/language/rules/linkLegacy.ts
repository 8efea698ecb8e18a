import type { FileView } from '../compose/fileView';
import { removeItem } from '../fixes/edits';
import { linkAsAlias } from '../fixes/linkAsAlias';
import { readBorrowedMode, readLink } from '../values/read';
import { links, type LinkUse } from './shared/links';
import { rule, type Fix } from './shared/rule';

/** A service is found by its name without a link; under another name only by an alias of its own. */
function withoutLink({ use, scope, target }: LinkUse, file: FileView): readonly Fix[] {
  const link = readLink(use);
  if (use.syntax === 'serviceLink' && link?.ok && link.alias !== link.target)
    return linkAsAlias(file, scope, use, link);
  const plain = use.text === target || use.text === `${target}:${target}`;
  const edit = plain && use.syntax === 'serviceLink' ? removeItem(file, scope, use) : undefined;
  return edit ? [{ title: `Remove the link to ${target}`, edits: [edit] }] : [];
}

/** Any link. */
export const linkLegacy = rule<LinkUse>({
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
