import type { Box, Scene, Subject } from '../diagram';
import { findBoxes, sameSubject } from './reading';

/** What the find box holds: the text, its matches in reading order, and which of them was jumped to. */
export interface Found {
  readonly text: string;
  readonly at: number;
  readonly boxes: readonly Box[];
}

export const nothingFound: Found = { text: '', at: 0, boxes: [] };

/** The matches of a text; the place in them is kept while the text stays the same and the scene changes. */
export function findIn(scene: Scene | undefined, text: string, before: Found): Found {
  const boxes = scene ? findBoxes(scene, text) : [];
  const at = text === before.text ? Math.min(before.at, Math.max(0, boxes.length - 1)) : 0;
  return { text, at, boxes };
}

/** The match to jump to: the one at hand first, the next or the one before once that is selected. */
export function step(found: Found, by: number, selected: Subject | undefined): Found {
  const { boxes, at } = found;
  if (boxes.length === 0 || !sameSubject(boxes[at]?.subject, selected)) {
    return found;
  }
  return { ...found, at: (at + by + boxes.length) % boxes.length };
}
