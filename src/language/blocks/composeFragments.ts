import { isMap, isScalar } from 'yaml';
import { hoverSpan, type Scope, type Use } from '../use';
import type { Anchors } from './anchors';
import type { Block } from './block';
import { composeScopes } from './composeNodes';
import { textOf } from './composeTree';

/** So many blocks are looked at to learn what a fragment is for. */
const mostUsers = 8;

/**
 * What a fragment such as `x-base: &base` says: that is known from the services and networks which take it. Each may
 * have more keys than it.
 */
export function fragmentScopes(block: Block, anchors: Anchors): readonly Scope[] {
  if (block.kind !== 'top' || !isFragment(block, anchors)) return [];
  const seen = new Set<number>();
  return usersOf(block, anchors).flatMap((user) =>
    composeScopes(user, anchors).flatMap((scope) => {
      const uses = scope.uses.flatMap((use) => (isNew(use, block, seen) ? [ownUse(use)] : []));
      return uses.length === 0 ? [] : [{ ...scope, name: undefined, partial: true, uses }];
    }),
  );
}

function isFragment(block: Block, anchors: Anchors): boolean {
  const source = anchors.text.slice(block.start, block.end);
  if (!/^["']?x-/.test(source) || !source.includes('&')) return false;
  const { root } = anchors.parse(block);
  return isMap(root) && root.items.every(({ key }) => isScalar(key) && textOf(key).startsWith('x-'));
}

/** The services and networks that take something of the block, be it by way of other fragments. */
function usersOf(block: Block, anchors: Anchors): readonly Block[] {
  const queue = [block];
  const known = new Set([block.start]);
  const users: Block[] = [];
  for (let next = queue.shift(); next && known.size <= mostUsers; next = queue.shift()) {
    for (const user of anchors.usersOf(anchors.parse(next))) {
      if (known.has(user.start)) continue;
      known.add(user.start);
      if (user.kind === 'top' && isFragment(user, anchors)) queue.push(user);
      else users.push(user);
    }
  }
  return users;
}

function isNew(use: Use, { start, end }: Block, seen: Set<number>): boolean {
  const span = hoverSpan(use);
  if (!use.merged || span.start < start || span.end > end || seen.has(span.start)) return false;
  seen.add(span.start);
  return true;
}

/** The same, told where it is written. */
function ownUse(use: Use): Use {
  const { merged, ...own } = use;
  return merged ? own : use;
}
