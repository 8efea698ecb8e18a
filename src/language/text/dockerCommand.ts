import { findSpelling, topics, type DockerCommand } from '../../catalog';
import type { Span } from '../span';
import type { Scope, Use } from '../use';
import { commandSwitches, endsAtFirstArgument, globalSwitches, programs, subcommands } from './flagTables';
import type { Command, Word } from './words';

/** The docker commands among the words of a line, wherever they start: `sudo docker run …` too. */
export function dockerScopes(words: Command, prose: boolean): readonly Scope[] {
  const scopes: Scope[] = [];
  for (let index = 0; index < words.length;) {
    const found = readCommandName(words, index);
    index = found.next;
    if (!found.command) continue;
    const reader = new FlagReader(words, found.command, index);
    reader.read();
    scopes.push({ place: found.command, name: reader.containerName, prose, uses: reader.uses });
    return scopes;
  }
  return scopes;
}

/** `docker --context x container run` → `run`, and where its flags start. */
function readCommandName(
  words: Command,
  start: number,
): { readonly command?: DockerCommand; readonly next: number } {
  const program = words[start]?.text ?? '';
  if (!programs.has(program.slice(program.lastIndexOf('/') + 1))) return { next: start + 1 };
  let index = start + 1;
  for (let flag = words[index]?.text; flag?.startsWith('-'); flag = words[index]?.text) {
    const alone = flag.includes('=') || globalSwitches.long.has(flag.slice(2)) || isShortSwitch(flag);
    index += alone ? 1 : 2;
  }
  for (const { words: path, command } of subcommands) {
    if (path.every((word, offset) => words[index + offset]?.text === word))
      return { command, next: index + path.length };
  }
  return { next: index };
}

function isShortSwitch(flag: string): boolean {
  return /^-\w$/.test(flag) && globalSwitches.short.has(flag.charAt(1));
}

/** Reads flags as pflag does, the library of the docker command line. */
class FlagReader {
  readonly uses: Use[] = [];
  containerName: string | undefined;
  private index: number;

  constructor(
    private readonly words: Command,
    private readonly command: DockerCommand,
    start: number,
  ) {
    this.index = start;
  }

  read(): void {
    for (let word = this.next(); word; word = this.next()) {
      if (word.text === '--') return;
      if (word.text.startsWith('--')) this.readLong(word);
      else if (word.text.startsWith('-') && word.text.length > 1) this.readShort(word);
      else if (endsAtFirstArgument.has(this.command)) return;
    }
  }

  private next(): Word | undefined {
    const word = this.words[this.index];
    this.index += 1;
    return word;
  }

  private readLong(word: Word): void {
    const equals = word.text.indexOf('=');
    const name = equals < 0 ? word.text : word.text.slice(0, equals);
    if (equals >= 0) this.emit(name, piece(word, 0, equals), { word, from: equals + 1 });
    else if (!commandSwitches[this.command].long.has(name.slice(2))) this.emit(name, word, this.nextValue());
  }

  /** `-dp 8080:80`, `-itp8080:80`, `-p=8080:80`: switches, then perhaps one flag with a value. */
  private readShort(word: Word): void {
    for (let at = 1; at < word.text.length; at += 1) {
      const letter = word.text.charAt(at);
      if (commandSwitches[this.command].short.has(letter)) continue;
      const rest = word.text.charAt(at + 1) === '=' ? at + 2 : at + 1;
      const value = rest < word.text.length ? { word, from: rest } : this.nextValue();
      this.emit(`-${letter}`, piece(word, 0, at + 1), value);
      return;
    }
  }

  private nextValue(): Value | undefined {
    const word = this.next();
    return word && { word, from: 0 };
  }

  private emit(name: string, nameSpan: Span, value: Value | undefined): void {
    if (name === '--name') this.containerName = value?.word.text.slice(value.from);
    const found = findSpelling(topics, this.command, name);
    if (found) this.uses.push(flagUse(this.command, name, nameSpan, value));
  }
}

interface Value {
  readonly word: Word;
  readonly from: number;
}

/** A use of a flag that the catalog knows in this place. */
export function flagUse(place: Use['place'], spelling: string, name: Span, value: Value | undefined): Use {
  const found = findSpelling(topics, place, spelling);
  if (!found) throw new RangeError(`${spelling} is not in the catalog`);
  return {
    topic: found.topic.id,
    place,
    kind: 'flag',
    spelling,
    syntax: found.spelling.syntax,
    name: { start: name.start, end: name.end },
    value: value && piece(value.word, value.from, value.word.text.length),
    text: value?.word.text.slice(value.from),
    plain: false,
    parts: [],
  };
}

/** Where a part of the unquoted word stands. */
export function piece(word: Word, from: number, to: number): Span {
  const { at } = word;
  if (!at) return { start: word.start + from, end: word.start + to };
  const first = at[from];
  const last = at[to - 1];
  return from < to && first !== undefined && last !== undefined
    ? { start: first, end: last + 1 }
    : { start: word.start, end: word.end };
}
