import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { findSpelling, topics, type Place, type ValueSyntax } from '../../catalog';
import type { Scope, Use } from '../use';
import type { Anchors } from './anchors';
import type { Block } from './block';
import { ComposeTree, isAbsent, isReset, textOf, type Child, type Placed } from './composeTree';

/** Maps whose entries are what a command line writes as `name=value`. */
const pairs: ReadonlySet<ValueSyntax> = new Set<ValueSyntax>([
  'endpointOption',
  'addHost',
  'sysctl',
  'driverOption',
  'auxAddress',
]);

/** The top-level entries that are read, and one in braces that may hold them. */
const section = /^\uFEFF?\s*(?:---\s*)?["'{]?\s*["']?(?:services|networks)\b/;

/** What the YAML of one block says about networks, with what comes into it by aliases. */
export function composeScopes(block: Block, anchors: Anchors): readonly Scope[] {
  if (block.kind === 'top' && !section.test(anchors.text.slice(block.start, block.start + 20))) return [];
  return anchors.readOnce(block, () => scopesIn(block, anchors));
}

function scopesIn(block: Block, anchors: Anchors): readonly Scope[] {
  const parsed = anchors.parse(block);
  const { root } = parsed;
  if (!isMap(root)) return [];
  // Each scope has a tree of its own, so that what is unknown in one service is not so in the next.
  const tree = (): ComposeTree => new ComposeTree(parsed, anchors, { unknown: false }, 0);
  if (block.kind === 'service') return scopesUnder(root, tree, serviceScope);
  if (block.kind === 'network') return scopesUnder(root, tree, networkScope);
  return tree()
    .children(root)
    .flatMap((top) => topScopes(top, tree));
}

/** The scope of each child of a map. */
function scopesUnder(
  map: YAMLMap,
  tree: () => ComposeTree,
  scope: (child: Child) => Scope,
): readonly Scope[] {
  return tree()
    .children(map)
    .map((child) => scope(child.tree.isMerged ? child : { ...child, tree: tree() }));
}

/** `services: { web: … }` and `networks: …` where the header and its children are one block. */
function topScopes(top: Child, tree: () => ComposeTree): readonly Scope[] {
  const { name, node } = top;
  if (name === 'services') return isMap(node) ? scopesUnder(node, tree, serviceScope) : [];
  if (name !== 'networks') return [];
  const header = keyUse('composeTop', { ...top, node: undefined });
  const scope: Scope = { place: 'composeTop', name: undefined, prose: false, uses: header ? [header] : [] };
  return [scope, ...(isMap(node) ? scopesUnder(node, tree, networkScope) : [])];
}

function serviceScope({ name, node, tree }: Child): Scope {
  const placed = tree.resolve(node);
  const children = isMap(placed?.node) ? placed.tree.children(placed.node) : [];
  const uses = children.flatMap(keyUses);
  const partial = tree.learned.unknown || children.some((child) => child.name === 'extends');
  return { place: 'composeService', name, prose: false, ...(partial ? { partial } : {}), uses };
}

function networkScope({ key, name, node, tree }: Child): Scope {
  const found = findSpelling(topics, 'composeTop', 'networks');
  const span = tree.span(key);
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
          parts: tree.parts(node),
        },
      ];
  const all = [...uses, ...mapUses('composeNetwork', tree.resolve(node), name)];
  const partial = tree.learned.unknown;
  return { place: 'composeTop', name, prose: false, ...(partial ? { partial } : {}), uses: all };
}

/** The keys of a network, of its `ipam`, and of the subnets there. */
function mapUses(place: Place, placed: Placed | undefined, owner: string): readonly Use[] {
  if (!isMap(placed?.node) || isReset(placed.node)) return [];
  return placed.tree.children(placed.node).flatMap((child) => {
    const inner = innerPlace(place, child);
    if (!inner) return valueUses(keyUse(place, child, owner), child);
    const value = child.tree.resolve(child.node);
    return [...valueUses(keyUse(place, child, owner), undefined), ...innerUses(inner, value, owner)];
  });
}

/** `ipam` of a network and `config` of that hold keys of their own. */
function innerPlace(place: Place, { name }: Child): Place | undefined {
  if (place === 'composeNetwork' && name === 'ipam') return 'composeIpam';
  return place === 'composeIpam' && name === 'config' ? 'composeIpamConfig' : undefined;
}

function innerUses(place: Place, placed: Placed | undefined, owner: string): readonly Use[] {
  if (place === 'composeIpam') return mapUses(place, placed, owner);
  if (!placed || !isSeq(placed.node)) return [];
  return placed.tree.items(placed.node).flatMap((item) => mapUses(place, placed.tree.resolve(item), owner));
}

/** The use of a key of a service, and of each entry under it. */
function keyUses(child: Child): readonly Use[] {
  const { name, node, tree } = child;
  if (name !== 'build') return valueUses(keyUse('composeService', child), child);
  const placed = tree.resolve(node);
  if (!isMap(placed?.node) || isReset(placed.node)) return valueUses(keyUse('composeService', child), child);
  return placed.tree
    .children(placed.node)
    .flatMap((entry) => valueUses(keyUse('composeBuild', entry), entry));
}

/** A key with its entries. Those of `networks` have keys of their own. */
function valueUses(use: Use | undefined, value: Placed | undefined): readonly Use[] {
  const placed = use && value && !isAbsent(value.node) ? value.tree.resolve(value.node) : undefined;
  if (!use) return [];
  if (!placed || isAbsent(placed.node)) return [use];
  const { node, tree } = placed;
  if (isSeq(node)) return [use, ...tree.items(node).flatMap((item) => itemUse(use, item, tree) ?? [])];
  if (!isMap(node)) return [use];
  const entries = tree.children(node).filter((entry) => !isReset(entry.node));
  return [use, ...entries.flatMap((entry) => [entryUse(use, entry), ...entryUses(use, entry)])];
}

function entryUses({ syntax }: Use, { name, node, tree }: Child): readonly Use[] {
  const placed = syntax === 'networks' ? tree.resolve(node) : undefined;
  if (!isMap(placed?.node)) return [];
  return placed.tree
    .children(placed.node)
    .flatMap((child) => valueUses(keyUse('composeServiceNetwork', child, name), child));
}

function keyUse(place: Place, { key, name, node, tree }: Child, owner?: string): Use | undefined {
  const found = findSpelling(topics, place, name);
  if (!found) return undefined;
  const read = isAlias(node) ? tree.resolve(node)?.node : node;
  const scalar = isScalar(read) && !isAbsent(read) && textOf(read) !== '' ? read : undefined;
  const alias = isAlias(node) && node.range ? tree.wholeSpan(node.range) : undefined;
  return {
    topic: found.topic.id,
    place,
    kind: 'key',
    spelling: name,
    syntax: found.spelling.syntax,
    name: tree.span(key),
    value: alias ?? (scalar && tree.span(scalar)),
    text: scalar && textOf(scalar),
    plain: scalar?.type === 'PLAIN',
    parts: [],
    ...(owner === undefined ? {} : { owner }),
    ...(tree.isMerged ? { merged: true } : {}),
  };
}

/** An entry stands where it is written: in a list that an alias stands for, that is elsewhere. */
function mergedMark(tree: ComposeTree, use: Use): { readonly merged?: true } {
  return tree.isMerged || use.merged ? { merged: true } : {};
}

function itemUse(use: Use, item: unknown, list: ComposeTree): Use | undefined {
  const placed = list.resolve(item);
  if (!placed || isAbsent(placed.node)) return undefined;
  const { node, tree } = placed;
  const mark = mergedMark(tree, use);
  if (isScalar(node)) {
    const text = textOf(node);
    if (text === '') return undefined;
    return { ...use, kind: 'item', value: tree.span(node), text, plain: node.type === 'PLAIN', ...mark };
  }
  if (!isMap(node) || !node.range) return undefined;
  const value = tree.wholeSpan(node.range);
  return { ...use, kind: 'item', value, text: undefined, parts: tree.parts(node), ...mark };
}

function entryUse(use: Use, { key, name, node, tree }: Child): Use {
  const mark = mergedMark(tree, use);
  const read = tree.resolve(node);
  const span = tree.span(key);
  if (pairs.has(use.syntax) && read && isScalar(read.node)) {
    const value = { start: span.start, end: Math.max(tree.endOf(node), span.end) };
    return { ...use, kind: 'item', value, text: `${name}=${textOf(read.node)}`, plain: false, ...mark };
  }
  const text = pairs.has(use.syntax) ? undefined : name;
  return { ...use, kind: 'item', value: span, text, parts: tree.parts(node), ...mark };
}
