import { hoverSpan, type Scope } from '../use';
import { readNetwork } from '../values/read';
import { rule } from './rule';

type Mode = 'host' | 'none' | 'container' | 'service';

function modeOf({ uses }: Scope): Mode | undefined {
  for (const value of uses.map(readNetwork)) {
    if (value?.ok && value.mode !== 'named' && value.mode !== 'bridge' && value.mode !== 'default')
      return value.mode;
  }
  return undefined;
}

function published(scope: Scope, modes: readonly Mode[]) {
  const mode = modeOf(scope);
  const uses = scope.uses.filter(
    (use) => use.syntax === 'publish' && (use.kind === 'flag' || use.kind === 'key'),
  );
  return mode && modes.includes(mode) ? uses.map((use) => ({ mode, ...hoverSpan(use) })) : [];
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
