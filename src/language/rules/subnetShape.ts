import type { FileView } from '../compose/fileView';
import { planOfCommand, type NetworkPlan, type PlannedSubnet } from '../compose/networkPlan';
import { oneEdit, replace } from '../fixes/edits';
import { composeNetwork, networkNamed } from '../facts';
import { formatRange, freeSubnet, parseAddress, parseRange, type AddressRange } from '../../model';
import { fileRule } from './rule';

/** The networks that a file makes. A script may remove one before it makes the next: there each stands alone. */
export function plansOf({ compose, scopes }: FileView): readonly NetworkPlan[] {
  if (compose) return [...compose.plans.values()].filter(({ external }) => !external);
  return scopes.flatMap((scope) => planOfCommand(scope) ?? []);
}

export function rangesOverlap(one: AddressRange, other: AddressRange): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

const docs = 'https://docs.docker.com/reference/compose-file/networks/#ipam';

interface Overlap extends PlannedSubnet {
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
  return [{ ...later.subnet, first: first.subnet, network: later.plan.name, other: first.plan.name }];
}

/** Two subnets of the file with addresses in common. */
export const subnetOverlap = fileRule<Overlap>({
  code: 'subnet.overlap',
  severity: 'error',
  about: 'Two subnets of the file that overlap.',
  docs,
  checkFile: overlapping,
  say: ({ text, first, network, other }) =>
    network === other
      ? `multiple overlapping subnet configuration is not supported. ${text} overlaps ${first.text} of the same network.`
      : `Pool overlaps with other one on this address space. ${text} overlaps ${first.text} of ${other}: choose another subnet.`,
  relate: ({ first, other }) => [{ start: first.start, end: first.end, message: `The subnet of ${other}.` }],
});

interface Taken extends PlannedSubnet {
  readonly other: string;
  readonly cidr: string;
}

/** Subnets that another network of the engine has now. */
function takenNow(file: FileView): readonly Taken[] {
  const { live } = file;
  if (!live) return [];
  return plansOf(file).flatMap((plan) => {
    const own = file.compose ? composeNetwork(live, plan.name) : networkNamed(live, plan.name);
    // A network of the name that compose gives is taken as it is, whoever made it.
    const given = plan.ownName ?? (live.project === undefined ? plan.name : `${live.project}_${plan.name}`);
    const named = networkNamed(live, given);
    const others = live.topology.networks.filter(
      (network) =>
        network !== own &&
        network !== named &&
        !network.configOnly &&
        !sameKey(network.labels, plan.name, file),
    );
    return plan.subnets.flatMap((subnet) => {
      for (const { name, subnets } of others) {
        const found = subnets.find(({ cidr }) => {
          const range = parseRange(cidr);
          return range !== undefined && rangesOverlap(range, subnet.range);
        });
        if (found) return [{ ...subnet, other: name, cidr: found.cidr }];
      }
      return [];
    });
  });
}

/** The project may be called otherwise on the command line: a network of the same key is likely this very one. */
function sameKey(labels: Readonly<Record<string, string>>, name: string, { compose }: FileView): boolean {
  return compose !== undefined && labels['com.docker.compose.network'] === name;
}

/** A subnet that a network of the engine has. */
export const subnetTaken = fileRule<Taken>({
  code: 'subnet.taken',
  severity: 'warning',
  about: 'A subnet that overlaps with a network of the connected engine.',
  docs,
  checkFile: takenNow,
  say: ({ text, other, cidr }) =>
    `Pool overlaps with other one on this address space. ${text} overlaps ${cidr} of the network ${other}, which the connected engine has: choose another subnet, or remove that network.`,
  mend: ({ start, end, text, range }, { live, text: all }) => {
    const free = live && freeSubnet(live.topology, range.family, 'bridge');
    return free !== undefined && all.slice(start, end) === text
      ? [oneEdit(`Change to ${free}`, replace({ start, end }, free))]
      : [];
  },
});

/** A subnet with bits behind its prefix. */
export const subnetHostBits = fileRule({
  code: 'subnet.hostBits',
  severity: 'warning',
  about: 'A subnet with bits behind its prefix, such as 10.0.0.5/24: engines from 25.0 on refuse it.',
  docs,
  checkFile: (file) =>
    plansOf(file).flatMap(({ subnets }) =>
      subnets.flatMap((subnet) => {
        const address = parseAddress(subnet.text.split('/', 1)[0] ?? '');
        return address && address.value !== subnet.range.first
          ? [{ ...subnet, network: formatRange(subnet.range) }]
          : [];
      }),
    ),
  say: ({ text, network }) =>
    `${text} has bits behind its prefix: engines from 25.0 on refuse it. Write ${network}.`,
  mend: ({ start, end, text, network }, file) =>
    file.text.slice(start, end) === text
      ? [oneEdit(`Change to ${network}`, replace({ start, end }, network), true)]
      : [],
});

const bits = { 4: 32, 6: 128 } as const;

/** A subnet in which no address is left for a gateway. */
export const subnetSmall = fileRule({
  code: 'subnet.small',
  severity: 'error',
  about: 'A subnet of a bridge without room for a gateway: /31, /32.',
  docs,
  checkFile: (file) =>
    plansOf(file)
      .filter(isBridge)
      .flatMap(({ subnets }) =>
        subnets.filter(({ range }) => bits[range.family] - range.prefix < (range.family === 4 ? 2 : 1)),
      ),
  say: ({ text }) =>
    `failed to allocate gateway (): No available addresses on this pool. ${text} is too small: take a prefix of at most /30, in IPv6 /127.`,
});

/** Two IPv4 subnets for one bridge. */
export const subnetSeveral = fileRule({
  code: 'subnet.several',
  severity: 'error',
  about: 'A bridge network with several subnets of one kind.',
  docs,
  checkFile: (file) =>
    plansOf(file)
      .filter(isBridge)
      .flatMap(({ subnets }) => subnets.filter(({ range }) => range.family === 4).slice(1)),
  say: ({ text }) =>
    `bridge driver doesn't support multiple subnets. Leave ${text} out, or make a second network of it.`,
});

function isBridge({ driver, open }: NetworkPlan): boolean {
  return !open && (driver === undefined || driver === '' || driver === 'bridge');
}
