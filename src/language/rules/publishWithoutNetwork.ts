import { keyOf, removeFlag, removeLines } from '../fixes/edits';
import type { FileView } from '../compose/fileView';
import type { Span } from '../span';
import { hasEntries, hoverSpan, type Scope, type Use } from '../use';
import { readBorrowedMode, type BorrowedMode } from '../values/read';
import { rule, type Fix } from './rule';

interface Published extends Span {
  readonly mode: BorrowedMode;
  readonly use: Use;
  readonly scope: Scope;
}

function published(scope: Scope, modes: readonly BorrowedMode[]): readonly Published[] {
  const mode = readBorrowedMode(scope);
  const uses = scope.uses.filter(
    (use) => use.syntax === 'publish' && (use.kind === 'flag' || use.kind === 'key'),
  );
  return mode && modes.includes(mode) && hasEntries(scope, 'publish')
    ? uses.map((use) => ({ mode, use, scope, ...hoverSpan(use) }))
    : [];
}

function withoutPorts({ use, scope }: Published, file: FileView): readonly Fix[] {
  const key = keyOf(file, scope, use);
  const flag = removeFlag(file.text, use);
  const edit = key ? removeLines(key) : flag;
  return edit ? [{ title: `Remove ${use.spelling}`, edits: [edit], preferred: true }] : [];
}

const docs = 'https://docs.docker.com/engine/network/drivers/host/';

/** Ports of a container on the host network, or on none. */
export const publishWithoutNetwork = rule<Published>({
  code: 'publish.discarded',
  severity: 'warning',
  about: 'Ports that are published on the host network, or without one: they are discarded.',
  docs,
  check: (scope) => published(scope, ['host', 'none']),
  say: ({ mode }) =>
    mode === 'host'
      ? 'Published ports are discarded when using host network mode. The program is open on the host as it is.'
      : 'Without a network nothing is published, and the engine says nothing about it.',
  mend: withoutPorts,
});

/** Ports of a container that shares the network of another. */
export const publishWithSharedNetwork = rule<Published>({
  code: 'publish.sharedNetwork',
  severity: 'error',
  about: 'Ports that are published by a container that shares the network of another.',
  docs: 'https://docs.docker.com/engine/network/#container-networks',
  check: (scope) => published(scope, ['container', 'service']),
  say: () =>
    'conflicting options: port publishing and the container type network mode. Publish the ports on the container whose network is shared.',
  mend: withoutPorts,
});
