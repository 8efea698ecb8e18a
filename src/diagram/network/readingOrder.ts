import type { Box } from '../scene';
import { columnAt } from './columns';

/** Boxes as one reads them: each parent before its children, siblings column by column and from top to bottom. */
export function readingOrder(boxes: readonly Box[]): Box[] {
  const children = new Map<string | undefined, Box[]>();
  for (const box of boxes) {
    const siblings = children.get(box.parent);
    if (siblings) {
      siblings.push(box);
    } else {
      children.set(box.parent, [box]);
    }
  }
  const ordered: Box[] = [];
  const visit = (parent: string | undefined): void => {
    const siblings = children.get(parent);
    for (const box of siblings?.sort(compareBoxes) ?? []) {
      ordered.push(box);
      visit(box.id);
    }
  };
  visit(undefined);
  return ordered;
}

function compareBoxes(a: Box, b: Box): number {
  return columnAt(a.x) - columnAt(b.x) || a.y - b.y || a.x - b.x;
}
