import { freeSubnet, parseRange } from '../../model';
import type { FileView } from '../compose/fileView';
import type { PlannedSubnet } from '../compose/networkPlan';
import { composeNetwork, networkNamed } from '../facts';
import { oneEdit, replace } from '../fixes/edits';
import { fileRule } from './shared/rule';
import { ipamPage, plansOf, rangesOverlap } from './shared/subnetPlans';

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
  docs: ipamPage,
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
