import type { NetworkPlan, PlannedSubnet } from '../compose/networkPlan';
import { oneEdit, removeFlag, replace } from '../fixes/edits';
import { fileRule, type TextEdit } from './shared/rule';
import { ipamPage, isBridge, plansOf } from './shared/subnetPlans';

interface Extra extends PlannedSubnet {
  readonly plan: NetworkPlan;
}

/** Other addresses of the network are of this subnet, or may be. */
function isBound({ plan }: Extra): boolean {
  return plan.scope.uses.some(
    ({ syntax }) => syntax === 'gatewayAddress' || syntax === 'ipRange' || syntax === 'auxAddress',
  );
}

/** A flag, or an item of a list with nothing but the subnet. */
function removeSubnet(text: string, { start, end, text: own, plan }: Extra): TextEdit | undefined {
  const use = plan.scope.uses.find(({ syntax, value }) => syntax === 'subnet' && value?.start === start);
  if (use?.text !== own) return undefined;
  if (use.kind === 'flag') return removeFlag(text, use);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end) + 1 || text.length;
  // The next line holds more of it where it stands deeper than the dash.
  const more = /^[ \t]*(?!-)/.exec(text.slice(to))?.[0].length ?? 0;
  const column = text.slice(from).indexOf('-');
  const alone = /^\s*-\s+subnet:\s*["']?[^"'\s,]+["']?\s*$/.test(text.slice(from, to));
  return alone && (more <= column || /^[ \t]*-/.test(text.slice(to)))
    ? replace({ start: from, end: to }, '')
    : undefined;
}

/** Two IPv4 subnets for one bridge. */
export const subnetSeveral = fileRule<Extra>({
  code: 'subnet.several',
  severity: 'error',
  about: 'A bridge network with several subnets of one kind.',
  docs: ipamPage,
  checkFile: (file) =>
    plansOf(file)
      .filter(isBridge)
      .flatMap((plan) =>
        plan.subnets
          .filter(({ range }) => range.family === 4)
          .slice(1)
          .map((subnet) => ({ ...subnet, plan })),
      ),
  say: ({ text }) =>
    `bridge driver doesn't support multiple subnets. Leave ${text} out, or make a second network of it.`,
  mend: (one, { text }) => {
    const edit = isBound(one) ? undefined : removeSubnet(text, one);
    return edit ? [oneEdit(`Leave ${one.text} out`, edit, true)] : [];
  },
});
