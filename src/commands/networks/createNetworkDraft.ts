import { familyOf, type NetworkSpec, type PoolSpec } from '../../model';

/** What has been typed of a network to be made. Every text is as it was typed, also where the engine would refuse it. */
export interface NetworkDraft {
  /** The engine's driver name. */
  readonly driver: string;
  readonly name: string;
  readonly subnet: string;
  readonly gateway: string;
  readonly range: string;
  readonly ipv6: boolean;
  readonly subnet6: string;
  readonly gateway6: string;
  readonly range6: string;
  /** Addresses that the engine is not to give out, by host name. */
  readonly auxiliary: Pairs;
  readonly internal: boolean;
  readonly attachable: boolean;
  /** Also `parent` and the mode of macvlan and ipvlan. */
  readonly options: Pairs;
  readonly labels: Pairs;
}

export type Pairs = Readonly<Record<string, string>>;

/** The fields of a draft that are one text. */
export type TextField = 'name' | 'subnet' | 'gateway' | 'range' | 'subnet6' | 'gateway6' | 'range6';

/** The fields of a draft that are yes or no. */
export type SwitchField = 'ipv6' | 'internal' | 'attachable';

/** The fields of a draft that are `name=value`, any number of times. */
export type PairField = 'auxiliary' | 'options' | 'labels';

export const emptyDraft: NetworkDraft = {
  driver: 'bridge',
  name: '',
  subnet: '',
  gateway: '',
  range: '',
  ipv6: false,
  subnet6: '',
  gateway6: '',
  range6: '',
  auxiliary: {},
  internal: false,
  attachable: false,
  options: {},
  labels: {},
};

/** What the engine is asked for. Fields of a family without a subnet are left out: {@link orphansOf} names them. */
export function specOfDraft(draft: NetworkDraft): NetworkSpec {
  const { name, driver, ipv6, internal, attachable, options, labels } = draft;
  return { name, driver, pools: poolsOf(draft), ipv6, internal, attachable, options, labels };
}

function poolsOf(draft: NetworkDraft): readonly PoolSpec[] {
  return familiesOf(draft).flatMap((family) => {
    const { subnet, gateway, range } = textsOf(draft, family);
    const auxiliary = Object.fromEntries(
      Object.entries(draft.auxiliary).filter(([, address]) => familyOf(address) === family),
    );
    return subnet === ''
      ? []
      : [{ subnet, gateway: gateway || undefined, range: range || undefined, auxiliary }];
  });
}

/** The family of each of the spec's pools, in their order. */
export function poolFamilies(draft: NetworkDraft): readonly (4 | 6)[] {
  return familiesOf(draft).filter((family) => textsOf(draft, family).subnet !== '');
}

/**
 * Fields that say something about a subnet that is not given; the engine answers
 * `every ip-range or gateway must have a corresponding subnet` (seen on engine 20.10).
 */
export function orphansOf(draft: NetworkDraft): readonly (TextField | 'auxiliary')[] {
  const without = familiesOf(draft).filter((family) => textsOf(draft, family).subnet === '');
  return [
    ...without.flatMap((family) =>
      (family === 4 ? (['gateway', 'range'] as const) : (['gateway6', 'range6'] as const)).filter(
        (field) => draft[field] !== '',
      ),
    ),
    ...(Object.values(draft.auxiliary).some((address) => !poolFamilies(draft).includes(familyOf(address)))
      ? (['auxiliary'] as const)
      : []),
  ];
}

/** What is typed for IPv6 is kept while it is off, and not sent. */
function familiesOf({ ipv6 }: NetworkDraft): readonly (4 | 6)[] {
  return ipv6 ? [4, 6] : [4];
}

function textsOf(draft: NetworkDraft, family: 4 | 6): { subnet: string; gateway: string; range: string } {
  return family === 4
    ? { subnet: draft.subnet, gateway: draft.gateway, range: draft.range }
    : { subnet: draft.subnet6, gateway: draft.gateway6, range: draft.range6 };
}

/** The draft with another text in a field; spaces around it are nobody's wish. */
export function withText(draft: NetworkDraft, field: TextField, text: string): NetworkDraft {
  return { ...draft, [field]: text.trim() };
}

/** The draft with a switch turned over. */
export function withSwitch(draft: NetworkDraft, field: SwitchField): NetworkDraft {
  return { ...draft, [field]: !draft[field] };
}

/** The draft with one pair set in its place, or without it where the value is undefined. */
export function withPair(
  draft: NetworkDraft,
  field: PairField,
  key: string,
  value: string | undefined,
): NetworkDraft {
  const pairs = new Map(Object.entries(draft[field]));
  if (value === undefined) {
    pairs.delete(key);
  } else {
    pairs.set(key, value);
  }
  return { ...draft, [field]: Object.fromEntries(pairs) };
}

/** The draft for another driver: options are a driver's own words and go with it, but for the interface of two of them. */
export function withDriver(draft: NetworkDraft, driver: string): NetworkDraft {
  if (driver === draft.driver) {
    return draft;
  }
  const { parent } = draft.options;
  return { ...draft, driver, options: parent !== undefined && hasParent(driver) ? { parent } : {} };
}

/** Whether networks of the driver stand on an interface of the host. */
export function hasParent(driver: string): boolean {
  return driver === 'macvlan' || driver === 'ipvlan';
}

/** `router=172.28.0.2` → its two halves; `encrypted` has an empty value. Undefined where there is no name. */
export function readPair(text: string): { readonly key: string; readonly value: string } | undefined {
  const at = text.indexOf('=');
  const key = (at < 0 ? text : text.slice(0, at)).trim();
  return key === '' ? undefined : { key, value: at < 0 ? '' : text.slice(at + 1).trim() };
}

/** `router=172.28.0.2`; a value that is empty is left out. */
export function sayPair([key, value]: readonly [string, string]): string {
  return value === '' ? key : `${key}=${value}`;
}
