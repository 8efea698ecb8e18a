import type { Font, TextLine, Tone } from './scene';
import type { Face } from './textWidths';
import { asciiWidths, otherWidth, signWidth } from './textWidths';

interface FontSpec {
  readonly size: number;
  readonly face: Face;
  readonly weight: number;
}

/** Every text in a drawing is set in one of these. */
export const fonts: Readonly<Record<Font, FontSpec>> = {
  heading: { size: 18, face: 'bold', weight: 600 },
  title: { size: 12.5, face: 'bold', weight: 600 },
  body: { size: 11.5, face: 'sans', weight: 400 },
  small: { size: 11, face: 'sans', weight: 400 },
  mono: { size: 11.5, face: 'mono', weight: 400 },
  monoSmall: { size: 11, face: 'mono', weight: 400 },
  caption: { size: 11, face: 'bold', weight: 600 },
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const printableAscii = /^[ -~]*$/;

/** Width in pixels. An upper estimate: the real font may be narrower, so that text never runs over. */
export function measureText(text: string, font: Font): number {
  const { size, face } = fonts[font];
  return (hundredths(text, face) * size) / 100;
}

function hundredths(text: string, face: Face): number {
  if (face === 'mono' && printableAscii.test(text)) {
    return text.length * 61;
  }
  const table = asciiWidths[face];
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const width =
      table[code - 32] ?? (!(text.charCodeAt(index + 1) >= 0x300) ? signWidth(code, face) : undefined);
    if (width === undefined) {
      return sum + wideHundredths(text.slice(index), face);
    }
    sum += width;
  }
  return sum;
}

function wideHundredths(text: string, face: Face): number {
  let sum = 0;
  for (const { segment } of graphemes.segment(text)) {
    sum += graphemeWidth(segment, face);
  }
  return sum;
}

function graphemeWidth(segment: string, face: Face): number {
  const width = segment.length === 1 ? asciiWidths[face][segment.charCodeAt(0) - 32] : undefined;
  return width ?? otherWidth(segment, face);
}

/** Cuts to a width at a grapheme's border and says so with an ellipsis: `a-very-long-na…`. */
export function fitText(text: string, font: Font, width: number): string {
  if (measureText(text, font) <= width) {
    return text;
  }
  const { size, face } = fonts[font];
  let room = (width * 100) / size - graphemeWidth('…', face);
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    room -= graphemeWidth(segment, face);
    if (room < 0) {
      break;
    }
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Marks that turn the direction of the text around them, and control characters: a name may not rearrange its neighbours. */
const unruly = /[\p{Control}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const everyUnruly = new RegExp(unruly, 'gu');

/** A name as it can be shown on one line: control and direction marks become visible. */
export function tame(text: string): string {
  if (printableAscii.test(text)) {
    return text;
  }
  return unruly.test(text) ? text.replaceAll(everyUnruly, '\ufffd') : text;
}

export interface LineStyle {
  readonly font?: Font;
  readonly tone?: Tone;
  readonly anchor?: TextLine['anchor'];
}

/** A line of text at a place (its baseline), no wider than `width`. */
export function line(text: string, x: number, y: number, width: number, style: LineStyle = {}): TextLine {
  const { font = 'body', tone = 'plain', anchor = 'start' } = style;
  const whole = tame(text);
  const fitted = fitText(whole, font, width);
  return { x, y, text: fitted, whole: fitted === whole ? undefined : whole, font, tone, anchor };
}
