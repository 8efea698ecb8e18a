import { addBox, type Draft } from '../draft';
import type { Box, Rect, Subject, TextLine, Tone } from '../scene';
import { line, measureText } from '../text';

/** Between a stage's border and the rows in it. */
export const stageInset = 8;
const headingInset = 10;

/** A line of words inside a stage, wrapped to its width. */
export function wrap(text: string, x: number, y: number, width: number): TextLine[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measureText(`${last} ${word}`, 'small') <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.map((words, index) => line(words, x, y + index * 15, width, { font: 'small', tone: 'muted' }));
}

/** Words where nothing can be drawn: what is missing here, and why. */
export function addNote(
  draft: Draft,
  id: string,
  text: string,
  place: Omit<Rect, 'h'>,
  parent?: string,
): Box {
  const lines = wrap(text, 12, 22, place.w - 24);
  return addBox(draft, {
    id,
    kind: 'note',
    parent,
    ...place,
    h: 20 + lines.length * 15,
    lines,
    label: text,
    tone: 'muted',
  });
}

export interface RowSpec extends Rect {
  readonly id: string;
  readonly parent: string;
  readonly text: string;
  readonly tone: Tone;
  readonly label: string;
  readonly subject?: Subject;
  readonly derived?: boolean;
  readonly faded?: boolean;
  readonly expanded?: boolean;
}

/** One line of a stage as a box of its own, so that a wire can end at it. */
export function addRow(draft: Draft, spec: RowSpec): Box {
  const { text, ...rest } = spec;
  const fitted = line(text, 8, spec.h / 2 + 4, spec.w - 16, { font: 'monoSmall' });
  return addBox(draft, { ...rest, kind: 'row', lines: [fitted] });
}

/** A stage's heading, with a word at its right end. */
export function stageHeading(title: string, corner: string, width: number, tone: Tone = 'plain'): TextLine[] {
  const cornerRoom = corner === '' ? 0 : measureText(corner, 'small') + 8;
  const heading = line(title, headingInset, 24, width - 2 * headingInset - cornerRoom, {
    font: 'title',
    tone,
  });
  return corner === ''
    ? [heading]
    : [
        heading,
        line(corner, width - headingInset, 24, cornerRoom, { font: 'small', tone: 'muted', anchor: 'end' }),
      ];
}
