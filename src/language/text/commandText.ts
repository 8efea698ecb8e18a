import { shiftScope, type Scope } from '../use';
import { bareScope } from './bareFlags';
import { dockerScopes } from './dockerCommand';
import { readWords, type Command, type Reading, type Words } from './words';

/** The docker commands of a shell text, and what its comments say. `base` is where the text stands in its file. */
export function shellScopes(text: string, base: number): readonly Scope[] {
  const { commands, comments } = readAll(text, 'shell');
  const inComments = comments.flatMap(({ start, end }) =>
    commentScopes(text.slice(start, end), base + start),
  );
  return [...commands.flatMap((command) => shiftAll(dockerScopes(command, false), base)), ...inComments];
}

/** What comment lines say: docker commands, and flags that can mean nothing else. */
export function commentScopes(text: string, base: number): readonly Scope[] {
  const sentences = readAll(maskHashes(text), 'prose').commands.map(withoutPunctuation);
  const scopes = sentences.flatMap((sentence) => {
    const commands = dockerScopes(sentence, true);
    const bare = commands.length > 0 ? undefined : bareScope(sentence);
    return bare ? [bare] : commands;
  });
  return shiftAll(scopes, base);
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
