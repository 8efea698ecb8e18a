import type { Network } from '../../model';
import { networkOf } from '../../model';
import type { Stop, Way } from './way';

type Family = 4 | 6;

const lan: Stop = 'client:lan';

/** A step in which packets leave a network for other machines: past the rows of its subnets where the picture has them. */
export function stepOut(
  way: Way,
  network: Network,
  text: string,
  kind: 'masquerade' | 'unchanged',
  families: readonly Family[],
): void {
  const from: Stop = { kind: 'network', id: network.id };
  way.step(text, [], { from: [from], derived: true });
  for (const cidr of subnetsOf(network, families)) {
    const [rule, out] = [`${kind}:${cidr}`, `out:${cidr}`];
    if (way.shows(rule)) {
      way.extend([rule], from);
      way.extend([out], rule);
      way.extend([lan], out);
    }
  }
  // The whole topology has no rows, and its wire from other machines leads inwards: the way is lit as far as the host's edge.
  way.extend(['edge'], from);
}

/** The rows at which an internal network ends for what would leave it. */
export function dropsOf(network: Network, families: readonly Family[]): readonly Stop[] {
  return subnetsOf(network, families).map((cidr) => `drop:out:${cidr}`);
}

function subnetsOf({ subnets }: Network, families: readonly Family[]): readonly string[] {
  return subnets.filter(({ family }) => families.includes(family)).map(({ cidr }) => networkOf(cidr));
}
