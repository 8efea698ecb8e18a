import { findSpelling, topics, type DockerCommand } from '../../catalog';
import type { Span } from '../span';
import type { Scope, Use } from '../use';
import { bareUses } from './bareFlags';
import { isCommandPosition } from './commandPosition';
import { flagUse, piece, type FlagValue } from './flagUse';
import { commandSwitches, endsAtFirstArgument, globalSwitches, programs, subcommands } from './flagTables';
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
  readonly program: string;
  readonly command: DockerCommand;
  /** Where its flags start. */
  readonly end: number;
}

/** `docker --context x container run` is `run` of `docker`. */
function readCommandName(
  words: Command,
  start: number,
): { readonly name?: CommandName; readonly next: number } {
  const path = words[start]?.text ?? '';
  const program = path.slice(path.lastIndexOf('/') + 1);
  if (!programs.has(program)) return { next: start + 1 };
  const index = skipGlobalFlags(words, start + 1);
  for (const { words: subcommand, command } of subcommands) {
    const end = index + subcommand.length;
    if (subcommand.every((word, offset) => words[index + offset]?.text === word))
      return { name: { program, command, end }, next: end };
  }
  return { next: index };
}

function skipGlobalFlags(words: Command, start: number): number {
  let index = start;
  for (let flag = words[index]?.text; flag?.startsWith('-'); flag = words[index]?.text) {
    const alone = flag.includes('=') || globalSwitches.long.has(flag.slice(2)) || isShortSwitch(flag);
    index += alone ? 1 : 2;
  }
  return index;
}

function isShortSwitch(flag: string): boolean {
  return /^-\w$/.test(flag) && globalSwitches.short.has(flag.charAt(1));
}

/** Behind a variable that stands for flags or the image, what can mean nothing else is explained, as in a note. */
function commandScope(words: Command, { program, command, end }: CommandName, prose: boolean): Scope {
  const reader = new FlagReader(words, command, end);
  reader.read();
  const { containerName: name, uses, variableAt, network } = reader;
  const partial = variableAt === undefined ? {} : { partial: true };
  const foreign = programs.get(program)?.foreign ? { foreign: program } : {};
  const behind = variableAt === undefined ? [] : bareUses(command, words.slice(variableAt + 1), true);
  const guessed = behind.length > 0;
  return {
    place: command,
    name,
    prose: prose || guessed,
    ...partial,
    ...foreign,
    ...(network === undefined ? {} : { network }),
    uses: [...uses, ...behind],
  };
}

/** Reads flags as pflag does, the library of the docker command line. */
class FlagReader {
  readonly uses: Use[] = [];
  containerName: string | undefined;
  /** The variable in the place of the image, where reading ended. */
  variableAt: number | undefined;
  private readonly operands: string[] = [];
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
      else if (endsAtFirstArgument.has(this.command)) {
        if (isVariable(word)) this.variableAt = this.index - 1;
        return;
      } else this.operands.push(word.text);
    }
  }

  /** Of the commands about one network. */
  get network(): string | undefined {
    const about = ['networkConnect', 'networkCreate', 'networkDisconnect'];
    return about.includes(this.command) ? this.operands[0] : undefined;
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

/** `$OPTIONS` without quotes: the shell makes as many words of it as it likes. */
function isVariable({ text, at }: Word): boolean {
  return at === undefined && /^\$(\w+|[@*]|\{[^{}]*\})$/.test(text);
}
