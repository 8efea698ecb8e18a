import { shellTexts } from '../blocks/shellTexts';
import { mapScope, shiftScope, type Scope } from '../use';
import { bareUses, namesOtherProgram } from './bareFlags';
import { readingOf, type Reading } from './dialects';
import { dockerScopes } from './dockerCommand';
import { execWords } from './execForm';
import { piece } from './flagUse';
import { isCommandText } from './innerCommand';
import { mayName } from './programs';
import { readWords, type Command, type Word, type Words } from './words';

type ShellReading = Exclude<Reading, 'prose'>;

/** Commands in strings in commands in strings are followed so far. */
const deepest = 3;

/** The signs of comments. */
const commentSign = /#|\brem\b|::/i;

/** Nothing but a comment. */
const commentLine = /^[ \t]*#[^\n]*\n?$/;

/** The docker commands of a shell text, and what its comments say. `base` is where the text stands in its file. */
export function shellScopes(text: string, base: number, reading: ShellReading = 'shell'): readonly Scope[] {
  if (!mayName(text) && !(text.includes('-') && commentSign.test(text))) return [];
  if (reading !== 'batch' && commentLine.test(text)) return commentScopes(text, base);
  const { commands, substituted, comments } = readAll(text, reading);
  const inComments = comments.flatMap(({ start, end }) => {
    const comment = text.slice(start, end);
    return commentScopes(
      reading === 'batch' ? comment.replace(/^@?rem\b|^::/i, blanks) : comment,
      base + start,
    );
  });
  return [...shiftAll(commandScopes([...commands, ...substituted], reading, 0), base), ...inComments];
}

/** Of commands that run. */
function commandScopes(commands: readonly Command[], reading: ShellReading, depth: number): readonly Scope[] {
  const found = commands.flatMap((command) => dockerScopes(command, false));
  const inStrings = commands.flatMap((command) =>
    command.flatMap((_, index) => stringScopes(command, index, reading, depth)),
  );
  return inStrings.length === 0 ? found : merged(found, inStrings);
}

/** What stands in `$(…)` inside a word is read with the word, too. What runs is more than what is shown. */
function merged(found: readonly Scope[], more: readonly Scope[]): readonly Scope[] {
  const byStart = new Map<number, Scope>();
  const silent: Scope[] = [];
  for (const scope of [...found, ...more]) {
    const start = scope.uses[0]?.name.start;
    const known = start === undefined ? undefined : byStart.get(start);
    if (start === undefined) silent.push(scope);
    else if (!known || (known.prose && !scope.prose)) byStart.set(start, scope);
  }
  return [...silent, ...byStart.values()];
}

/**
 * The docker commands in a string: those of `sh -c "…"` and `"$(…)"` run; those of `echo "…"` or `ssh host "…"` are
 * shown, or run elsewhere.
 */
function stringScopes(
  command: Command,
  index: number,
  reading: ShellReading,
  depth: number,
): readonly Scope[] {
  const word = command[index];
  if (!word || depth === deepest || !/\s/.test(word.text) || !mayName(word.text)) return [];
  const { commands, substituted } = readAll(word.text, reading);
  const shown = commandScopes(commands, reading, depth + 1);
  const runs = isCommandText(command, index);
  const found = [
    ...shown.map((scope) => (runs ? scope : { ...scope, prose: true })),
    ...commandScopes(substituted, reading, depth + 1),
  ];
  return found.map((scope) => mapScope(scope, spanIn(word)));
}

/** The docker commands of a text that stands in a string of another language. */
export function embeddedScopes(word: Word, reading: ShellReading = readingOf(word.text)): readonly Scope[] {
  const scopes = shellScopes(word.text, 0, reading);
  const texts = reading === 'shell' && scopes.length > 0 ? shellTexts(word.text) : [];
  return scopes.map((scope) => {
    const at = scope.uses[0]?.name.start ?? 0;
    const shown = texts.some(({ start, end }) => start <= at && at < end);
    return mapScope(shown ? { ...scope, prose: true } : scope, spanIn(word));
  });
}

/** A text for people in a string of another language. */
export function embeddedNotes(word: Word): readonly Scope[] {
  if (!mayName(word.text)) return [];
  return noteScopes(word.text, 0).map((scope) => mapScope(scope, spanIn(word)));
}

/** Where a stretch of the unquoted word stands. */
function spanIn(
  word: Word,
): (span: { readonly start: number; readonly end: number }) => ReturnType<typeof piece> {
  return ({ start, end }) => piece(word, start, end);
}

function blanks(sign: string): string {
  return ' '.repeat(sign.length);
}

/** The docker command of an instruction without a shell. */
export function execScopes(instruction: string): readonly Scope[] {
  return commandScopes([execWords(instruction)], 'shell', 0);
}

/** What comment lines say: docker commands, and flags that can mean nothing else. */
export function commentScopes(text: string, base: number): readonly Scope[] {
  if (!mayName(text) && !text.includes('-')) return [];
  const masked = maskHashes(text);
  const sentences = sentencesOf(masked);
  const scopes = sentences.flatMap((sentence) => {
    const commands = dockerScopes(sentence, true);
    return commands.length > 0 ? commands : bareScopes(sentence, masked);
  });
  return shiftAll(scopes, base);
}

/** Flags alone in a sentence, unless the line names a program that may be meant. */
function bareScopes(sentence: Command, text: string): readonly Scope[] {
  const uses = bareUses('run', sentence, false);
  if (uses.length === 0 || namesOtherProgram(lineAround(text, sentence))) return [];
  return [{ place: 'run', name: undefined, prose: true, partial: true, uses }];
}

/** Of a line that a machine wrote only what is near is looked at. */
const farthest = 200;

function lineAround(text: string, sentence: Command): string {
  const start = sentence[0]?.start ?? 0;
  const end = sentence.at(-1)?.end ?? start;
  const before = text.slice(Math.max(0, start - farthest), start);
  const after = text.slice(end, end + farthest);
  return (
    before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + (after.split('\n', 1)[0] ?? '')
  );
}

/** Only the docker commands of a text for people. */
export function noteScopes(text: string, base: number): readonly Scope[] {
  if (!mayName(text)) return [];
  return shiftAll(
    sentencesOf(text).flatMap((sentence) => dockerScopes(sentence, true)),
    base,
  );
}

function sentencesOf(text: string): readonly Command[] {
  const { commands, substituted } = readAll(text, 'prose');
  return [...commands, ...substituted].map(withoutPunctuation);
}

function readAll(text: string, reading: Reading): Words {
  return readWords(text, { start: 0, end: text.length }, reading);
}

function shiftAll(scopes: readonly Scope[], base: number): readonly Scope[] {
  return scopes.map((scope) => shiftScope(scope, base));
}

/** The signs of a comment line. */
const signs = /[ \t]*#+/y;

/** A value may end a sentence: `start it with docker run -p 8080:80.` */
function withoutPunctuation(command: Command): Command {
  return command.map((word) => {
    const kept = /[^,.!?"']/.test(word.text)
      ? word.text.length - trailingPunctuation(word.text)
      : word.text.length;
    if (word.at !== undefined || kept === word.text.length) return word;
    return { ...word, text: word.text.slice(0, kept), end: word.start + kept };
  });
}

function trailingPunctuation(text: string): number {
  let count = 0;
  while (count < text.length && ',.!?"\''.includes(text.charAt(text.length - 1 - count))) count += 1;
  return count;
}

/**
 * The comment lines with their signs replaced by blanks, at the same offsets: a command that goes on over several
 * comment lines is then one command.
 */
function maskHashes(text: string): string {
  let masked = '';
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    signs.lastIndex = at;
    const from = signs.test(text) ? signs.lastIndex : at;
    masked += ' '.repeat(from - at) + text.slice(from, end);
    at = end;
  }
  return masked;
}
