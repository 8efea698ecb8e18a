import { formatAddress, holds, parseAddress, type AddressValue } from '../../../model';
import { runTogether } from '../../compose/composeFile';
import { outlineOf, type FileView } from '../../compose/fileView';
import type { NetworkPlan } from '../../compose/networkPlan';
import type { Span } from '../../span';
import { isInterpolated, type Scope, type Use } from '../../use';

/** A fixed address of a service on a network that the file makes. */
export interface StaticAddress extends Span {
  readonly use: Use;
  readonly scope: Scope;
  readonly plan: NetworkPlan;
  readonly text: string;
  readonly address: AddressValue;
}

/** The fixed addresses of a compose file whose networks are all written out. */
export function staticAddresses({ compose }: FileView): readonly StaticAddress[] {
  if (!compose) return [];
  return compose.services.flatMap((scope) =>
    scope.uses.flatMap((use) => {
      const { syntax, text, value, owner } = use;
      if ((syntax !== 'ipv4' && syntax !== 'ipv6') || !value || text === undefined || isInterpolated(text))
        return [];
      const plan = owner === undefined ? undefined : compose.plans.get(owner);
      const address = parseAddress(text);
      if (!plan || plan.external || plan.open || !address) return [];
      return address.family === (syntax === 'ipv4' ? 4 : 6)
        ? [{ use, scope, plan, text, address, ...value }]
        : [];
    }),
  );
}

/** The subnets of the network that are of the address's kind. */
export function subnetsFor({ plan, address }: StaticAddress): NetworkPlan['subnets'] {
  return plan.subnets.filter(({ range }) => range.family === address.family);
}

/** The subnet that holds the address. */
export function subnetOf(one: StaticAddress): NetworkPlan['subnets'][number] | undefined {
  return one.plan.subnets.find(({ range }) => holds(range, one.address));
}

/** The gateway of the subnet that holds the address: as given, or the first address, which a bridge takes by itself. */
export function gatewayOf(one: StaticAddress): (Span & { readonly value: bigint }) | undefined {
  const subnet = subnetOf(one);
  if (!subnet) return undefined;
  for (const { text, start, end } of one.plan.gateways) {
    const gateway = parseAddress(text);
    if (gateway && holds(subnet.range, gateway)) return { value: gateway.value, start, end };
  }
  const { driver, internal, scope } = one.plan;
  const ranged = scope.uses.some(({ syntax }) => syntax === 'ipRange');
  const bridge = driver === undefined || driver === '' || driver === 'bridge';
  return bridge && !internal && !ranged
    ? { value: subnet.range.first + 1n, start: subnet.start, end: subnet.end }
    : undefined;
}

/** True where both are on one network at one time. */
export function sameNetwork(file: FileView, one: StaticAddress, other: StaticAddress): boolean {
  if (one.plan.name !== other.plan.name || one.start === other.start) return false;
  if (one.scope === other.scope) return true;
  const [left, right] = [outlineOf(file, one.scope), outlineOf(file, other.scope)];
  return left !== undefined && right !== undefined && runTogether(left, right);
}

/** A free address for it in the subnet: with the same last number if that is possible. */
export function freeAddress(one: StaticAddress, file: FileView): string | undefined {
  const subnet = subnetOf(one) ?? subnetsFor(one)[0];
  if (!subnet) return undefined;
  const { family, first, last } = subnet.range;
  const taken = new Set(
    staticAddresses(file)
      .filter(({ plan, start }) => plan.name === one.plan.name && start !== one.start)
      .map(({ address }) => address.value),
  );
  const gateways = one.plan.gateways.map(({ text }) => parseAddress(text)?.value);
  const size = last - first + 1n;
  const wanted = first + (one.address.value % size);
  for (let step = 0n; step < 256n && step < size; step += 1n) {
    const value = first + ((wanted - first + step) % size);
    const edge = value <= first + 1n || (family === 4 && value === last);
    if (!edge && !taken.has(value) && !gateways.includes(value)) return formatAddress({ family, value });
  }
  return undefined;
}
