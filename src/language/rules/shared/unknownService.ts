import type { FileView } from '../../compose/fileView';
import { oneEdit, replace } from '../../fixes/edits';
import type { Span } from '../../span';
import { isInterpolated, valueSpan, type Scope, type Use } from '../../use';
import type { Fix } from './rule';
import { similarName } from './similarName';

export interface UnknownService extends Span {
  readonly name: string;
  readonly from: string;
  readonly near: string | undefined;
}

export type Naming = Span & { readonly name: string };

/** Uses that name a service which the file does not have. */
export function unknown(
  { compose }: FileView,
  nameIn: (use: Use) => Naming | undefined,
): readonly UnknownService[] {
  if (!compose || compose.outline.open) return [];
  const services = [...compose.outline.services.keys()];
  return compose.services.flatMap((scope: Scope) =>
    scope.uses.flatMap((use) => {
      const naming = nameIn(use);
      if (!naming || services.includes(naming.name) || isInterpolated(naming.name)) return [];
      const near = similarName(naming.name, services);
      return [{ name: naming.name, from: scope.name ?? '', near, ...valueSpan(use, naming) }];
    }),
  );
}

export function nearest({ name, near, start, end }: UnknownService, { text }: FileView): readonly Fix[] {
  return near !== undefined && text.slice(start, end) === name
    ? [oneEdit(`Change to ${near}`, replace({ start, end }, near), true)]
    : [];
}
