import { holds, parseAddress, type AddressValue } from '../../model';
import type { NetworkPlan } from '../compose/networkPlan';
import type { Span } from '../span';
import { isOn } from './shared/flags';
import { fileRule } from './shared/rule';
import { ipamPage, plansOf } from './shared/subnetPlans';

interface Reserved extends Span {
  readonly words: string;
}

interface Given extends Span {
  readonly address: AddressValue;
  /** `gateway (10.0.0.1)`, as the engine calls it. */
  readonly called: string;
}

/** The engine's own address management gives away gateways first, then reserved addresses in their order. */
function clashes(plan: NetworkPlan): readonly Reserved[] {
  const { scope } = plan;
  const foreign = scope.uses.some(
    ({ spelling, place, text }) =>
      (spelling === '--ipam-driver' || (place === 'composeIpam' && spelling === 'driver')) &&
      text !== 'default',
  );
  if (plan.open || foreign || isOn(scope, 'configOnly')) return [];
  const seen = new Set(edges(plan));
  return [...gateways(plan), ...auxiliaries(plan)].flatMap(({ address, called, start, end }) => {
    const key = keyOf(address);
    const taken = seen.has(key);
    seen.add(key);
    return taken ? [{ words: `failed to allocate ${called}: Address already in use.`, start, end }] : [];
  });
}

function keyOf({ family, value }: AddressValue): string {
  return `${family} ${value}`;
}

/** The outermost addresses, and the one that becomes the gateway where none is given. */
function edges(plan: NetworkPlan): readonly string[] {
  const ranged = plan.scope.uses.some(({ syntax }) => syntax === 'ipRange');
  return plan.subnets.flatMap(({ range }) => {
    const { family, first, last } = range;
    const given = gateways(plan).some(({ address }) => holds(range, address));
    const own = given || ranged || plan.internal || last - first < 2n ? [] : [first + 1n];
    const outer = last - first < 2n ? [] : family === 4 ? [first, last] : [first];
    return [...outer, ...own].map((value) => keyOf({ family, value }));
  });
}

function gateways({ gateways: all }: NetworkPlan): readonly Given[] {
  return all.flatMap(({ text, start, end }) => given(text, `gateway (${text})`, { start, end }));
}

function auxiliaries({ scope }: NetworkPlan): readonly Given[] {
  return scope.uses.flatMap(({ syntax, text, value }) => {
    const equals = text?.indexOf('=') ?? -1;
    if (syntax !== 'auxAddress' || text === undefined || !value || equals < 0) return [];
    const address = text.slice(equals + 1);
    return given(address, `secondary ip address (${text.slice(0, equals)}:${address})`, value);
  });
}

function given(text: string, called: string, { start, end }: Span): readonly Given[] {
  const address = parseAddress(text);
  return address ? [{ address, called, start, end }] : [];
}

/** `--gateway 10.0.0.0` of 10.0.0.0/24 */
export const subnetReserved = fileRule<Reserved>({
  code: 'subnet.reserved',
  severity: 'error',
  about: 'A gateway or reserved address that is taken: the outermost of its subnet, or given away twice.',
  docs: ipamPage,
  checkFile: (file) => plansOf(file).flatMap(clashes),
  say: ({ words }) =>
    `${words} The outermost addresses of a subnet and its gateway are taken: choose another one.`,
});
