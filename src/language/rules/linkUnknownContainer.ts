import { findContainer } from '../facts';
import { needsOwnNetwork } from '../hover/needsOwnNetwork';
import { isInterpolated, valueSpan } from '../use';
import { links, type LinkUse } from './shared/links';
import { rule } from './shared/rule';

/** `--link nosuch` on the default bridge, where the engine looks for it at once. */
export const linkUnknownContainer = rule<LinkUse>({
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
