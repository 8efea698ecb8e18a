import type { NetworkCommand, Place, TopicId, ValueSyntax } from '../catalog';
import { shift, type Span } from './span';

/** One place in a text where a topic of the catalog is written. */
export interface Use {
  readonly topic: TopicId;
  readonly place: Place;
  /** `flag`: name and value together; `key`: a key, with its value if that is one word; `item`: one entry of a list key. */
  readonly kind: 'flag' | 'key' | 'item';
  /** As written: `-p`, `--net`, `ports`. */
  readonly spelling: string;
  readonly syntax: ValueSyntax;
  readonly name: Span;
  /** Without quotes where the text stands there as it is read. Undefined while there is no value. */
  readonly value: Span | undefined;
  /** The value as Docker gets it; undefined where it is no single word (a map, or not there yet). */
  readonly text: string | undefined;
  /** A YAML scalar without quotes. */
  readonly plain: boolean;
  /** The entries of a value that is a map, with paths such as `driver_opts/com.docker.network.bridge.name`. */
  readonly parts: readonly Part[];
  /** The network whose entry it stands in: a key of `networks` in a compose file. */
  readonly owner?: string;
  /** It comes by an alias such as `<<: *base`, and stands in another place of the file, whose own it is. */
  readonly merged?: true;
}

export interface Part extends Span {
  readonly path: string;
  readonly text: string;
}

/** What belongs to one container or network: a docker command, a RUN instruction, a service, a network definition. */
export interface Scope {
  readonly place: Place;
  /** `--name` of a command, the name of a service or network. */
  readonly name: string | undefined;
  /** Stands in prose (a comment, a note): explained, and never complained about. */
  readonly prose: boolean;
  /** The program, where it is not docker: `podman`. It reads values in its own way. */
  readonly foreign?: string;
  /**
   * Other flags or keys may be there that are not seen: a flag alone in a comment, `docker run $OPTIONS -p 80:80`, a
   * service that `extends` another one.
   */
  readonly partial?: boolean;
  /** The network that the command is about: `front` in `docker network connect front web`. */
  readonly network?: string;
  /** Of a command about networks: its own words, and what it names. */
  readonly command?: CommandWords;
  readonly uses: readonly Use[];
}

/** `docker network connect front web` */
export interface CommandWords {
  readonly command: NetworkCommand;
  /** Its own words: `docker network connect`. */
  readonly span: Span;
  /** What follows them, without the flags: `front`, `web`. */
  readonly operands: readonly Operand[];
}

/** A word that names something. */
export interface Operand extends Span {
  readonly text: string;
}

/** True where a key of a service has entries, or an alias that stands for some: `networks: []` has none. */
export function hasEntries({ uses }: Scope, syntax: ValueSyntax): boolean {
  return uses.some((use) => use.syntax === syntax && (use.kind === 'item' || use.value !== undefined));
}

/** Where a hover on the use shows. */
export function hoverSpan({ kind, name, value }: Use): Span {
  if (!value) return name;
  return kind === 'item' ? value : { start: name.start, end: value.end };
}

/**
 * What is put in later: `$PORT`, `${PORT}`, `$1`, `$@`, `$(port)`, `808{0,1}`, `{{ port }}`, `$[[ port ]]`, `%PORT%`,
 * `%1`, `!PORT!`, `<port>`, `@PORT@`.
 * Braces and angle brackets stand in no value that docker would take.
 */
const putInLater = /\$[\w{([@#?*!$<^+-]|`[^`]+`|\{\{|\{[^{}]*\}|%\w+%|%[~*\d]|%%~?\w|!\w+!|<[^<>]*>|@\w+@/;

/** True where a shell, compose, a template or the reader puts something in later: the whole is not known. */
export function isInterpolated(text: string): boolean {
  return putInLater.test(text);
}

/** A span within the text of the use's value, as a span of the file; all of the value where the two differ. */
export function valueSpan(use: Use, within: Span): Span {
  const { value, text, name } = use;
  if (!value) return name;
  if (text?.length !== value.end - value.start || within.end <= within.start) return value;
  return { start: value.start + within.start, end: value.start + within.end };
}

/** The scope of a text that was cut out at `by`, with the offsets of the whole. */
export function shiftScope(scope: Scope, by: number): Scope {
  return by === 0 ? scope : mapScope(scope, (span) => shift(span, by));
}

/** The scope of a text that stands elsewhere: in a string, or without the signs that join its lines. */
export function mapScope(scope: Scope, map: (span: Span) => Span): Scope {
  const { command, uses } = scope;
  return {
    ...scope,
    ...(command && { command: mapCommand(command, map) }),
    uses: uses.map((use) => mapUse(use, map)),
  };
}

function mapCommand({ command, span, operands }: CommandWords, map: (span: Span) => Span): CommandWords {
  return { command, span: map(span), operands: operands.map((operand) => ({ ...operand, ...map(operand) })) };
}

function mapUse(use: Use, map: (span: Span) => Span): Use {
  return {
    ...use,
    name: map(use.name),
    value: use.value && map(use.value),
    parts: use.parts.map((part) => ({ ...part, ...map(part) })),
  };
}
