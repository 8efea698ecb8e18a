import type { Span } from '../span';
import type { Scope } from '../use';

/**
 * A stretch of a file that can be understood on its own. The blocks of a file cover it without overlap, so that a
 * hover reads one of them and the whole file is all of them.
 */
export interface Block extends Span {
  readonly kind: 'instruction' | 'comment' | 'blank' | 'line' | 'top' | 'service' | 'network';
  /** Compose: where the top-level entry starts that it belongs to. */
  readonly top?: number;
  /** Files of indented keys: the keys that it starts with, and those that it stands in. */
  readonly within?: Outer | undefined;
}

/** A key or a list item, and what it stands in. */
export interface Outer {
  /** Twice the column, and one more for the dash of an item. */
  readonly position: number;
  /** Undefined for an item. */
  readonly key: string | undefined;
  /** Where the key stands. */
  readonly at: number;
  readonly outer: Outer | undefined;
}

/** How the files of a language are cut and read. */
export interface Language {
  /** The block that starts at the line start `at`; `above` is the one before it, where that is known. */
  readonly blockFrom: (text: string, at: number, above?: Block) => Block;
  /** Where the block starts that holds the offset. */
  readonly blockStart: (text: string, offset: number) => number;
  /** The two at once, where that is less work. */
  readonly blockAround?: (text: string, offset: number) => Block;
  readonly scopes: (text: string, block: Block) => readonly Scope[];
  /** The same for many blocks of one text, where something is learned once for all of them. */
  readonly reader?: (text: string) => (block: Block) => readonly Scope[];
  /** The stretches of a file that it holds as text, in order: commands in them are shown to people, and not run. */
  readonly texts?: (text: string) => readonly Span[];
}

/** The block around an offset. */
export function blockAt(language: Language, text: string, offset: number): Block {
  const at = Math.max(0, Math.min(offset, text.length));
  return language.blockAround?.(text, at) ?? language.blockFrom(text, language.blockStart(text, at));
}

/** All blocks of a file, from the top. */
export function* blocksOf(language: Language, text: string): Generator<Block> {
  for (let block: Block | undefined, at = 0; at < text.length; at = block.end) {
    block = language.blockFrom(text, at, block);
    yield block;
  }
}
