import { DockerfileParser } from 'dockerfile-ast';
import { findSpelling, topics } from '../../catalog';
import type { Span } from '../span';
import { commentScopes, execScopes, noteScopes, shellScopes } from '../text/commandText';
import { shiftScope, type Scope, type Use } from '../use';
import type { Block, Language } from './block';
import { exposeScopes } from './exposeInstruction';
import { dockerfileTexts } from './heredoc';
import { endsWith, lineHead, lineStart, nextLine } from './lines';

type LineKind = 'blank' | 'comment' | 'content';

function lineKind(text: string, start: number): LineKind {
  const { character } = lineHead(text, start);
  if (character === '') return 'blank';
  return character === '#' ? 'comment' : 'content';
}

/** The sign that continues a line: a backslash, or what `# escape=` at the top says. */
function escapeSign(text: string): string {
  return (
    /^\uFEFF?(?:#[ \t]*\w+[ \t]*=[^\n]*\n)*?#[ \t]*escape[ \t]*=[ \t]*([`\\])[ \t\r]*(?:\n|$)/i.exec(
      text.slice(0, 500),
    )?.[1] ?? '\\'
  );
}

/** Comments and empty lines do not end an instruction that goes on. */
function blockStart(text: string, offset: number): number {
  const sign = escapeSign(text);
  let start = lineStart(text, offset);
  for (let above = contentAbove(text, start); above !== undefined && endsWith(text, above, sign);) {
    start = above;
    above = contentAbove(text, start);
  }
  while (lineKind(text, start) === 'comment' && start > 0) {
    const above = lineStart(text, start - 1);
    if (lineKind(text, above) !== 'comment') break;
    start = above;
  }
  return start;
}

/** The nearest line above that is neither blank nor a comment. */
function contentAbove(text: string, start: number): number | undefined {
  for (let line = start; line > 0;) {
    line = lineStart(text, line - 1);
    if (lineKind(text, line) === 'content') return line;
  }
  return undefined;
}

function blockFrom(text: string, at: number): Block {
  const kind = lineKind(text, at);
  if (kind === 'content') return { kind: 'instruction', start: at, end: instructionEnd(text, at) };
  let end = nextLine(text, at);
  while (kind === 'comment' && end < text.length && lineKind(text, end) === 'comment')
    end = nextLine(text, end);
  return { kind, start: at, end };
}

function instructionEnd(text: string, at: number): number {
  const sign = escapeSign(text);
  for (let line = at; ;) {
    const end = nextLine(text, line);
    const continues = lineKind(text, line) === 'content' ? endsWith(text, line, sign) : true;
    if (!continues || end >= text.length) return end;
    line = end;
  }
}

/** Instructions whose arguments are a command of the shell, and those that hold none. Others are a heredoc's lines. */
const shellInstructions = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'ONBUILD']);
const otherInstructions = new Set(
  'ADD ARG COPY ENV EXPOSE FROM MAINTAINER SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
);

function scopes(text: string, block: Block): readonly Scope[] {
  const source = text.slice(block.start, block.end);
  if (block.kind === 'comment') return commentScopes(source, block.start);
  if (block.kind !== 'instruction') return [];
  const { joined, comments } = joinLines(source, escapeSign(text));
  const said = comments.flatMap(({ start, end }) =>
    commentScopes(source.slice(start, end), block.start + start),
  );
  return [...instructionScopes(joined).map((scope) => shiftScope(scope, block.start)), ...said];
}

/** One line of the same length: what continues it, and comments between, are blank. */
function joinLines(
  source: string,
  sign: string,
): { readonly joined: string; readonly comments: readonly Span[] } {
  const pieces: string[] = [];
  const comments: Span[] = [];
  for (let start = 0, end = 0; start < source.length; start = end) {
    end = nextLine(source, start);
    const line = source.slice(start, end);
    const kind = lineKind(source, start);
    if (kind === 'comment') comments.push({ start, end });
    if (kind !== 'content') pieces.push(' '.repeat(line.length));
    else if (endsWith(source, start, sign)) pieces.push(blankTail(line, sign));
    else pieces.push(line);
  }
  return { joined: pieces.join(''), comments };
}

function blankTail(line: string, sign: string): string {
  const at = line.lastIndexOf(sign);
  return line.slice(0, at) + ' '.repeat(line.length - at);
}

function instructionScopes(line: string): readonly Scope[] {
  const keyword = /^[\s\uFEFF]*([A-Za-z]+)/.exec(line)?.[1]?.toUpperCase() ?? '';
  if (keyword === 'LABEL') return noteScopes(line, 0);
  const exposed = exposeScopes(line);
  if (exposed.length > 0) return exposed;
  if (otherInstructions.has(keyword)) return [];
  const commands = [...shellScopes(line, 0), ...execScopes(line)];
  const flags = shellInstructions.has(keyword) ? runFlags(line) : [];
  return flags.length > 0
    ? [{ place: 'dockerfileRun', name: undefined, prose: false, uses: flags }, ...commands]
    : commands;
}

const longestParsed = 100_000;

/** The flags of a RUN instruction: `RUN --network=none make test`. */
function runFlags(line: string): readonly Use[] {
  if (line.length > longestParsed || !/^[\s\uFEFF]*(ONBUILD\s+)?RUN\s+--/i.test(line)) return [];
  const lead = /^[\s\uFEFF]*(ONBUILD\s+)?/i.exec(line)?.[0].length ?? 0;
  const instruction = DockerfileParser.parse(line.slice(lead)).getInstructions()[0];
  if (!instruction || !('getFlags' in instruction)) return [];
  const flags = (instruction as { getFlags(): readonly RunFlag[] }).getFlags();
  return flags.flatMap((flag) => runFlagUse(flag, lead) ?? []);
}

/** What is used of a flag of dockerfile-ast. The parsed text is one line, so a character is an offset. */
interface RunFlag {
  getName(): string;
  getNameRange(): { readonly start: Position; readonly end: Position };
  getValue(): string | null;
  getValueRange(): { readonly start: Position; readonly end: Position } | null;
}

interface Position {
  readonly character: number;
}

function runFlagUse(flag: RunFlag, lead: number): Use | undefined {
  const spelling = `--${flag.getName()}`;
  const found = findSpelling(topics, 'dockerfileRun', spelling);
  if (!found) return undefined;
  const name = flag.getNameRange();
  const range = flag.getValueRange();
  const text = flag.getValue() ?? '';
  const value =
    range && text !== ''
      ? { start: lead + range.start.character, end: lead + range.end.character }
      : undefined;
  return {
    topic: found.topic.id,
    place: 'dockerfileRun',
    kind: 'flag',
    spelling,
    syntax: found.spelling.syntax,
    name: { start: lead + name.start.character - 2, end: lead + name.end.character },
    value,
    text: value && text,
    plain: false,
    parts: [],
  };
}

/** Dockerfiles: a block is an instruction with its lines, or a run of comment lines. */
export const dockerfile: Language = { blockStart, blockFrom, scopes, texts: dockerfileTexts };
