import { parseRange, type AddressRange } from '../../model';
import type { Span } from '../span';
import { isInterpolated, type Scope, type Use } from '../use';
import type { ComposeFile } from './composeFile';
import { entriesUnder } from './outline';

/** A subnet that a file gives to a network. */
export interface PlannedSubnet extends Span {
  readonly text: string;
  readonly range: AddressRange;
}

/** What a file says of a network that it makes. */
export interface NetworkPlan {
  readonly name: string;
  readonly span: Span;
  readonly scope: Scope;
  /** Made by somebody else: what it is like is for the engine to say. */
  readonly external: boolean;
  /** The name that the engine knows it by, where the file gives one. */
  readonly ownName: string | undefined;
  /** Undefined where none is given: the engine's default, bridge. */
  readonly driver: string | undefined;
  readonly internal: boolean;
  readonly subnets: readonly PlannedSubnet[];
  readonly gateways: readonly (Span & { readonly text: string })[];
  /** Not all of it is seen: merges, variables, values that are refused, other files. */
  readonly open: boolean;
}

/** The networks of a compose file by their keys. */
export function networkPlans(
  text: string,
  scopes: readonly Scope[],
  file: ComposeFile,
): ReadonlyMap<string, NetworkPlan> {
  const plans = scopes.flatMap((scope) => {
    const plan = scope.place === 'composeTop' ? planOf(scope) : undefined;
    if (!plan) return [];
    const entry = file.networks.get(plan.name);
    const hidden =
      !entry || isHidden(entry.value) || entriesUnder(text, entry).some(({ name }) => name === '<<');
    return [[plan.name, { ...plan, open: plan.open || hidden || file.open }] as const];
  });
  return new Map(plans);
}

/** Braces, an alias, a variable. */
function isHidden(value: string): boolean {
  return value !== '' && !/^(~|null|\{\s*\}|&[\w-]+)$/.test(value);
}

/** The network that `docker network create` makes. */
export function planOfCommand(scope: Scope): NetworkPlan | undefined {
  if (scope.place !== 'networkCreate' || scope.network === undefined) return undefined;
  const span = scope.uses[0]?.name ?? { start: 0, end: 0 };
  return plan(scope, scope.network, span, scope.partial === true || isInterpolated(scope.network));
}

function planOf(scope: Scope): NetworkPlan | undefined {
  const definition = scope.uses.find(({ kind, syntax }) => kind === 'item' && syntax === 'networkDefinition');
  const { text, value } = definition ?? {};
  return text === undefined || !value || text === '<<' ? undefined : plan(scope, text, value, false);
}

function plan(scope: Scope, name: string, span: Span, open: boolean): NetworkPlan {
  const { uses } = scope;
  const own = uses.filter(({ place }) => place === 'composeNetwork' || place === 'networkCreate');
  const external = own.find(({ spelling }) => spelling === 'external');
  const subnetUses = uses.filter(({ syntax }) => syntax === 'subnet');
  const subnets = subnetUses.flatMap(subnetsOf);
  const gateways = uses
    .filter(({ syntax }) => syntax === 'gatewayAddress')
    .flatMap(({ text, value }) => (text !== undefined && value ? [{ text, ...value }] : []));
  const words = [...subnetUses, ...own].flatMap(({ text }) => (text === undefined ? [] : [text]));
  const unread = subnetUses.some((use) => use.value !== undefined && subnetsOf(use).length === 0);
  return {
    name,
    span,
    scope,
    external: external !== undefined && external.text !== 'false',
    ownName: scope.place === 'networkCreate' ? name : nameIn(scope, own),
    driver: own.find(({ syntax }) => syntax === 'driver')?.text,
    internal: own.some(({ topic, text }) => topic === 'internal' && text !== 'false'),
    subnets,
    gateways,
    open: open || unread || words.some(isInterpolated) || gateways.some(({ text }) => isInterpolated(text)),
  };
}

/** `name: x`, or what compose had before it, `external: { name: x }`. */
function nameIn({ uses }: Scope, own: readonly Use[]): string | undefined {
  const parts = uses.flatMap((use) => (use.syntax === 'networkDefinition' ? use.parts : []));
  return (
    own.find(({ spelling }) => spelling === 'name')?.text ??
    parts.find(({ path }) => path === 'external/name')?.text
  );
}

/** `--subnet` takes several with commas between. */
function subnetsOf({ text, value }: Use): readonly PlannedSubnet[] {
  if (text === undefined || !value) return [];
  return text.split(',').flatMap((piece) => {
    const range = parseRange(piece);
    return range ? [{ text: piece, range, ...value }] : [];
  });
}
