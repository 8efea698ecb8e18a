import { shiftScope, type Scope } from '../use';
import { bareUses, namesOtherProgram } from './bareFlags';
import { dockerScopes } from './dockerCommand';
import { execWords } from './execForm';
import { readWords, type Command, type Reading, type Words } from './words';

/** The docker commands of a shell text, and what its comments say. `base` is where the text stands in its file. */
export function shellScopes(text: string, base: number): readonly Scope[] {
  const { commands, comments } = readAll(text, 'shell');
  const inComments = comments.flatMap(({ start, end }) =>
    commentScopes(text.slice(start, end), base + start),
  );
  return [...commands.flatMap((command) => shiftAll(dockerScopes(command, false), base)), ...inComments];
}

/** The docker command of an instruction without a shell. */
export function execScopes(instruction: string): readonly Scope[] {
  return dockerScopes(execWords(instruction), false);
}

/** What comment lines say: docker commands, and flags that can mean nothing else. */
export function commentScopes(text: string, base: number): readonly Scope[] {
  const masked = maskHashes(text);
  const sentences = readAll(masked, 'prose').commands.map(withoutPunctuation);
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
  const sentences = readAll(text, 'prose').commands.map(withoutPunctuation);
  return shiftAll(
    sentences.flatMap((sentence) => dockerScopes(sentence, true)),
    base,
  );
}

function readAll(text: string, reading: Reading): Words {
  return readWords(text, { start: 0, end: text.length }, reading);
}

function shiftAll(scopes: readonly Scope[], base: number): readonly Scope[] {
  return scopes.map((scope) => shiftScope(scope, base));
}

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
  return text.replace(/^[ \t]*#+/gm, (sign) => ' '.repeat(sign.length));
}
