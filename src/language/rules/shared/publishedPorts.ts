import type { FileView } from '../../compose/fileView';
import { keyOf, removeFlag, removeLines } from '../../fixes/edits';
import type { Span } from '../../span';
import { hasEntries, hoverSpan, type Scope, type Use } from '../../use';
import { readBorrowedMode, type BorrowedMode } from '../../values/read';
import type { Fix } from './rule';

export interface Published extends Span {
  readonly mode: BorrowedMode;
  readonly use: Use;
  readonly scope: Scope;
}

export function published(scope: Scope, modes: readonly BorrowedMode[]): readonly Published[] {
  const mode = readBorrowedMode(scope);
  const uses = scope.uses.filter(
    (use) => use.syntax === 'publish' && (use.kind === 'flag' || use.kind === 'key'),
  );
  return mode && modes.includes(mode) && hasEntries(scope, 'publish')
    ? uses.map((use) => ({ mode, use, scope, ...hoverSpan(use) }))
    : [];
}

export function withoutPorts({ use, scope }: Published, file: FileView): readonly Fix[] {
  const key = keyOf(file, scope, use);
  const flag = removeFlag(file.text, use);
  const edit = key ? removeLines(key) : flag;
  return edit ? [{ title: `Remove ${use.spelling}`, edits: [edit], preferred: true }] : [];
}
