import { drivers, driverByEngineName, type Driver } from '../../catalog';
import { networkCreateCommand } from '../../language';
import {
  checkNetwork,
  firstAddress,
  freeSubnet,
  sayNetworkFinding,
  type FindingSeverity,
  type NetworkFinding,
  type NetworkSpec,
  type Topology,
} from '../../model';
import { restOf } from '../shared/quickWords';
import {
  hasParent,
  orphansOf,
  poolFamilies,
  sayPair,
  specOfDraft,
  withSwitch,
  type NetworkDraft,
  type PairField,
  type Pairs,
  type SwitchField,
  type TextField,
} from './createNetworkDraft';

/** Names a row of the form; `parent` and `mode` are there for macvlan and ipvlan only. */
export type RowId = 'create' | 'copy' | 'driver' | 'parent' | 'mode' | TextField | SwitchField | PairField;

/** A line of the form, as plain data. */
export interface FormRow {
  readonly id: RowId;
  readonly label: string;
  readonly description: string;
  /** The command, or what is wrong with the field. */
  readonly detail: string | undefined;
  readonly state: FindingSeverity | undefined;
  /** Rows of a section stand together under its name; undefined above the first. */
  readonly section: string | undefined;
}

/** The form as it stands: rows from top to bottom, and what pressing "Create" would ask for. */
export interface CreateForm {
  readonly rows: readonly FormRow[];
  readonly spec: NetworkSpec;
  readonly command: string;
  /** The first row that the engine would refuse. */
  readonly firstError: RowId | undefined;
}

/** What pressing Enter on a row does. */
export type Pressed =
  | { readonly kind: 'changed'; readonly draft: NetworkDraft }
  | { readonly kind: 'refused'; readonly at: RowId }
  | { readonly kind: 'asked'; readonly id: Exclude<RowId, SwitchField> };

/** The form for a draft, checked against what the engine has now. */
export function createForm(draft: NetworkDraft, topology: Topology): CreateForm {
  const spec = specOfDraft(draft);
  const command = networkCreateCommand(spec);
  const remarks = remarksOn(draft, topology);
  const fields = fieldRows(draft, topology).map((row) => withRemark(row, remarks));
  const errors = fields.filter(({ state }) => state === 'error');
  return {
    rows: [
      createRow(draft, command, errors.length),
      { ...row('copy', '', undefined), detail: restOf(command) },
      ...fields,
    ],
    spec,
    command,
    firstError: errors[0]?.id,
  };
}

/** Enter on a row: a switch turns over, "Create" is refused while a field has an error, the rest asks something. */
export function pressRow(draft: NetworkDraft, id: RowId, { firstError }: CreateForm): Pressed {
  if (id === 'ipv6' || id === 'internal' || id === 'attachable') {
    return { kind: 'changed', draft: withSwitch(draft, id) };
  }
  return id === 'create' && firstError !== undefined
    ? { kind: 'refused', at: firstError }
    : { kind: 'asked', id };
}

/** The catalog's row for the driver of a draft. */
export function driverOf({ driver }: Pick<NetworkDraft, 'driver'>): Driver | undefined {
  const id = driverByEngineName(driver);
  return drivers.find((known) => known.id === id);
}

/** What is to be said of one field: errors first. */
export interface Remark {
  readonly id: RowId;
  /** The key of the driver option that it is about, where it is about one. */
  readonly option: string | undefined;
  readonly severity: FindingSeverity;
  readonly words: string;
}

/** What the engine would say to a draft, by the row it is about. */
export function remarksOn(draft: NetworkDraft, topology: Topology): readonly Remark[] {
  const families = poolFamilies(draft);
  const found = checkNetwork(specOfDraft(draft), topology).map((finding) => ({
    id: rowOf(finding, draft, families),
    option: finding.field.startsWith(OPTION) ? finding.field.slice(OPTION.length) : undefined,
    severity: finding.severity,
    words: sayNetworkFinding(finding),
  }));
  const orphans = orphansOf(draft).map((id) => ({
    id,
    option: undefined,
    severity: 'error' as const,
    words: `Needs a subnet: the engine takes ${ORPHANS[id] ?? 'this'} only together with the subnet it lies in.`,
  }));
  return [...orphans, ...found];
}

const OPTION = 'option:';

const ORPHANS: Readonly<Partial<Record<RowId, string>>> = {
  gateway: 'a gateway',
  gateway6: 'a gateway',
  range: 'a range',
  range6: 'a range',
  auxiliary: 'reserved addresses',
};

function rowOf({ field, pool }: NetworkFinding, draft: NetworkDraft, families: readonly (4 | 6)[]): RowId {
  const six = pool !== undefined && families[pool] === 6;
  switch (field) {
    case 'subnet':
      return six ? 'subnet6' : 'subnet';
    case 'gateway':
      return six ? 'gateway6' : 'gateway';
    case 'range':
      return six ? 'range6' : 'range';
    case 'name':
    case 'driver':
    case 'auxiliary':
      return field;
    case 'ipv6':
      // Enter on the switch would turn it off, and what is missing is a subnet.
      return draft.ipv6 ? 'subnet6' : 'ipv6';
    case 'parent':
      return hasParent(draft.driver) ? 'parent' : 'options';
    default:
      return optionRow(field.slice(OPTION.length), draft);
  }
}

function optionRow(key: string, { driver }: NetworkDraft): RowId {
  if (!hasParent(driver)) {
    return 'options';
  }
  return key === 'parent' ? 'parent' : key === modeKey(driver) ? 'mode' : 'options';
}

/** The option that says how containers on the same parent meet: `macvlan_mode`, `ipvlan_mode`. */
export function modeKey(driver: string): string {
  return `${driver}_mode`;
}

/** The worst remark on a row stands under it. */
function withRemark(field: FormRow, remarks: readonly Remark[]): FormRow {
  const worst = worstOf(remarks.filter(({ id }) => id === field.id));
  return worst === undefined ? field : { ...field, detail: worst.words, state: worst.severity };
}

/** An error goes before a warning. */
export function worstOf(remarks: readonly Remark[]): Remark | undefined {
  return SEVERITIES.flatMap((severity) => remarks.filter((remark) => remark.severity === severity))[0];
}

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'information'];

function createRow({ name }: NetworkDraft, command: string, errors: number): FormRow {
  const description =
    errors === 0 ? '' : `after ${errors === 1 ? 'one field is' : `${errors} fields are`} put right`;
  return { ...row('create', description, undefined), label: `Create ${name}`.trim(), detail: command };
}

function fieldRows(draft: NetworkDraft, topology: Topology): readonly FormRow[] {
  const { name } = draft;
  return [
    row('name', name, 'network'),
    row('driver', sayDriver(draft), 'network'),
    ...parentRows(draft),
    ...ipv4Rows(draft, topology),
    ...ipv6Rows(draft, topology),
    row('auxiliary', sayPairs(draft.auxiliary), 'addresses'),
    row('internal', sayInternal(draft), 'behaviour'),
    row('attachable', sayAttachable(draft), 'behaviour'),
    row('options', sayPairs(otherOptions(draft)), 'behaviour'),
    row('labels', sayPairs(draft.labels), 'behaviour'),
  ];
}

/** `Bridge`; what the catalog does not know by name has the engine's: `fxnet`. */
export function sayDriver({ driver }: Pick<NetworkDraft, 'driver'>): string {
  const known = driverOf({ driver });
  return known === undefined || known.id === 'plugin' ? driver : known.title;
}

function parentRows({ driver, options }: NetworkDraft): readonly FormRow[] {
  if (!hasParent(driver)) {
    return [];
  }
  const mode = options[modeKey(driver)];
  return [
    row('parent', options.parent ?? 'none: cut off from the outside', 'network'),
    row('mode', mode ?? `${driver === 'macvlan' ? 'bridge' : 'l2'} (default)`, 'network'),
  ];
}

function ipv4Rows(draft: NetworkDraft, topology: Topology): readonly FormRow[] {
  const { subnet, gateway, range } = draft;
  return [
    row('subnet', subnet || sayFree(freeSubnet(topology, 4, draft.driver)), 'addresses'),
    row('gateway', gateway || sayFirst(subnet, range), 'addresses'),
    row('range', range || 'the whole subnet', 'addresses'),
  ];
}

function ipv6Rows(draft: NetworkDraft, topology: Topology): readonly FormRow[] {
  const { ipv6, subnet6, gateway6, range6 } = draft;
  const head = row('ipv6', ipv6 ? 'yes' : 'no', 'addresses');
  return ipv6
    ? [
        head,
        row('subnet6', subnet6 || sayFree(freeSubnet(topology, 6, draft.driver)), 'addresses'),
        row('gateway6', gateway6 || sayFirst(subnet6, range6), 'addresses'),
        row('range6', range6 || 'the whole subnet', 'addresses'),
      ]
    : [head];
}

function sayFree(subnet: string | undefined): string {
  return `chosen by the engine${subnet === undefined ? '' : `, next free: ${subnet}`}`;
}

function sayFirst(subnet: string, range: string): string {
  const first = subnet === '' ? undefined : firstAddress(subnet, range || undefined);
  return `chosen by the engine${first === undefined ? '' : `: ${first}`}`;
}

function sayInternal(draft: NetworkDraft): string {
  const open = draft.ipv6 && driverOf(draft)?.id === 'bridge' ? ' (engines before 27: over IPv4 alone)' : '';
  return draft.internal ? `yes: no way out${open}, and published ports do nothing` : 'no';
}

/** Only a network of the swarm is closed to single containers; elsewhere the engine takes the flag and it does nothing. */
function sayAttachable({ attachable, driver }: NetworkDraft): string {
  const swarm = driverOf({ driver })?.scope === 'swarm';
  if (attachable) {
    return swarm ? 'yes: single containers may join, not only services' : 'yes';
  }
  return swarm ? 'no: services only' : 'no';
}

/** The options that have no row of their own. */
export function otherOptions({ driver, options }: NetworkDraft): Pairs {
  const own = hasParent(driver) ? ['parent', modeKey(driver)] : [];
  return Object.fromEntries(Object.entries(options).filter(([key]) => !own.includes(key)));
}

function sayPairs(pairs: Pairs): string {
  return Object.entries(pairs).map(sayPair).join(', ') || 'none';
}

/** What a row is called. */
export const LABELS: Readonly<Record<RowId, string>> = {
  create: 'Create',
  copy: 'Copy the Command',
  name: 'Name',
  driver: 'Driver',
  parent: 'Parent interface',
  mode: 'Mode',
  subnet: 'Subnet',
  gateway: 'Gateway',
  range: 'IP range',
  ipv6: 'IPv6',
  subnet6: 'IPv6 subnet',
  gateway6: 'IPv6 gateway',
  range6: 'IPv6 range',
  auxiliary: 'Reserved addresses',
  internal: 'Internal',
  attachable: 'Attachable',
  options: 'Driver options',
  labels: 'Labels',
};

function row(id: RowId, description: string, section: FormRow['section']): FormRow {
  return { id, label: LABELS[id], description, detail: undefined, state: undefined, section };
}
