import { findSpelling, networkCommands, topics, type DockerCommand } from '../../catalog';
import type { Span } from '../span';
import type { CommandWords, Scope, Use } from '../use';
import { bareUses } from './bareFlags';
import { isCommandPosition } from './commandPosition';
import { placeholderEnd, templateEnd } from './dialects';
import { flagUse, piece, type FlagValue } from './flagUse';
import {
  commandSwitches,
  composeSwitches,
  endsAtFirstArgument,
  globalSwitches,
  subcommands,
  type Switches,
} from './flagTables';
import { programOf, type Program } from './programs';
import type { Command, Word } from './words';

/** The first docker command among the words of a line, wherever it starts: `sudo docker run …` too. */
export function dockerScopes(words: Command, prose: boolean): readonly Scope[] {
  for (let index = 0; index < words.length;) {
    const { name, next } = readCommandName(words, index);
    if (name) return [commandScope(words, name, prose || !isCommandPosition(words, index))];
    index = next;
  }
  return [];
}

interface CommandName {
  /** `podman`, wherever it stands on the disk. */
  readonly name: string;
  readonly program: Program;
  readonly command: DockerCommand;
  /** Where the program stands. */
  readonly start: number;
  /** Where its flags start. */
  readonly end: number;
}

interface Reached {
  readonly name?: CommandName;
  readonly next: number;
}

/** The commands by the first of their words. */
const byFirstWord: ReadonlyMap<string, typeof subcommands> = new Map(
  subcommands.map(({ words: [first = ''] }) => [
    first,
    subcommands.filter(({ words }) => words[0] === first),
  ]),
);

/** `docker --context x container run` is `run` of `docker`. */
function readCommandName(words: Command, start: number): Reached {
  const found = programOf(words[start]?.text ?? '');
  if (!found) return { next: start + 1 };
  if (found.program.compose) return readComposeName(words, start + 1, { ...found, start });
  const index = skipFlags(words, start + 1, globalSwitches);
  for (const { words: subcommand, command } of byFirstWord.get(words[index]?.text ?? '') ?? []) {
    const end = index + subcommand.length;
    if (subcommand.every((word, offset) => words[index + offset]?.text === word))
      return { name: { ...found, command, start, end }, next: end };
  }
  return words[index]?.text === 'compose'
    ? readComposeName(words, index + 1, { ...found, start })
    : { next: index };
}

/** `docker compose -f a.yaml run` */
function readComposeName(
  words: Command,
  start: number,
  found: Pick<CommandName, 'name' | 'program' | 'start'>,
): Reached {
  const index = skipFlags(words, start, composeSwitches);
  if (words[index]?.text !== 'run') return { next: index };
  return { name: { ...found, command: 'projectRun', end: index + 1 }, next: index + 1 };
}

function skipFlags(words: Command, start: number, switches: Switches): number {
  let index = start;
  for (let flag = words[index]?.text; flag?.startsWith('-'); flag = words[index]?.text) {
    const alone = flag.includes('=') || switches.long.has(flag.slice(2)) || isShortAlone(flag, switches);
    index += alone ? 1 : 2;
  }
  return index;
}

/** `-D`, or `-fcompose.yaml` with its value in the same word. */
function isShortAlone(flag: string, { short }: Switches): boolean {
  return !flag.startsWith('--') && (flag.length > 2 || short.has(flag.charAt(1)));
}

/** Flags that stand without their command: the `runArgs` of a dev container. Others may be added to them. */
export function flagScope(words: Command, command: DockerCommand): Scope {
  const reader = new FlagReader(words, command, 0);
  reader.read();
  const { containerName: name, uses } = reader;
  return { place: command, name, prose: false, partial: true, uses };
}

/** Behind a variable that stands for flags or the image, what can mean nothing else is explained, as in a note. */
function commandScope(
  words: Command,
  { name: program, program: { foreign, variable }, command, start, end }: CommandName,
  prose: boolean,
): Scope {
  const reader = new FlagReader(words, command, end);
  reader.read();
  const { containerName: name, uses, variableAt, network } = reader;
  const commandWords = networkWords(words, { start, command, end }, reader.operands);
  const partial = variableAt === undefined ? {} : { partial: true };
  const behind = variableAt === undefined ? [] : bareUses(command, words.slice(variableAt + 1), true);
  const guessed = behind.length > 0;
  return {
    place: command,
    name,
    prose: prose || guessed || variable === true || words.some(isOpenQuote),
    ...partial,
    ...(foreign ? { foreign: program } : {}),
    ...(network === undefined ? {} : { network }),
    ...(commandWords && { command: commandWords }),
    uses: [...uses, ...behind],
  };
}

/** The words of a command about networks, and what it names. */
function networkWords(
  words: Command,
  { start, command, end }: Pick<CommandName, 'start' | 'command' | 'end'>,
  operands: readonly Word[],
): CommandWords | undefined {
  const found = networkCommands.find(({ id }) => id === command);
  const [first, last] = [words[start], words[end - 1]];
  if (!found || !first || !last) return undefined;
  const named = operands.map((word) => ({ text: word.text, ...piece(word, 0, word.text.length) }));
  return { command: found.id, span: { start: first.start, end: last.end }, operands: named };
}

/** Reads flags as pflag does, the library of the docker command line. */
class FlagReader {
  readonly uses: Use[] = [];
  containerName: string | undefined;
  /** The variable in the place of the image, where reading ended. */
  variableAt: number | undefined;
  readonly operands: Word[] = [];
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
      if (word.text === '--') return this.readRest();
      if (word.text.startsWith('--')) this.readLong(word);
      else if (word.text.startsWith('-') && word.text.length > 1) this.readShort(word);
      else if (endsAtFirstArgument.has(this.command)) {
        if (isVariable(word)) this.variableAt = this.index - 1;
        return;
      } else this.operands.push(word);
    }
  }

  /** Behind `--` all words are names. */
  private readRest(): void {
    if (!endsAtFirstArgument.has(this.command)) this.operands.push(...this.words.slice(this.index));
  }

  /** Of the commands about one network. */
  get network(): string | undefined {
    const about = ['networkConnect', 'networkCreate', 'networkDisconnect'];
    return about.includes(this.command) ? this.operands[0]?.text : undefined;
  }

  private next(): Word | undefined {
    for (let word = this.words[this.index]; word; word = this.words[this.index]) {
      this.index += 1;
      if (!isRedirection(word)) return word;
      // What stands apart from its sign: `> log`.
      if (/[<>]$/.test(word.text)) this.index += 1;
    }
    this.index += 1;
    return undefined;
  }

  private readLong(word: Word): void {
    const equals = word.text.indexOf('=');
    const name = equals < 0 ? word.text : word.text.slice(0, equals);
    if (equals >= 0) this.emit(name, piece(word, 0, equals), { word, from: equals + 1 });
    else if (commandSwitches[this.command].long.has(name.slice(2))) this.emit(name, word, undefined);
    else this.emit(name, word, this.nextValue());
  }

  /** `-dp 8080:80`, `-itp8080:80`, `-p=8080:80`: switches, then perhaps one flag with a value. */
  private readShort(word: Word): void {
    for (let at = 1; at < word.text.length; at += 1) {
      const letter = word.text.charAt(at);
      if (commandSwitches[this.command].short.has(letter)) {
        this.emit(`-${letter}`, piece(word, 0, at + 1), undefined);
        continue;
      }
      const rest = word.text.charAt(at + 1) === '=' ? at + 2 : at + 1;
      const value = rest < word.text.length ? { word, from: rest } : this.nextValue();
      this.emit(`-${letter}`, piece(word, 0, at + 1), value);
      return;
    }
  }

  private nextValue(): FlagValue | undefined {
    const word = this.next();
    return word && { word, from: 0 };
  }

  private emit(name: string, nameSpan: Span, value: FlagValue | undefined): void {
    if (name === '--name') this.containerName = value?.word.text.slice(value.from);
    const found = findSpelling(topics, this.command, name);
    if (found) this.uses.push(flagUse(this.command, name, nameSpan, value));
  }
}

/** `$OPTIONS`, `$(OPTIONS)` or `%OPTIONS%` without quotes: as many words as there are in it. */
function isVariable({ text, at }: Word): boolean {
  return (
    at === undefined &&
    /^(\$(\w+|[@*]|\{[^{}]*\}|\([^()]*\)|env:\w+)|\$?\{\{[^{}]*\}\}|%[\w*]+%?|@\w+|`[^`]*`)$/.test(text)
  );
}

/** `>log`, `2>/dev/null`, `<in`: the shell's, not docker's. */
function isRedirection({ text, at }: Word): boolean {
  const isPutInLater = placeholderEnd(text, 0) ?? templateEnd(text, 0);
  return at === undefined && /^\d*[<>]/.test(text) && isPutInLater === undefined;
}

/** A quote that is not closed (yet): what it will hold is not known. */
function isOpenQuote({ text, at }: Word): boolean {
  return at === undefined && /["']/.test(text);
}
