import { connectCommand } from '../../language';
import {
  checkConnect,
  sayConnectFinding,
  type ConnectFinding,
  type ConnectSpec,
  type Container,
  type FindingSeverity,
  type Network,
  type Topology,
} from '../../model';
import { networkWords } from '../../views/rows/rowWords';
import { plural } from '../../views/rows/rows';
import { listNames, restOf } from '../shared/quickWords';

/** What has been typed of a connection. An address is one container's; aliases can be many's. */
export interface ConnectDraft {
  readonly networkId: string;
  readonly containerIds: readonly string[];
  readonly ipv4: string;
  readonly ipv6: string;
  readonly aliases: readonly string[];
}

export type ConnectField = 'ipv4' | 'ipv6' | 'aliases';

export type ConnectRowId = 'connect' | 'copy' | ConnectField;

/** A line of the form, as plain data. */
export interface ConnectRow {
  readonly id: ConnectRowId;
  readonly label: string;
  readonly description: string;
  /** The command, or what is wrong with the field. */
  readonly detail: string | undefined;
  readonly state: FindingSeverity | undefined;
}

export interface ConnectForm {
  readonly rows: readonly ConnectRow[];
  readonly specs: readonly ConnectSpec[];
  /** One for each container. */
  readonly commands: readonly string[];
  /** The first row that the engine would refuse. */
  readonly firstError: ConnectRowId | undefined;
}

/** The form for a draft, checked against what the engine has now; undefined once the network or all containers are gone. */
export function connectForm(draft: ConnectDraft, topology: Topology): ConnectForm | undefined {
  const network = topology.networkById.get(draft.networkId);
  const containers = draft.containerIds.flatMap((id) => topology.containerById.get(id) ?? []);
  if (network === undefined || containers.length === 0) {
    return undefined;
  }
  const specs = containers.map(({ id }) => specFor(draft, id));
  const findings = specs.flatMap((spec) => checkConnect(spec, network, topology));
  const fields = fieldRows(draft, network, topology).map((row) => withRemark(row, findings));
  const commands = containers.map(({ name, id }) => connectCommand(network.name, name, specFor(draft, id)));
  const whole = withRemark(connectRow(network, containers, commands), findings);
  return {
    rows: [
      whole,
      { ...plainRow('copy', 'Copy the Command', ''), detail: restOf(commands.join(' && ')) },
      ...fields,
    ],
    specs,
    commands,
    firstError: [...fields, whole].find(({ state }) => state === 'error')?.id,
  };
}

function specFor({ ipv4, ipv6, aliases }: ConnectDraft, containerId: string): ConnectSpec {
  return { containerId, ipv4: ipv4 || undefined, ipv6: ipv6 || undefined, aliases };
}

function connectRow(
  network: Network,
  containers: readonly Container[],
  commands: readonly string[],
): ConnectRow {
  const what =
    containers.length > 3
      ? plural(containers.length, 'Container')
      : listNames(containers.map(({ name }) => name));
  return { ...plainRow('connect', `Connect ${what} to ${network.name}`, ''), detail: commands.join(' && ') };
}

/** The default bridge takes neither addresses nor aliases; an address is for one container. */
function fieldRows(draft: ConnectDraft, network: Network, topology: Topology): readonly ConnectRow[] {
  const single = draft.containerIds.length === 1;
  const offers = (family: 4 | 6): boolean => single && takesAddress(draft, family, network, topology);
  const { ipv4, ipv6, aliases } = draft;
  const chosen = 'chosen by the engine';
  return [
    ...(offers(4) ? [plainRow('ipv4', 'IPv4 address', ipv4 || `${chosen}${within(network, 4)}`)] : []),
    ...(offers(6) ? [plainRow('ipv6', 'IPv6 address', ipv6 || `${chosen}${within(network, 6)}`)] : []),
    ...(network.defaultBridge ? [] : [plainRow('aliases', 'Aliases', aliases.join(', ') || 'none')]),
  ];
}

function within({ subnets }: Network, family: 4 | 6): string {
  const own = subnets.filter((subnet) => subnet.family === family).map(({ range, cidr }) => range ?? cidr);
  return own.length === 0 ? '' : `, of ${own.join(', ')}`;
}

const NEVER = new Set<ConnectFinding['code']>([
  'address.defaultBridge',
  'address.noSubnet',
  'address.chosenSubnet',
]);

/** Whether the engine would take any address at all: asked with one, as only the check knows the rules. */
function takesAddress(
  { containerIds: [containerId = ''] }: ConnectDraft,
  family: 4 | 6,
  network: Network,
  topology: Topology,
): boolean {
  const spec: ConnectSpec =
    family === 4
      ? { containerId, ipv4: '192.0.2.1', ipv6: undefined, aliases: [] }
      : { containerId, ipv4: undefined, ipv6: '2001:db8::1', aliases: [] };
  return !checkConnect(spec, network, topology).some(
    ({ code, severity }) => NEVER.has(code) && severity === 'error',
  );
}

/** What the engine would say of one field of a draft; the worst first. */
export function connectRemark(
  draft: ConnectDraft,
  field: ConnectField,
  topology: Topology,
): { readonly severity: FindingSeverity; readonly words: string } | undefined {
  const row = connectForm(draft, topology)?.rows.find(({ id }) => id === field);
  return row?.state === undefined ? undefined : { severity: row.state, words: row.detail ?? '' };
}

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'information'];

function withRemark(row: ConnectRow, findings: readonly ConnectFinding[]): ConnectRow {
  const own = findings.filter(({ field }) => field === (row.id === 'connect' ? 'container' : row.id));
  const worst = SEVERITIES.flatMap((severity) => own.filter((finding) => finding.severity === severity))[0];
  return worst === undefined ? row : { ...row, detail: sayConnectFinding(worst), state: worst.severity };
}

function plainRow(id: ConnectRowId, label: string, description: string): ConnectRow {
  return { id, label, description, detail: undefined, state: undefined };
}

/** `db, database` → two names; commas and spaces part them. */
export function readAliases(text: string): readonly string[] {
  return [...new Set(text.split(/[,\s]+/).filter(Boolean))];
}

/** The containers that can be connected to a network, running ones first. */
export function candidates(network: Network, topology: Topology): readonly Container[] {
  const free = topology.containers.filter((container) => canJoin(container, network, topology));
  const running = (container: Container): boolean => container.state === 'running';
  return [...free.filter(running), ...free.filter((container) => !running(container))];
}

/** The networks that a container can be connected to. */
export function openNetworks(container: Container, topology: Topology): readonly Network[] {
  return topology.networks.filter(
    (network) => isConnectable(network) && canJoin(container, network, topology),
  );
}

/** Whether any container may be connected to a network. */
export function isConnectable(network: Network): boolean {
  return networkWords(network).includes('connectable');
}

function canJoin({ id }: Container, network: Network, topology: Topology): boolean {
  const spec: ConnectSpec = { containerId: id, ipv4: undefined, ipv6: undefined, aliases: [] };
  return !checkConnect(spec, network, topology).some(({ severity }) => severity === 'error');
}
