import { oneEdit, replace } from '../fixes/edits';
import { nextSubnet } from '../fixes/otherSubnet';
import { staticAddresses } from './shared/staticAddress';
import type { FileView } from '../compose/fileView';
import type { NetworkPlan, PlannedSubnet } from '../compose/networkPlan';
import { fileRule } from './shared/rule';
import { ipamPage, plansOf } from './shared/subnetPlans';

interface Overlap extends PlannedSubnet {
  readonly plan: NetworkPlan;
  readonly first: PlannedSubnet;
  readonly network: string;
  readonly other: string;
}

interface Planned {
  readonly subnet: PlannedSubnet;
  readonly plan: NetworkPlan;
}

/** The networks of a compose file stand side by side; each command of a script stands alone. */
function overlapping(file: FileView): readonly Overlap[] {
  const all = plansOf(file).map((plan) => plan.subnets.map((subnet) => ({ subnet, plan })));
  return (file.compose ? [all.flat()] : all).flatMap(overlapsIn);
}

/** In the order of their addresses, so that a file with a thousand of them is not a million comparisons. */
function overlapsIn(planned: readonly Planned[]): readonly Overlap[] {
  const found: Overlap[] = [];
  for (const family of [4, 6] as const) {
    const sorted = planned
      .filter(({ subnet }) => subnet.range.family === family)
      .sort((left, right) => compare(left.subnet, right.subnet));
    let widest: Planned | undefined;
    for (const one of sorted) {
      if (widest && one.subnet.range.first <= widest.subnet.range.last) found.push(...overlap(widest, one));
      if (!widest || one.subnet.range.last > widest.subnet.range.last) widest = one;
    }
  }
  return found;
}

function compare({ range, start }: PlannedSubnet, other: PlannedSubnet): number {
  return range.first === other.range.first ? start - other.start : range.first < other.range.first ? -1 : 1;
}

/** The one that comes later in the file is wrong. What two networks take from one anchor has no second place. */
function overlap(one: Planned, other: Planned): readonly Overlap[] {
  const [first, later] = one.subnet.start <= other.subnet.start ? [one, other] : [other, one];
  if (first.subnet.start === later.subnet.start && first.subnet.text === later.subnet.text) return [];
  return [
    {
      ...later.subnet,
      plan: later.plan,
      first: first.subnet,
      network: later.plan.name,
      other: first.plan.name,
    },
  ];
}

/** Other addresses of the network go by its subnet. */
function isBound({ name, scope }: NetworkPlan, file: FileView): boolean {
  const bound = scope.uses.some(
    ({ syntax }) => syntax === 'gatewayAddress' || syntax === 'ipRange' || syntax === 'auxAddress',
  );
  return bound || staticAddresses(file).some(({ plan }) => plan.name === name);
}

/** Two subnets of the file with addresses in common. */
export const subnetOverlap = fileRule<Overlap>({
  code: 'subnet.overlap',
  severity: 'error',
  about: 'Two subnets of the file that overlap.',
  docs: ipamPage,
  checkFile: overlapping,
  say: ({ text, first, network, other }) =>
    network === other
      ? `multiple overlapping subnet configuration is not supported. ${text} overlaps ${first.text} of the same network.`
      : `Pool overlaps with other one on this address space. ${text} overlaps ${first.text} of ${other}: choose another subnet.`,
  relate: ({ first, other }) => [{ start: first.start, end: first.end, message: `The subnet of ${other}.` }],
  mend: (one, file) => {
    const { start, end, text, range, network, other, plan } = one;
    const free = network === other || isBound(plan, file) ? undefined : nextSubnet(range, file);
    return free !== undefined && file.text.slice(start, end) === text
      ? [oneEdit(`Change to ${free}`, replace({ start, end }, free), true)]
      : [];
  },
});
