import { formatRange, parseRange, type AddressRange } from '../../model';
import type { FileView } from '../compose/fileView';
import { plansOf } from '../rules/shared/subnetPlans';

type Stretch = Pick<AddressRange, 'first' | 'last'>;

const known = new WeakMap<FileView, Map<AddressRange['family'], readonly Stretch[]>>();

/** What the networks of the file and of the engine have, in order, without overlaps. */
function takenRanges(file: FileView, family: AddressRange['family']): readonly Stretch[] {
  const ofFile = known.get(file) ?? new Map<AddressRange['family'], readonly Stretch[]>();
  known.set(file, ofFile);
  const found = ofFile.get(family);
  if (found) return found;
  const planned = plansOf(file).flatMap(({ subnets }) => subnets.map(({ range }) => range));
  const live = (file.live?.topology.networks ?? []).flatMap(({ subnets }) =>
    subnets.flatMap(({ cidr }) => parseRange(cidr) ?? []),
  );
  const sorted = [...planned, ...live]
    .filter((range) => range.family === family)
    .sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
  const merged: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of sorted) {
    const top = merged.at(-1);
    if (top && first <= top.last + 1n) top.last = last > top.last ? last : top.last;
    else merged.push({ first, last });
  }
  ofFile.set(family, merged);
  return merged;
}

const spaces = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => parseRange(text) ?? [],
);

/** The next subnet of this size that nobody has, in the same private range; undefined where there is none. */
export function nextSubnet(range: AddressRange, file: FileView): string | undefined {
  const { family, prefix } = range;
  const space = spaces.find(
    (one) => one.family === family && one.first <= range.first && range.last <= one.last,
  );
  if (!space) return undefined;
  const size = range.last - range.first + 1n;
  let first = range.first;
  for (const taken of takenRanges(file, family)) {
    if (taken.last < first) continue;
    if (taken.first > first + size - 1n) break;
    first = (taken.last / size + 1n) * size;
  }
  const last = first + size - 1n;
  return last <= space.last ? formatRange({ family, prefix, first, last }) : undefined;
}

/** True where no other network of the file or the engine has an address of it. */
export function isFree({ family, first, last }: AddressRange, file: FileView): boolean {
  return takenRanges(file, family).every((taken) => taken.last < first || last < taken.first);
}

/** True where what it has more than this range is free. */
export function isFreeBeside(range: AddressRange, wider: AddressRange, file: FileView): boolean {
  const sides = [
    { ...wider, last: range.first - 1n },
    { ...wider, first: range.last + 1n },
  ];
  return sides.every((side) => side.last < side.first || isFree(side, file));
}
