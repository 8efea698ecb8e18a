import { topics, type Place, type Spelling, type Topic } from '../../catalog';
import { composeFile } from '../compose/composeFile';
import { scopesAt } from '../languages';
import { describeTopic } from '../hover/describeTopic';
import { flagUse } from '../text/flagUse';
import { isPlainName, type Proposal } from './completion';
import type { KeyCursor } from './keyCursor';
import { definedNetworks, isOwnNetwork, liveNetworks } from './names';
import { driverOptions, topicPairs, type OptionRow } from './proposeOptions';
import type { Surroundings } from './proposer';
import { joinedNames } from './joinedNames';

/** A kind of map in a compose file, and what its keys are. */
interface MapKind {
  /** `*` is any key, `[]` an item of a list. */
  readonly path: string;
  readonly keys: (around: Surroundings, cursor: KeyCursor, offset: number) => readonly Proposal[];
  /** Schemas know these keys: others propose them, too. */
  readonly inSchema?: true;
}

const kinds: readonly MapKind[] = [
  { path: 'services/*', keys: () => keysOf('composeService'), inSchema: true },
  { path: 'services/*/networks', keys: (around) => definedNetworks(around).map(asKey) },
  { path: 'services/*/networks/*', keys: () => keysOf('composeServiceNetwork'), inSchema: true },
  {
    path: 'services/*/networks/*/driver_opts',
    keys: () => pairKeys(topicPairs({ place: 'composeServiceNetwork', spelling: 'driver_opts' })),
  },
  {
    path: 'services/*/sysctls',
    keys: () => pairKeys(topicPairs({ place: 'composeService', spelling: 'sysctls' })),
  },
  { path: 'services/*/extra_hosts', keys: () => [hostKey] },
  { path: 'services/*/build/extra_hosts', keys: () => [hostKey] },
  { path: 'services/*/build', keys: () => keysOf('composeBuild'), inSchema: true },
  { path: 'services/*/ports/[]', keys: () => portKeys, inSchema: true },
  { path: 'networks', keys: newNetworks },
  { path: 'networks/*', keys: () => keysOf('composeNetwork'), inSchema: true },
  { path: 'networks/*/driver_opts', keys: optionsOfDriver },
  { path: 'networks/*/ipam', keys: () => keysOf('composeIpam'), inSchema: true },
  { path: 'networks/*/ipam/config/[]', keys: () => keysOf('composeIpamConfig'), inSchema: true },
];

const hostKey: Proposal = {
  label: 'host.docker.internal',
  kind: 'key',
  insert: 'host.docker.internal: host-gateway',
  detail: 'the host itself',
};

const portKeys = (
  [
    ['target', 'the port of the container'],
    ['published', 'the port of the host, or a range'],
    ['host_ip', 'the address of the host'],
    ['protocol', 'tcp, udp or sctp'],
    ['mode', 'host or ingress'],
    ['app_protocol', 'what is spoken there: http'],
    ['name', 'a name for people'],
  ] as const
).map(([label, detail]): Proposal => ({ label, kind: 'key', insert: `${label}: `, detail, more: true }));

/** True where keys of the map around the cursor are known. */
export function hasKeys(cursor: KeyCursor, inSchema: boolean): boolean {
  return kindOf(cursor, inSchema) !== undefined;
}

function kindOf(cursor: KeyCursor, inSchema: boolean): MapKind | undefined {
  const kind = kinds.find(({ path }) => matches(path, cursor.path));
  return kind?.inSchema && !inSchema ? undefined : kind;
}

/** Keys that may stand at the cursor, without those that stand there. `inSchema`: also those that schemas know. */
export function proposeKeys(
  cursor: KeyCursor,
  offset: number,
  around: Surroundings,
  inSchema: boolean,
): readonly Proposal[] {
  const keys = kindOf(cursor, inSchema)?.keys(around, cursor, offset) ?? [];
  return keys
    .filter(({ label }) => !cursor.siblings.includes(label))
    .map((proposal) => (cursor.closed ? { ...proposal, insert: proposal.label } : proposal));
}

function matches(pattern: string, path: readonly string[]): boolean {
  const parts = pattern.split('/');
  return (
    parts.length === path.length &&
    parts.every((part, index) => part === path[index] || (part === '*' && path[index] !== '[]'))
  );
}

/** Keys with lists and maps below them. */
const nested: ReadonlySet<string> = new Set(
  'ports expose networks links extra_hosts sysctls aliases link_local_ips driver_opts ipam config aux_addresses options labels dns dns_search dns_opt'.split(
    ' ',
  ),
);

function keysOf(place: Place): readonly Proposal[] {
  return topics.flatMap((topic: Topic) =>
    topic.spellings
      .filter(({ places }) => places.includes(place))
      .flatMap((spelling) => spelling.names.map((name) => keyProposal(place, topic, spelling, name))),
  );
}

function keyProposal(place: Place, topic: Topic, spelling: Spelling, name: string): Proposal {
  const use = { ...flagUse(place, name, { start: 0, end: 0 }, undefined), kind: 'key' } as const;
  const documentation = describeTopic(topic, spelling, use);
  const insert = nested.has(name) ? `${name}:` : `${name}: `;
  return {
    label: name,
    kind: 'key',
    insert,
    detail: spelling.title ?? topic.title,
    documentation,
    ...(nested.has(name) ? {} : { more: true }),
  };
}

function asKey(proposal: Proposal): Proposal {
  return { ...proposal, insert: `${proposal.label}:` };
}

function pairKeys(rows: readonly OptionRow[]): readonly Proposal[] {
  return rows.map(({ key, meaning, values: [first] }) => ({
    label: key,
    kind: 'key',
    insert: first === undefined ? `${key}: ` : `${key}: ${quoted(first)}`,
    documentation: meaning,
    more: true,
  }));
}

/** Compose takes text here: what YAML reads as a number or a switch is quoted. */
function quoted(value: string): string {
  return /^[\d.]+$|^(true|false)$/.test(value) ? `"${value}"` : value;
}

function optionsOfDriver(around: Surroundings, { path }: KeyCursor, offset: number): readonly Proposal[] {
  const scope = scopesAt(around.text, 'dockercompose', offset).find(({ name }) => name === path[1]);
  const rows = driverOptions(scope ?? { place: 'composeTop', name: undefined, prose: false, uses: [] });
  return pairKeys(rows);
}

/** Networks that services join and nobody defines, and those of the engine that could be `external`. */
function newNetworks(around: Surroundings): readonly Proposal[] {
  const defined = composeFile(around.text).networks;
  const missing = joinedNames(around.text)
    .filter((name) => !defined.has(name) && isPlainName(name) && name !== 'default')
    .map((label): Proposal => ({
      label,
      kind: 'network',
      insert: `${label}:`,
      detail: 'joined, and not defined yet',
    }));
  const project = around.facts?.project;
  const live = liveNetworks(
    around,
    (network) => isOwnNetwork(network) && (project === undefined || network.composeProject !== project),
  );
  return [
    ...missing,
    ...live.map((one): Proposal => ({ ...one, insert: `${one.label}:\n  external: true`, snippet: true })),
  ];
}
