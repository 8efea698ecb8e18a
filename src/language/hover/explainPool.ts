import { formatAddress, formatRange, holds, parseAddress, parseRange, type AddressRange } from '../../model';
import type { LiveFacts } from '../facts';
import { bullets, code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import {
  parseSubnets,
  poolAddressProblem,
  poolRangeProblem,
  type PoolProblem,
  type Subnets,
} from '../values/addressing';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';

/** What `--subnet 172.28.0.0/16` holds, and whose addresses it overlaps with now. */
export function explainSubnet(use: Use, scope: Scope, facts: LiveFacts | undefined): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const value = parseSubnets(use.text);
  if (!value.ok) return refusal(use, value.problem);
  const [first, ...more] = value.subnets;
  if (!first) return explainUnknown('No wish: the engine chooses a subnet.');
  if (more.length > 0)
    return explainUnknown(
      `${value.subnets.length} subnets: ${codeList(
        value.subnets.map(({ text }) => text),
        4,
      )}.`,
    );
  return {
    meaning: sizeWords(first.range),
    details: [bullets(edgeWords(first.range, scope))].filter((words) => words !== ''),
    mind: subnetMind(first.text, first.range),
    now: facts ? overlapWords(first.range, scope, facts) : [],
  };
}

const bits = { 4: 32, 6: 128 } as const;

/** Of IPv4 the first and the last address stand for the subnet and for all of it. */
function sizeWords(range: AddressRange): string {
  const hostBits = bits[range.family] - range.prefix;
  if (range.family === 6) return `${code(formatRange(range))} has 2^${hostBits} addresses.`;
  const all = 2 ** hostBits;
  const left = Math.max(0, all - 3);
  return `${code(formatRange(range))} has ${numberWords(all)} address${all === 1 ? '' : 'es'}: ${numberWords(left)} for containers, without the two outermost ones and the gateway.`;
}

function numberWords(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Without a gateway and a range beside it; with several subnets these may belong to another one. */
function edgeWords(
  { family, first, last, prefix }: AddressRange,
  { uses, partial }: Scope,
): readonly string[] {
  const told = uses.some(({ syntax }) => syntax === 'gatewayAddress' || syntax === 'ipRange');
  if (told || partial || bits[family] - prefix < 2) return [];
  const text = (value: bigint) => code(formatAddress({ family, value }));
  return [
    `Gateway: ${text(first + 1n)}, unless another one is given`,
    `Containers: ${text(first + 2n)} to ${text(family === 4 ? last - 1n : last)}`,
  ];
}

function subnetMind(text: string, range: AddressRange): readonly string[] {
  const words: string[] = [];
  if (bits[range.family] - range.prefix < 2)
    words.push('there is no room for a gateway: a bridge refuses it, `No available addresses on this pool`.');
  const address = parseAddress(text.split('/', 1)[0] ?? '');
  if (address && address.value !== range.first)
    words.push(`engines from 25.0 on refuse host bits: write ${code(formatRange(range))}.`);
  return words;
}

/** A network of the same name is the one that is described. */
function overlapWords(
  range: AddressRange,
  scope: Scope,
  { topology, project }: LiveFacts,
): readonly string[] {
  const own = (name: string, key: string | undefined, of: string | undefined) =>
    scope.place === 'composeTop'
      ? key === scope.name && of === project && of !== undefined
      : name === scope.network;
  const others = topology.networks
    .filter(({ configOnly }) => !configOnly)
    .filter(
      ({ name, labels, composeProject }) => !own(name, labels['com.docker.compose.network'], composeProject),
    )
    .flatMap(({ name, subnets }) => subnets.map(({ cidr }) => ({ name, cidr })))
    .filter(({ cidr }) => overlaps(range, parseRange(cidr)));
  return others.length === 0
    ? ['no network of this engine overlaps with it. What else the host reaches is not seen.']
    : others.slice(0, 3).map(({ name, cidr }) => `it **overlaps** with ${code(name)}, ${code(cidr)}.`);
}

function overlaps(one: AddressRange, other: AddressRange | undefined): boolean {
  return other?.family === one.family && one.first <= other.last && other.first <= one.last;
}

/** The subnets beside a use; undefined where not all of them are known. */
function subnetsBeside({ uses, partial }: Scope): Subnets['subnets'] | undefined {
  const texts = uses.filter(({ syntax }) => syntax === 'subnet').map(({ text }) => text);
  const values = texts.map((text) =>
    text === undefined || isInterpolated(text) ? undefined : parseSubnets(text),
  );
  const known = values.flatMap((value) => (value?.ok ? [value] : []));
  return partial || known.length < values.length ? undefined : known.flatMap(({ subnets }) => subnets);
}

/** Compose leaves it to the engine, which says it in other words. */
function refusal({ place }: Use, problem: PoolProblem): Explanation {
  return explainProblem(problem, place === 'networkCreate' ? 'Docker' : 'Compose');
}

/** What `--ip-range 172.28.5.0/24` leaves for containers. */
export function explainIpRange(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const subnets = subnetsBeside(scope);
  const problem = subnets && poolRangeProblem(use.text, subnets);
  if (problem) return refusal(use, problem);
  const range = parseRange(use.text);
  if (!range) return explainUnknown(putInLater);
  const { family, first, last } = range;
  const text = (value: bigint) => code(formatAddress({ family, value }));
  const outer = subnets?.find((subnet) => holds(subnet.range, { family, value: first }));
  const wider = outer !== undefined && range.prefix < outer.range.prefix;
  return {
    meaning: `Containers get addresses from ${text(first)} to ${text(last)} by themselves.`,
    details: ['Other addresses of the subnet are left for `--ip`, in compose `ipv4_address`.'],
    mind: wider ? [`it is wider than its subnet ${code(outer.text)}.`] : [],
    now: [],
  };
}

/** True beside `--internal`, or `internal` that is not plainly off. */
function isInternal({ uses }: Scope): boolean {
  return uses.some(({ topic, text }) => topic === 'internal' && text !== 'false');
}

/** What `--gateway 172.28.0.254` is. */
export function explainGateway(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const subnets = subnetsBeside(scope);
  const problem = subnets && use.text !== '' && poolAddressProblem(use.text, 'gateway', subnets);
  if (problem) return refusal(use, problem);
  const driver = scope.uses.find(({ syntax }) => syntax === 'driver')?.text ?? 'bridge';
  const parent = driver === 'macvlan' || driver === 'ipvlan';
  return {
    meaning: `${code(use.text)} is the way to all that is not on the network itself.`,
    details: [
      parent
        ? `With ${code(driver)} it is the router of the network outside: Docker does not make it.`
        : driver === 'bridge'
          ? `The engine gives this address to the bridge device of the host${isInternal(scope) ? '.' : ', and from there NAT leads out.'}`
          : '',
    ].filter((words) => words !== ''),
    mind: [],
    now: [],
  };
}

/** What `--aux-address router=172.28.0.5` keeps. */
export function explainAuxAddress(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const equals = use.text.indexOf('=');
  const name = equals < 0 ? use.text : use.text.slice(0, equals);
  const address = equals < 0 ? '' : use.text.slice(equals + 1);
  const subnets = subnetsBeside(scope);
  const problem = subnets && poolAddressProblem(address, 'aux-address', subnets);
  if (problem) return refusal(use, problem);
  return {
    meaning: `No container gets ${code(address)}: it is kept for ${code(name)}.`,
    details: ['The name is a note for people: nothing resolves it.'],
    mind: [],
    now: [],
  };
}
