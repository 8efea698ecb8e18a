import type { FileView } from '../../compose/fileView';
import { findContainer, findNetwork } from '../../facts';
import type { Span } from '../../span';
import { isInterpolated, valueSpan, type Scope } from '../../use';
import { readNetwork } from '../../values/read';

export interface Missing extends Span {
  readonly name: string;
}

export function missing(
  { place, uses }: Scope,
  file: FileView,
  kind: 'container' | 'network',
): readonly Missing[] {
  const { live } = file;
  const made = file.made[kind === 'network' ? 'networks' : 'containers'];
  // A note is about some engine, and not this one.
  if (!live || file.languageId === 'markdown' || (place !== 'run' && place !== 'create')) return [];
  return uses.flatMap((use) => {
    const value = use.syntax === 'network' ? readNetwork(use) : undefined;
    if (!value?.ok || isInterpolated(value.name)) return [];
    const wanted = value.mode === (kind === 'network' ? 'named' : 'container');
    const there = kind === 'network' ? findNetwork(live, value.name) : findContainer(live, value.name);
    return wanted && !there && !made.has(value.name)
      ? [{ name: value.name, ...valueSpan(use, value.nameSpan) }]
      : [];
  });
}
