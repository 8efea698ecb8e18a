import { networkOfUse } from '../facts';
import type { Proposal, Proposals } from './completion';
import type { ValueCursor } from './cursor';
import { freeAddresses } from './freeAddresses';
import { definedNetworks, isJoinable, liveContainers, liveNetworks, services } from './names';
import { partAt, type Surroundings } from './proposer';

const keys = [
  { key: 'name', detail: 'the network' },
  { key: 'alias', detail: 'a further name on it' },
  { key: 'ip', detail: 'a fixed IPv4 address' },
  { key: 'ip6', detail: 'a fixed IPv6 address' },
  { key: 'mac-address', detail: 'the MAC address of the endpoint' },
  { key: 'link-local-ip', detail: 'a link-local address' },
  { key: 'driver-opt', detail: 'an option of the endpoint' },
  { key: 'gw-priority', detail: 'which network has the way out' },
] as const;
/** A service of a swarm knows fewer. */
const serviceKeys: ReadonlySet<string> = new Set(['name', 'alias', 'driver-opt']);

const modes: readonly Proposal[] = [
  { label: 'host', kind: 'word', detail: "the host's own network" },
  { label: 'none', kind: 'word', detail: 'no network, only loopback' },
  { label: 'bridge', kind: 'word', detail: 'the default bridge, where names do not resolve' },
];
const container: Proposal = {
  label: 'container:',
  kind: 'word',
  detail: 'the network namespace of a container',
  more: true,
};
const service: Proposal = {
  label: 'service:',
  kind: 'word',
  detail: 'the network namespace of a service of this file',
  more: true,
};

/** `--network` of a container: a network, a mode, whose namespace is shared, or the long form. */
export function proposeNetwork(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  const part = partAt(cursor, ',');
  if (cursor.before.includes(',') || part.before.includes('='))
    return proposeLong(cursor, part, around, keys);
  if (part.before.startsWith('container:'))
    return { ...part, proposals: liveContainers(around, isThere, 'container:') };
  const networks = liveNetworks(around, (network) => isJoinable(network) && !network.predefined);
  const long: Proposal = {
    label: 'name=',
    kind: 'key',
    detail: 'with alias, ip, … (engine 18.03)',
    more: true,
  };
  return { ...part, proposals: [...networks, ...modes, container, long] };
}

function isThere(): boolean {
  return true;
}

/** `--network` of a service: networks of the swarm. */
export function proposeServiceNetwork(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  const part = partAt(cursor, ',');
  if (cursor.before.includes(',') || part.before.includes('='))
    return proposeLong(
      cursor,
      part,
      around,
      keys.filter(({ key }) => serviceKeys.has(key)),
    );
  const networks = liveNetworks(around, isOfSwarm);
  return {
    ...part,
    proposals: [...networks, { label: 'name=', kind: 'key', detail: 'with alias', more: true }],
  };
}

function isOfSwarm({ scope, ingress }: { readonly scope: string; readonly ingress: boolean }): boolean {
  return scope === 'swarm' && !ingress;
}

function proposeLong(
  cursor: ValueCursor,
  { before, after }: { readonly before: string; readonly after: string },
  around: Surroundings,
  known: readonly { readonly key: string; readonly detail: string }[],
): Proposals | undefined {
  const equals = before.indexOf('=');
  if (equals < 0)
    return {
      before,
      after,
      proposals: known.map(({ key, detail }) => ({ label: `${key}=`, kind: 'key', detail, more: true })),
    };
  const value = { before: before.slice(equals + 1), after };
  const key = before.slice(0, equals);
  const fits = cursor.use.syntax === 'serviceNetwork' ? isOfSwarm : isJoinable;
  if (key === 'name') return { ...value, proposals: liveNetworks(around, fits) };
  if (key !== 'ip') return undefined;
  const name = /(?:^|,)name=([^,]*)/.exec(cursor.before + cursor.after)?.[1];
  const network = around.facts?.topology.networks.find((one) => one.name === name);
  return { ...value, proposals: freeAddresses(network, 4, around) };
}

/** `network_mode` of compose. */
export function proposeNetworkMode(cursor: ValueCursor, around: Surroundings): Proposals {
  const { before, after, scope } = cursor;
  if (before.startsWith('service:'))
    return { before, after, proposals: services(around, scope.name, 'service:') };
  if (before.startsWith('container:'))
    return { before, after, proposals: liveContainers(around, isThere, 'container:') };
  return { before, after, proposals: [...modes, service, container] };
}

/** `networks` of a service: an item of the list, or the first of them. */
export function proposeServiceNetworks(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  const { before, after, use, scope, ownLine } = cursor;
  if (use.kind === 'key' && !ownLine) return undefined;
  const joined = new Set(
    scope.uses.filter(({ syntax, kind }) => syntax === 'networks' && kind === 'item').map(({ text }) => text),
  );
  const proposals = definedNetworks(around).filter(({ label }) => !joined.has(label));
  if (use.kind === 'item') return { before, after, proposals };
  return {
    before,
    after,
    proposals: proposals.map((one) => ({ ...one, label: one.label, insert: `- ${one.label}` })),
  };
}

/** `--network` of a build: three words. */
export function proposeBuildNetwork({ before, after }: ValueCursor): Proposals {
  const proposals: readonly Proposal[] = [
    { label: 'default', kind: 'word', detail: 'the network that builds have anyway' },
    { label: 'none', kind: 'word', detail: 'no network, only loopback' },
    { label: 'host', kind: 'word', detail: "the host's own network" },
  ];
  return { before, after, proposals };
}

/** `--ip` and `ipv4_address`: free ones of the network. */
export function proposeAddress({ before, after, use, scope }: ValueCursor, around: Surroundings): Proposals {
  const network = around.facts && networkOfUse(use, scope, around.facts);
  return {
    before,
    after,
    proposals: freeAddresses(network, use.syntax === 'ipv6' ? 6 : 4, around, use.owner),
  };
}
