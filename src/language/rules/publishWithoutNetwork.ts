import { hasEntries, hoverSpan, type Scope } from '../use';
import { readBorrowedMode, type BorrowedMode } from '../values/read';
import { rule } from './rule';

function published(scope: Scope, modes: readonly BorrowedMode[]) {
  const mode = readBorrowedMode(scope);
  const uses = scope.uses.filter(
    (use) => use.syntax === 'publish' && (use.kind === 'flag' || use.kind === 'key'),
  );
  return mode && modes.includes(mode) && hasEntries(scope, 'publish')
    ? uses.map((use) => ({ mode, ...hoverSpan(use) }))
    : [];
}

/** Ports of a container on the host network, or on none. */
export const publishWithoutNetwork = rule({
  code: 'publish.discarded',
  severity: 'warning',
  check: (scope) => published(scope, ['host', 'none']),
  say: ({ mode }) =>
    mode === 'host'
      ? 'Published ports are discarded when using host network mode. The program is open on the host as it is.'
      : 'Without a network nothing is published, and the engine says nothing about it.',
});

/** Ports of a container that shares the network of another. */
export const publishWithSharedNetwork = rule({
  code: 'publish.sharedNetwork',
  severity: 'error',
  check: (scope) => published(scope, ['container', 'service']),
  say: () =>
    'conflicting options: port publishing and the container type network mode. Publish the ports on the container whose network is shared.',
});
