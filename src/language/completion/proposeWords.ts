import { ownContainers } from '../facts';
import { isPlainName, type Proposal, type Proposals } from './completion';
import type { ValueCursor } from './cursor';
import { freeSubnets } from './freeAddresses';
import { formatAddress, formatRange, parseRange, rangeAt } from '../../model';
import { isOwnNetwork, liveContainers, liveNetworks, services } from './names';
import { partAt, type Surroundings } from './proposer';
import { rowsOf } from './topicRows';

/** `true` and `false`, with what each does. */
export function proposeSwitch({ before, after, use }: ValueCursor): Proposals {
  const rows = rowsOf(use).filter(({ form }) => form === 'true' || form === 'false');
  const words =
    rows.length > 0
      ? rows
      : [
          { form: 'true', meaning: '' },
          { form: 'false', meaning: '' },
        ];
  return { before, after, proposals: words.map(({ form, meaning }) => word(form, meaning)) };
}

function word(label: string, documentation: string): Proposal {
  return { label, kind: 'word', ...(documentation === '' ? {} : { documentation }) };
}

/** Flags and keys whose value is one of a few words; of others the rows of the catalog are examples. */
const choices: ReadonlySet<string> = new Set(['--endpoint-mode', '--scope', '--format', '-f', '--filter']);

/** Free texts: the words that the catalog knows, and the networks that a key names. */
export function proposeText(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  const { before, after, use } = cursor;
  if (use.spelling === '--config-from')
    return { before, after, proposals: liveNetworks(around, ({ configOnly }) => configOnly) };
  if (use.topic === 'networkName') return { before, after, proposals: liveNetworks(around, isOwnNetwork) };
  if (use.topic === 'ipam' && use.spelling.endsWith('driver'))
    return { before, after, proposals: rowsOf(use).map(({ form, meaning }) => word(form, meaning)) };
  if (use.topic === 'networkFilter') return proposeFilter(cursor, around);
  if (!choices.has(use.spelling)) return undefined;
  const rows = rowsOf(use).filter(({ form }) => /^[\w-]+$/.test(form));
  return { before, after, proposals: rows.map(({ form, meaning }) => word(form, meaning)) };
}

const filterValues: Readonly<Record<string, readonly string[]>> = {
  scope: ['local', 'swarm', 'global'],
  type: ['custom', 'builtin'],
  dangling: ['true', 'false'],
  driver: ['bridge', 'host', 'macvlan', 'ipvlan', 'overlay'],
};

/** `driver=`, then what it may be. */
function proposeFilter({ before, after, use }: ValueCursor, around: Surroundings): Proposals {
  const equals = before.indexOf('=');
  if (equals < 0) {
    const proposals = rowsOf(use).map(({ form, meaning }): Proposal => {
      const label = /^\w+!?=/.exec(form)?.[0] ?? form;
      return { label, kind: 'key', documentation: meaning, more: true };
    });
    const once = proposals.filter(
      ({ label }, index) => proposals.findIndex((one) => one.label === label) === index,
    );
    return { before, after, proposals: once };
  }
  const key = before.slice(0, equals);
  const words = (filterValues[key] ?? []).map((label) => word(label, ''));
  const names = key === 'name' ? liveNetworks(around, () => true) : [];
  return { before: before.slice(equals + 1), after, proposals: [...words, ...names] };
}

/** `--link` of containers. */
export function proposeLink(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  if (cursor.before.includes(':')) return aliasOfTarget(cursor);
  return {
    ...partAt(cursor, ':'),
    proposals: liveContainers(around, ({ name }) => name !== cursor.scope.name),
  };
}

/** `links` of a service. */
export function proposeServiceLink(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  if (cursor.use.kind === 'key') return undefined;
  if (cursor.before.includes(':')) return aliasOfTarget(cursor);
  return { ...partAt(cursor, ':'), proposals: services(around, cursor.scope.name) };
}

/** `external_links` of a service: containers, but none of its own. */
export function proposeExternalLink(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  if (cursor.use.kind === 'key') return undefined;
  if (cursor.before.includes(':')) return aliasOfTarget(cursor);
  const { facts } = around;
  const own = facts ? ownContainers(cursor.scope, facts) : [];
  return { ...partAt(cursor, ':'), proposals: liveContainers(around, (one) => !own.includes(one)) };
}

/** Behind the colon: the name itself, as a beginning. */
function aliasOfTarget(cursor: ValueCursor): Proposals | undefined {
  const target = cursor.before.slice(0, cursor.before.indexOf(':'));
  const part = partAt(cursor, ':');
  const label = target.replace(/^.*[._-](?=[a-z]+$)/i, '');
  if (!isPlainName(label)) return undefined;
  return { ...part, proposals: [{ label, kind: 'word', detail: `a further name of ${target}` }] };
}

/** A further name on a network: those that its container has now, and the last word of its name. */
export function proposeAlias(
  { before, after, scope, use }: ValueCursor,
  { facts }: Surroundings,
): Proposals | undefined {
  if (use.kind === 'key') return undefined;
  const own = facts ? ownContainers(scope, facts) : [];
  const ids = new Set(own.map(({ id }) => id.slice(0, 12)));
  const live = own.flatMap(({ endpoints }) => endpoints.flatMap(({ aliases }) => aliases ?? []));
  const last = /[a-z]+$/i.exec((scope.name ?? '').replace(/[-_.]\d+$/, ''))?.[0];
  const names = [...live, ...(last === undefined ? [] : [last])];
  const proposals = [...new Set(names)]
    .filter((name) => isPlainName(name) && !ids.has(name) && name !== scope.name)
    .map((label): Proposal => ({ label, kind: 'word', detail: 'a further name on this network' }));
  return { before, after, proposals };
}

/** `--add-host`: the host, and addresses behind the colon. */
export function proposeAddHost(cursor: ValueCursor, { facts }: Surroundings): Proposals | undefined {
  const { before, after, use } = cursor;
  if (use.kind === 'key') return undefined;
  const at = before.search(/[:=]/);
  const gateway: Proposal = {
    label: 'host-gateway',
    kind: 'address',
    detail: 'the host itself (engine 20.10)',
  };
  if (at < 0) {
    const host: Proposal = {
      label: 'host.docker.internal:host-gateway',
      kind: 'address',
      detail: 'the host itself, by the name of Docker Desktop',
    };
    return { before, after, proposals: [host] };
  }
  const name = before.slice(0, at);
  const live = (facts?.topology.containers ?? [])
    .filter((container) => container.name === name)
    .flatMap(({ endpoints }) => endpoints)
    .flatMap(({ ipv4, networkName }): readonly Proposal[] =>
      ipv4 === undefined
        ? []
        : [{ label: ipv4, kind: 'address', detail: `${name} on ${networkName}, until it starts anew` }],
    );
  return { before: before.slice(at + 1), after, proposals: [gateway, ...live] };
}

/** `--dns-option`: what the resolver knows. */
export function proposeDnsOption({ before, after, use }: ValueCursor): Proposals | undefined {
  if (use.kind === 'key' && use.place !== 'composeService') return undefined;
  return { before, after, proposals: rowsOf(use).map(({ form, meaning }) => word(form, meaning)) };
}

/** Ports of EXPOSE and `--expose`. */
export function proposeExpose(cursor: ValueCursor): Proposals | undefined {
  if (cursor.use.kind === 'key') return undefined;
  if (cursor.before.includes('/'))
    return { ...partAt(cursor, '/'), proposals: ['tcp', 'udp', 'sctp'].map((label) => word(label, '')) };
  const ports = [
    ['80', 'HTTP'],
    ['443', 'HTTPS'],
    ['8080', 'HTTP without privileges'],
    ['3000', 'web servers of JavaScript'],
    ['5432', 'PostgreSQL'],
    ['3306', 'MySQL'],
    ['6379', 'Redis'],
    ['53/udp', 'DNS'],
  ] as const;
  const { before, after } = cursor;
  return { before, after, proposals: ports.map(([label, detail]) => ({ label, kind: 'port', detail })) };
}

/** `--subnet`: free ones. */
export function proposeSubnet(cursor: ValueCursor, around: Surroundings): Proposals {
  const driver = cursor.scope.uses.find(({ syntax }) => syntax === 'driver')?.text;
  return { ...partAt(cursor, ','), proposals: freeSubnets(around, driver) };
}

/** What lies in the subnet beside it: a gateway, a range, an address to keep. */
export function proposeInSubnet({ before, after, use, scope }: ValueCursor): Proposals | undefined {
  const subnets = scope.uses.filter(({ syntax, owner }) => syntax === 'subnet' && owner === use.owner);
  // In a list of several the one that stands next to it.
  const distance = (one: typeof use) => Math.abs(one.name.start - use.name.start);
  const nearest = subnets.reduce<typeof use | undefined>(
    (best, one) => (best && distance(best) <= distance(one) ? best : one),
    undefined,
  );
  const range = parseRange(nearest?.text ?? '');
  if (!range) return undefined;
  const { family, first, last, prefix } = range;
  const at = (value: bigint, detail: string): Proposal => ({
    label: formatAddress({ family, value }),
    kind: 'address',
    detail,
  });
  if (use.syntax === 'ipRange') {
    const halves = [1, 2].map((bits) => prefix + bits).filter((bits) => bits <= (family === 4 ? 30 : 126));
    const proposals = halves.map((bits): Proposal => {
      const upper = rangeAt(family, last, bits);
      return {
        label: formatRange(upper),
        kind: 'address',
        detail: `the last part of ${nearest?.text ?? ''}`,
      };
    });
    return { before, after, proposals };
  }
  if (use.syntax === 'gatewayAddress')
    return { before, after, proposals: [at(first + 1n, 'the first one'), at(last - 1n, 'the last one')] };
  const equals = before.indexOf('=');
  if (equals < 0) return undefined;
  return {
    before: before.slice(equals + 1),
    after,
    proposals: [at(first + 5n, `of ${nearest?.text ?? ''}`)],
  };
}
