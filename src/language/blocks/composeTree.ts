import { isAlias, isMap, isNode, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from '../span';
import type { Part } from '../use';
import type { Anchors, ParsedBlock } from './anchors';

const deepest = 6;
/** Merges of merges are followed so far. */
const deepestMerge = 5;

/** A node with the tree in which it stands. */
export interface Placed {
  readonly node: unknown;
  readonly tree: ComposeTree;
}

/** An entry of a map, which may have come by a merge. */
export interface Child extends Placed {
  readonly key: Scalar;
  readonly name: string;
}

/** What is learned while the nodes of one scope are read. */
export interface Learned {
  /** Something comes from where it can't be seen. */
  unknown: boolean;
}

/** `!reset` takes away what another file of the project gives. */
export function isReset(node: unknown): boolean {
  return isNode(node) && node.tag === '!reset';
}

/** `~`, `null`, nothing at all, or `!reset`. */
export function isAbsent(node: unknown): boolean {
  if (node === undefined || node === null || isReset(node)) return true;
  if (!isScalar(node)) return false;
  const { value, type } = node;
  return (
    value === null || (type === 'PLAIN' && typeof value === 'string' && /^(~|null|Null|NULL)?$/.test(value))
  );
}

export function textOf(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : '';
}

/** The nodes of one block, with the offsets of the file, and the way to those that aliases stand for. */
export class ComposeTree {
  constructor(
    private readonly parsed: ParsedBlock,
    private readonly anchors: Anchors,
    readonly learned: Learned,
    /** How many aliases lead here from the block that is read. */
    private readonly depth: number,
  ) {}

  get isMerged(): boolean {
    return this.depth > 0;
  }

  /** What an alias stands for; a node that is none, as it is. Undefined where nobody knows. */
  resolve(node: unknown): Placed | undefined {
    if (!isAlias(node)) return { node, tree: this };
    const found =
      this.depth < deepestMerge && node.range
        ? this.anchors.find(node, this.parsed.block.start + node.range[0])
        : undefined;
    if (!found) {
      this.learned.unknown = true;
      return undefined;
    }
    const tree = new ComposeTree(found.parsed, this.anchors, this.learned, this.depth + 1);
    return { node: found.node, tree };
  }

  /** The items of a list; none where aliases have brought too many already. */
  items(list: YAMLSeq): readonly unknown[] {
    if (!this.isMerged || this.anchors.spend(list.items.length)) return list.items;
    this.learned.unknown = true;
    return [];
  }

  /** The entries of a map: its own, then what is merged into it. */
  children(map: YAMLMap): readonly Child[] {
    const own: readonly Child[] = map.items.flatMap(({ key, value }) =>
      isScalar(key) ? [{ key, name: textOf(key), node: value, tree: this }] : [],
    );
    const merges = own.filter(({ key, name }) => name === '<<' && key.type === 'PLAIN');
    if (merges.length === 0) return own;
    const found = new Map(own.filter((child) => !merges.includes(child)).map((child) => [child.name, child]));
    for (const merge of merges)
      for (const child of this.mergedChildren(merge.node))
        if (!found.has(child.name)) found.set(child.name, child);
    return [...found.values()];
  }

  /** Of `*base`, of `[*base, *other]`, or of a map in the place of an alias. */
  private mergedChildren(node: unknown): readonly Child[] {
    if (isSeq(node)) return this.items(node).flatMap((item) => this.mergedChildren(item));
    const placed = this.resolve(node);
    if (isMap(placed?.node)) return placed.tree.children(placed.node);
    if (placed && !isAbsent(placed.node)) this.learned.unknown = true;
    return [];
  }

  parts(node: unknown, path = '', depth = 0): readonly Part[] {
    if (isAlias(node)) {
      const placed = this.resolve(node);
      return placed ? placed.tree.parts(placed.node, path, depth + 1) : [];
    }
    if (isAbsent(node)) return [];
    if (isScalar(node)) return path === '' ? [] : [{ path, text: textOf(node), ...this.span(node) }];
    if (depth >= deepest) return [];
    const under = (name: string): string => (path === '' ? name : `${path}/${name}`);
    if (isMap(node))
      return this.children(node).flatMap(({ name, node: value, tree }) =>
        tree.parts(value, under(name), depth + 1),
      );
    return isSeq(node)
      ? this.items(node).flatMap((item, index) => this.parts(item, under(String(index)), depth + 1))
      : [];
  }

  /** Without the quotes, where the text between them is read as it stands. */
  span(node: Scalar): Span {
    const { source, block } = this.parsed;
    const [start, end] = node.range ?? [0, 0];
    const text = textOf(node);
    const inQuotes = end - start === text.length + 2 && source.slice(start + 1, end - 1) === text;
    const edge = inQuotes ? 1 : 0;
    return { start: block.start + start + edge, end: block.start + end - edge };
  }

  /** The end of a scalar, with its quotes, or of an alias. */
  endOf(node: unknown): number {
    const end = (isScalar(node) || isAlias(node) ? node.range?.[1] : undefined) ?? 0;
    return this.parsed.block.start + end;
  }

  /** Of a map or an alias: without the blanks behind it. */
  wholeSpan([start, end]: readonly [number, number, ...number[]]): Span {
    const { source, block } = this.parsed;
    return {
      start: block.start + start,
      end: block.start + start + source.slice(start, end).trimEnd().length,
    };
  }
}
