import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { findSpelling, topics, type Place, type ValueSyntax } from '../../catalog';
import type { Span } from '../span';
import { shiftScope, type Part, type Scope, type Use } from '../use';
import type { Block } from './block';
import { isParsable } from './yamlBounds';

const deepest = 6;

/** Maps whose entries are what a command line writes as `name=value`. */
const pairs: ReadonlySet<ValueSyntax> = new Set<ValueSyntax>([
  'endpointOption',
  'addHost',
  'sysctl',
  'driverOption',
  'auxAddress',
]);

/** What the YAML of one block says about networks. */
export function composeScopes(source: string, block: Block): readonly Scope[] {
  const root = isParsable(source) ? parseMap(source) : undefined;
  if (!root) return [];
  const reader = new NodeReader(source);
  return reader.blockScopes(root, block.kind).map((scope) => shiftScope(scope, block.start));
}

/** The outermost map, of a text that may be half typed: whatever the parser made of it. */
function parseMap(source: string): YAMLMap | undefined {
  try {
    const options = {
      schema: 'failsafe',
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    } as const;
    const { contents } = parseDocument(source, options);
    return isMap(contents) ? contents : undefined;
  } catch {
    // A parser that is let down by its input has nothing to tell.
    return undefined;
  }
}

/** `!reset` takes away what another file of the project gives. */
function isReset(node: unknown): boolean {
  return isNode(node) && node.tag === '!reset';
}

/** `~`, `null`, nothing at all, or `!reset`. */
function isAbsent(node: unknown): boolean {
  if (node === undefined || node === null || isReset(node)) return true;
  if (!isScalar(node)) return false;
  const { value, type } = node;
  return (
    value === null || (type === 'PLAIN' && typeof value === 'string' && /^(~|null|Null|NULL)?$/.test(value))
  );
}

/** `ipam` of a network and `config` of that hold keys of their own. */
function isIpam(place: Place, { name }: Child): boolean {
  return (place === 'composeNetwork' && name === 'ipam') || (place === 'composeIpam' && name === 'config');
}

/** Reads nodes to uses, at the offsets of the block's text. */
class NodeReader {
  constructor(private readonly source: string) {}

  blockScopes(root: YAMLMap, kind: Block['kind']): readonly Scope[] {
    if (kind === 'service') return this.children(root).map((child) => this.serviceScope(child));
    if (kind === 'network') return this.children(root).map((child) => this.networkScope(child));
    return this.children(root).flatMap((top) => this.topScopes(top));
  }

  /** `services: { web: … }` and `networks: …` where the header and its children are one block. */
  private topScopes({ key, name, value }: Child): readonly Scope[] {
    const children = isMap(value) ? this.children(value) : [];
    if (name === 'services') return children.map((child) => this.serviceScope(child));
    if (name !== 'networks') return [];
    const header = this.use('composeTop', { key, name, value: undefined });
    const scope: Scope = { place: 'composeTop', name: undefined, prose: false, uses: header ? [header] : [] };
    return [scope, ...children.map((child) => this.networkScope(child))];
  }

  private serviceScope({ name, value }: Child): Scope {
    const uses = isMap(value) ? this.children(value).flatMap((child) => this.keyUses(child)) : [];
    return { place: 'composeService', name, prose: false, uses };
  }

  private networkScope({ key, name, value }: Child): Scope {
    const found = findSpelling(topics, 'composeTop', 'networks');
    const span = this.span(key);
    const uses: Use[] = !found
      ? []
      : [
          {
            topic: found.topic.id,
            place: 'composeTop',
            kind: 'item',
            spelling: 'networks',
            syntax: found.spelling.syntax,
            name: span,
            value: span,
            text: name,
            plain: key.type === 'PLAIN',
            parts: this.parts(value),
          },
        ];
    return { place: 'composeTop', name, prose: false, uses: [...uses, ...this.definitionUses(name, value)] };
  }

  /** The keys of a network, of its `ipam`, and of the subnets there. */
  private definitionUses(owner: string, value: unknown): readonly Use[] {
    const keys = (place: Place, node: unknown): readonly Use[] =>
      isMap(node) && !isReset(node)
        ? this.children(node).flatMap((child) => [
            ...this.valueUses(this.use(place, child, owner), isIpam(place, child) ? undefined : child.value),
            ...(isIpam(place, child) ? inside(place, child.value) : []),
          ])
        : [];
    const inside = (place: Place, node: unknown): readonly Use[] => {
      if (place === 'composeNetwork') return keys('composeIpam', node);
      return isSeq(node) ? node.items.flatMap((item) => keys('composeIpamConfig', item)) : [];
    };
    return keys('composeNetwork', value);
  }

  /** The use of a key, and of each entry under it. */
  private keyUses(child: Child): readonly Use[] {
    const { name, value } = child;
    if (name === 'build' && isMap(value) && !isReset(value))
      return this.children(value).flatMap((entry) =>
        this.valueUses(this.use('composeBuild', entry), entry.value),
      );
    return this.valueUses(this.use('composeService', child), value);
  }

  /** A key with its entries. Those of `networks` have keys of their own. */
  private valueUses(use: Use | undefined, value: unknown): readonly Use[] {
    if (!use) return [];
    if (isAbsent(value)) return [use];
    if (isSeq(value)) return [use, ...value.items.flatMap((item) => this.item(use, item) ?? [])];
    if (!isMap(value)) return [use];
    const entries = this.children(value).filter((entry) => !isReset(entry.value));
    return [use, ...entries.flatMap((entry) => [this.entry(use, entry), ...this.entryUses(use, entry)])];
  }

  private entryUses({ syntax }: Use, { name, value }: Child): readonly Use[] {
    if (syntax !== 'networks' || !isMap(value)) return [];
    return this.children(value).flatMap((child) =>
      this.valueUses(this.use('composeServiceNetwork', child, name), child.value),
    );
  }

  private use(place: Place, { key, name, value }: Child, owner?: string): Use | undefined {
    const found = findSpelling(topics, place, name);
    if (!found) return undefined;
    const scalar = isScalar(value) && !isAbsent(value) && this.text(value) !== '' ? value : undefined;
    const alias = isAlias(value) && value.range ? { start: value.range[0], end: value.range[1] } : undefined;
    return {
      topic: found.topic.id,
      place,
      kind: 'key',
      spelling: name,
      syntax: found.spelling.syntax,
      name: this.span(key),
      value: scalar ? this.span(scalar) : alias,
      text: scalar && this.text(scalar),
      plain: scalar?.type === 'PLAIN',
      parts: [],
      ...(owner === undefined ? {} : { owner }),
    };
  }

  private item(use: Use, node: unknown): Use | undefined {
    if (isAbsent(node)) return undefined;
    if (isScalar(node)) {
      const text = this.text(node);
      return text === ''
        ? undefined
        : { ...use, kind: 'item', value: this.span(node), text, plain: node.type === 'PLAIN' };
    }
    if (!isMap(node) || !node.range) return undefined;
    const [start, nodeEnd] = node.range;
    const end = start + this.source.slice(start, nodeEnd).trimEnd().length;
    return { ...use, kind: 'item', value: { start, end }, text: undefined, parts: this.parts(node) };
  }

  private entry(use: Use, { key, name, value }: Child): Use {
    if (pairs.has(use.syntax) && isScalar(value)) {
      const span = { start: this.span(key).start, end: value.range?.[1] ?? this.span(key).end };
      return { ...use, kind: 'item', value: span, text: `${name}=${this.text(value)}`, plain: false };
    }
    const text = pairs.has(use.syntax) ? undefined : name;
    return { ...use, kind: 'item', value: this.span(key), text, parts: this.parts(value) };
  }

  private children(map: YAMLMap): readonly Child[] {
    return map.items.flatMap(({ key, value }: Pair) =>
      isScalar(key) ? [{ key, name: this.text(key), value }] : [],
    );
  }

  private parts(node: unknown, path = '', depth = 0): readonly Part[] {
    if (isAbsent(node)) return [];
    if (isScalar(node)) return path === '' ? [] : [{ path, text: this.text(node), ...this.span(node) }];
    if (depth === deepest) return [];
    const inside = (name: string, value: unknown) =>
      this.parts(value, path === '' ? name : `${path}/${name}`, depth + 1);
    if (isMap(node)) return this.children(node).flatMap(({ name, value }) => inside(name, value));
    return isSeq(node) ? node.items.flatMap((item, index) => inside(String(index), item)) : [];
  }

  private text(node: Scalar): string {
    return typeof node.value === 'string' ? node.value : '';
  }

  /** Without the quotes, where the text between them is read as it stands. */
  private span(node: Scalar): Span {
    const [start, end] = node.range ?? [0, 0];
    const text = this.text(node);
    return this.source.slice(start + 1, end - 1) === text && end - start === text.length + 2
      ? { start: start + 1, end: end - 1 }
      : { start, end };
  }
}

interface Child {
  readonly key: Scalar;
  readonly name: string;
  readonly value: unknown;
}
