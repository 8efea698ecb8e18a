import type { PoolSpec } from './networkSpec';
import { parseRange, type AddressRange } from './ranges';

/** A pool of a spec whose subnet can be read. */
export interface ReadPool {
  readonly spec: PoolSpec;
  /** In the spec's `pools`. */
  readonly index: number;
  readonly range: AddressRange;
}

/** The pools whose subnet the engine can read, in their order. */
export function readPools(pools: readonly PoolSpec[]): readonly ReadPool[] {
  return pools.flatMap((spec, index) => {
    const range = parseRange(spec.subnet);
    return range === undefined ? [] : [{ spec, index, range }];
  });
}
