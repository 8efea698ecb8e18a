import { formatRange, parseRange } from '../../model';
import type { FileView } from '../compose/fileView';
import type { Fix } from '../rules/shared/rule';
import { staticAddresses, type StaticAddress } from '../rules/shared/staticAddress';
import { addLines } from './addLines';
import { oneEdit, under } from './edits';
import { isFree } from './otherSubnet';

/** The narrowest first. */
const prefixes = { 4: [24, 20, 16], 6: [64, 56, 48] } as const;

/** Gives the network a subnet that holds its fixed addresses of this kind. */
export function addSubnet(one: StaticAddress, file: FileView): readonly Fix[] {
  const { plan, address } = one;
  const entry = file.compose?.outline.networks.get(plan.name);
  if (!entry || plan.subnets.length > 0 || under(file.text, entry, 'ipam')) return [];
  const subnet = subnetFor(one, file);
  if (subnet === undefined) return [];
  const family = address.family === 6 && !under(file.text, entry, 'enable_ipv6') ? ['enable_ipv6: true'] : [];
  const lines = [...family, 'ipam:', '  config:', `    - subnet: ${subnet}`];
  const edit = addLines(file.text, entry, lines);
  return edit ? [oneEdit(`Give ${plan.name} the subnet ${subnet}`, edit, true)] : [];
}

function subnetFor({ plan, address, text }: StaticAddress, file: FileView): string | undefined {
  const addresses = staticAddresses(file).filter((one) => one.plan.name === plan.name);
  // Those of the other kind would lack a subnet as before, and two kinds at once are more than a fix should guess.
  if (addresses.some((one) => one.address.family !== address.family)) return undefined;
  for (const prefix of prefixes[address.family]) {
    const range = parseRange(`${text}/${prefix}`);
    // The outermost addresses are nobody's, and the first one is the gateway's.
    const holdsAll = addresses.every(
      (one) => range && one.address.value > range.first + 1n && one.address.value < range.last,
    );
    if (range && holdsAll && isFree(range, file)) return formatRange(range);
  }
  return undefined;
}
