import { commentScopes } from '../text/commandText';
import type { Scope } from '../use';
import { Anchors } from './anchors';
import { blockAt, type Block, type Language } from './block';
import { fragmentScopes } from './composeFragments';
import { composeScopes } from './composeNodes';
import { lineHead, lineStart, nextLine } from './lines';
import { yamlComments } from './yamlComments';

type Section = 'services' | 'networks' | undefined;

/** A line that starts something: no blank, no comment. */
function isContent(text: string, line: number): boolean {
  const { character } = lineHead(text, line);
  return character !== '' && character !== '#';
}

function isTop(text: string, line: number): boolean {
  return isContent(text, line) && lineHead(text, line).column === 0;
}

const newline = 10;
const blank = 32;

/**
 * The top-level line at or above a line; the first line where there is none. It looks at each character once: a file
 * of 5,000 lines has its services at their end, too.
 */
function topAbove(text: string, from: number): number {
  let next = text.charCodeAt(from);
  for (let at = from - 1; at >= 0; at -= 1) {
    const character = text.charCodeAt(at);
    if (character === newline && next !== blank && isTop(text, at + 1)) return at + 1;
    next = character;
  }
  return 0;
}

/** The section that a top-level line opens, if its children stand on lines of their own. */
function sectionOf(text: string, top: number): Section {
  const line = text.slice(top, Math.min(nextLine(text, top), top + 200));
  const name = /^\uFEFF?(["']?)(services|networks)\1[ \t]*:[ \t]*(?:[&!]\S*[ \t]*)*(?:#.*)?\r?\n?$/.exec(
    line,
  )?.[2];
  return name === 'services' || name === 'networks' ? name : undefined;
}

/** How far the children of a section are indented: as the first of them. */
function childColumn(text: string, top: number): number {
  let line = nextLine(text, top);
  while (line < text.length && !isContent(text, line)) line = nextLine(text, line);
  return lineHead(text, line).column;
}

function blockStart(text: string, offset: number): number {
  return startBelow(text, offset, topAbove(text, lineStart(text, offset)));
}

function startBelow(text: string, offset: number, top: number): number {
  const from = lineStart(text, offset);
  if (top === from || sectionOf(text, top) === undefined) return top;
  const column = childColumn(text, top);
  let line = from;
  while (line > top && !startsChild(text, line, column)) line = lineStart(text, line - 1);
  return line;
}

/** True for a line that says something, in that column or before it. */
function startsChild(text: string, line: number, column: number): boolean {
  const head = lineHead(text, line);
  return head.character !== '' && head.character !== '#' && head.column <= column;
}

/** With the block above at hand no line is read twice, however many services a file has. */
function blockFrom(text: string, at: number, above?: Block): Block {
  return blockUnder(text, at, isTop(text, at) ? at : (above?.top ?? topAbove(text, at)));
}

/** The lines above are read once for both: where the block starts, and what it is. */
function blockAround(text: string, offset: number): Block {
  const top = topAbove(text, lineStart(text, offset));
  return blockUnder(text, startBelow(text, offset, top), top);
}

function blockUnder(text: string, at: number, top: number): Block {
  const section = sectionOf(text, top);
  const column = section === undefined ? 0 : childColumn(text, top);
  let end = nextLine(text, at);
  while (end < text.length && !startsChild(text, end, column)) end = nextLine(text, end);
  return { kind: kindOf(section, top === at), start: at, end, top };
}

function kindOf(section: Section, header: boolean): Block['kind'] {
  if (header || section === undefined) return 'top';
  return section === 'services' ? 'service' : 'network';
}

/** The scopes of many blocks, with what their aliases stand for. */
function reader(text: string): (block: Block) => readonly Scope[] {
  const anchors = new Anchors(text, (offset) => blockAt(compose, text, offset));
  return (block) => {
    const source = text.slice(block.start, block.end);
    const said = yamlComments(source).flatMap(({ start, end }) =>
      commentScopes(source.slice(start, end), block.start + start),
    );
    return [...composeScopes(block, anchors), ...fragmentScopes(block, anchors), ...said];
  };
}

/** Compose files: a block is a service, a network definition, or another top-level entry. */
export const compose: Language = {
  blockStart,
  blockFrom,
  blockAround,
  scopes: (text, block) => reader(text)(block),
  reader,
};
