import type { AddressRange } from '../../../model';
import type { FileView } from '../../compose/fileView';
import { planOfCommand, type NetworkPlan } from '../../compose/networkPlan';

/** The networks that a file makes. A script may remove one before it makes the next: there each stands alone. */
export function plansOf({ compose, scopes }: FileView): readonly NetworkPlan[] {
  if (compose) return [...compose.plans.values()].filter(({ external }) => !external);
  return scopes.flatMap((scope) => planOfCommand(scope) ?? []);
}

export function rangesOverlap(one: AddressRange, other: AddressRange): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

export function isBridge({ driver, open }: NetworkPlan): boolean {
  return !open && (driver === undefined || driver === '' || driver === 'bridge');
}

export const ipamPage = 'https://docs.docker.com/reference/compose-file/networks/#ipam';
