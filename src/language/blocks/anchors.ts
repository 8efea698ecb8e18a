import {
  isAlias,
  isCollection,
  isNode,
  visit,
  type Alias,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Scope } from '../use';
import type { Block } from './block';
import { parseYaml } from './parseYaml';

/** A block of a compose file, parsed. Nodes count from its start. */
export interface ParsedBlock {
  readonly block: Block;
  readonly source: string;
  readonly root: YAMLMap | YAMLSeq | undefined;
}

/** What an alias stands for, and where that is written. */
export interface Anchored {
  readonly node: Node;
  readonly parsed: ParsedBlock;
}

/** So much may come by aliases into one block, and into all of a file: some files are written to explode. */
const mostInBlock = 1_000;
const mostInFile = 20_000;
/** So many aliases of one anchor are looked at to learn what it is for. */
const mostAliases = 4;
const sign = /(?<=^|[\s,:[{?-])([&*])([^\s,[\]{}]{1,100})/gm;

/** The anchors and aliases of a text by name, each where its name starts. Read when the first alias is met. */
class Names {
  readonly anchors = new Map<string, number[]>();
  readonly aliases = new Map<string, number[]>();

  constructor(text: string) {
    for (const { index, 1: kind, 2: name = '' } of text.matchAll(sign)) {
      const names = kind === '&' ? this.anchors : this.aliases;
      const found = names.get(name);
      if (found) found.push(index);
      else names.set(name, [index]);
    }
  }
}

/** Follows aliases over the blocks of one text, and parses each of them once. */
export class Anchors {
  private names: Names | undefined;
  private left = mostInBlock;
  private leftInFile = mostInFile;
  private readonly read = new Map<number, readonly Scope[]>();
  private readonly parsed = new Map<number, ParsedBlock>();
  private readonly users = new Map<number, readonly Block[]>();

  constructor(
    readonly text: string,
    private readonly blockAt: (offset: number) => Block,
  ) {}

  parse(block: Block): ParsedBlock {
    const known = this.parsed.get(block.start);
    if (known) return known;
    const source = this.text.slice(block.start, block.end);
    const parsed = { block, source, root: parseYaml(source) };
    this.parsed.set(block.start, parsed);
    return parsed;
  }

  /** What the alias at the offset stands for: the last anchor of that name above it. */
  find(alias: Alias, offset: number): Anchored | undefined {
    const at = lastBefore(this.index.anchors.get(alias.source) ?? [], offset);
    if (at === undefined || !this.spend(1)) return undefined;
    const parsed = this.parse(this.blockAt(at));
    const node = anchoredNode(parsed, alias.source, at);
    this.spend(isCollection(node) ? node.items.length : 0);
    return node && { node, parsed };
  }

  /** False where too much has come by aliases already. */
  spend(count: number): boolean {
    this.left -= count;
    this.leftInFile -= count;
    return this.left > 0 && this.leftInFile > 0;
  }

  /** Reads a block once: services are read for their own sake, and to learn what fragments are for. */
  readOnce({ start }: Block, read: () => readonly Scope[]): readonly Scope[] {
    const known = this.read.get(start);
    if (known) return known;
    this.left = mostInBlock;
    const scopes = read();
    this.read.set(start, scopes);
    return scopes;
  }

  /** Blocks that use what is anchored in a block, the first few of each anchor. */
  usersOf(parsed: ParsedBlock): readonly Block[] {
    const { start } = parsed.block;
    const known = this.users.get(start);
    if (known) return known;
    const users = this.findUsers(parsed);
    this.users.set(start, users);
    return users;
  }

  private findUsers({ root }: ParsedBlock): readonly Block[] {
    if (!root) return [];
    const found = new Map<number, Block>();
    visit(root, {
      Node: (_, node) => {
        const name = isAlias(node) ? undefined : node.anchor;
        const aliases = name === undefined ? [] : (this.index.aliases.get(name) ?? []);
        for (const at of aliases.slice(0, mostAliases)) {
          const block = this.blockAt(at);
          found.set(block.start, block);
        }
      },
    });
    return [...found.values()];
  }

  private get index(): Names {
    return (this.names ??= new Names(this.text));
  }
}

function anchoredNode({ block, root }: ParsedBlock, name: string, at: number): Node | undefined {
  let found: Node | undefined;
  if (!root) return undefined;
  visit(root, {
    Node: (_, node) => {
      if (isAlias(node) || node.anchor !== name || !isNode(node)) return undefined;
      if (block.start + (node.range?.[0] ?? 0) < at) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

function lastBefore(offsets: readonly number[], offset: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1];
}
