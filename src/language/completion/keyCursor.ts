import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Node, type Pair } from 'yaml';
import { blockAt } from '../blocks/block';
import { compose } from '../blocks/compose';
import { isParsable } from '../blocks/yamlBounds';
import { unwritten } from './cursor';

/** A key of a compose file around the cursor. */
export interface KeyCursor {
  /** The keys above it, from the top: `services`, `web`, `networks`; `[]` for an item of a list. */
  readonly path: readonly string[];
  /** The other keys of the same map. */
  readonly siblings: readonly string[];
  /** The key as it is written, on both sides of the cursor. */
  readonly before: string;
  readonly after: string;
  /** A colon stands behind it already. */
  readonly closed: boolean;
}

/** Where a key of a compose file is, or may be written; only the block around the cursor is read. */
export function keyCursor(text: string, offset: number): KeyCursor | undefined {
  const after = /^[\w.-]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const closed = /^["']?[ \t]*:/.test(text.slice(offset + after.length, offset + after.length + 50));
  const probed = `${text.slice(0, offset)}${unwritten}${closed ? '' : ': '}${text.slice(offset)}`;
  const block = blockAt(compose, probed, offset);
  const source = probed.slice(block.start, block.end);
  const found = isParsable(source) ? findKey(source) : undefined;
  if (!found) return undefined;
  const before = found.name.slice(0, found.name.indexOf(unwritten));
  if (!/^[\w.-]*$/.test(before)) return undefined;
  const top = block.kind === 'service' ? ['services'] : block.kind === 'network' ? ['networks'] : [];
  return { path: [...top, ...found.path], siblings: found.siblings, before, after, closed };
}

interface Found {
  readonly name: string;
  readonly path: readonly string[];
  readonly siblings: readonly string[];
}

function findKey(source: string): Found | undefined {
  let found: Found | undefined;
  try {
    const document = parseDocument(source, {
      schema: 'failsafe',
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    visit(document, {
      Pair(_key, pair, ancestors) {
        const name = nameOf(pair);
        if (!name.includes(unwritten)) return undefined;
        const map = ancestors.at(-1);
        const siblings = isMap(map) ? map.items.map(nameOf).filter((one) => one !== name) : [];
        found = { name, path: ancestors.flatMap((node) => pathPart(node)), siblings };
        return visit.BREAK;
      },
    });
  } catch {
    // A parser that is let down by its input has nothing to tell.
    return undefined;
  }
  return found;
}

function nameOf({ key }: Pair): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value : '';
}

function pathPart(node: Node | Pair | object): readonly string[] {
  if (isSeq(node)) return ['[]'];
  return isPair(node) ? [nameOf(node)] : [];
}
