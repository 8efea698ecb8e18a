import type { FileView } from '../compose/fileView';
import { oneEdit, replace, writtenValue } from '../fixes/edits';
import type { Span } from '../span';
import { fileRule, type Fix } from './rule';
import {
  freeAddress,
  gatewayOf,
  sameNetwork,
  staticAddresses,
  subnetOf,
  subnetsFor,
  type StaticAddress,
} from './staticAddress';

const docs = 'https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address';

function shifted(one: StaticAddress, file: FileView): readonly Fix[] {
  const value = writtenValue(one.use);
  const free = freeAddress(one, file);
  return value && free !== undefined ? [oneEdit(`Change to ${free}`, replace(value, free), true)] : [];
}

/** `ipv4_address` on a network without a subnet of its kind. */
export const addressWithoutSubnet = fileRule<StaticAddress>({
  code: 'address.noSubnet',
  severity: 'error',
  about: 'A fixed address on a network to which the file gives no subnet.',
  docs,
  checkFile: (file) => staticAddresses(file).filter((one) => subnetsFor(one).length === 0),
  say: ({ plan, address }) =>
    `user specified IP address is supported only when connecting to networks with user configured subnets. Give ${plan.name} an IPv${address.family} subnet under ipam.config.`,
  relate: ({ plan }) => [
    { start: plan.span.start, end: plan.span.end, message: `${plan.name} is defined here.` },
  ],
});

/** `ipv4_address: 10.9.0.5` where the subnet is 10.0.0.0/24 */
export const addressOutside = fileRule<StaticAddress>({
  code: 'address.outside',
  severity: 'error',
  about: 'A fixed address that is not in the subnet of its network.',
  docs,
  checkFile: (file) => staticAddresses(file).filter((one) => subnetsFor(one).length > 0 && !subnetOf(one)),
  say: (one) =>
    `Invalid address ${one.text}: It does not belong to any of this network's subnets. ${one.plan.name} has ${subnetsFor(
      one,
    )
      .map(({ text }) => text)
      .join(', ')}.`,
  relate: (one) => subnetsFor(one).map(({ start, end }) => ({ start, end, message: 'The subnet is here.' })),
  mend: shifted,
});

interface Reserved extends StaticAddress {
  readonly what: string;
  readonly at: Span;
}

/** What stands in the way of an address in its subnet. */
function reserved(one: StaticAddress): readonly Reserved[] {
  const subnet = subnetOf(one);
  const gateway = gatewayOf(one);
  if (!subnet) return [];
  if (gateway?.value === one.address.value) return [{ ...one, what: 'the gateway', at: gateway }];
  const { first, last } = subnet.range;
  const edge = one.address.value === first || (one.address.family === 4 && one.address.value === last);
  return edge ? [{ ...one, what: 'an outermost address', at: subnet }] : [];
}

/** The address that the gateway has, or one that nobody can have. */
export const addressOfGateway = fileRule<Reserved>({
  code: 'address.gateway',
  severity: 'error',
  about: 'A fixed address that is the gateway of its network, or the outermost of its subnet.',
  docs,
  checkFile: (file) => staticAddresses(file).flatMap(reserved),
  say: ({ text, what, plan }) =>
    `Address already in use: ${text} is ${what} of ${plan.name}. Choose another address.`,
  relate: ({ at, what }) => [{ start: at.start, end: at.end, message: `It is ${what} by this.` }],
  mend: shifted,
});

interface Twice extends StaticAddress {
  readonly first: StaticAddress;
}

/** Two services with one address. */
export const addressTwice = fileRule<Twice>({
  code: 'address.twice',
  severity: 'error',
  about: 'One fixed address for two services of a network.',
  docs,
  checkFile: (file) => {
    const byAddress = new Map<string, StaticAddress[]>();
    return staticAddresses(file).flatMap((one) => {
      const key = `${one.plan.name} ${one.address.family} ${one.address.value}`;
      const earlier = byAddress.get(key) ?? [];
      byAddress.set(key, [...earlier, one]);
      const first = earlier.find((other) => sameNetwork(file, one, other));
      return first ? [{ ...one, first }] : [];
    });
  },
  say: ({ text, first }) =>
    `Address already in use: ${first.scope.name ?? 'another service'} has ${text} too. Choose another address.`,
  relate: ({ first }) => [{ start: first.start, end: first.end, message: 'It is given here first.' }],
  mend: shifted,
});

/** Two addresses of hardware that are the same. */
export const macTwice = fileRule<
  Span & { readonly text: string; readonly service: string; readonly first: Span }
>({
  code: 'mac.twice',
  severity: 'warning',
  about: 'One MAC address for two services of a network.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#mac_address',
  checkFile: ({ compose }) => {
    const seen = new Map<string, Span & { readonly service: string }>();
    const uses = (compose?.services ?? []).flatMap((scope) => scope.uses.map((use) => ({ scope, use })));
    return uses.flatMap(({ scope, use: { syntax, text, value, owner } }) => {
      if (syntax !== 'mac' || !value || text === undefined || !/^[\da-f]{2}([:-][\da-f]{2}){5}$/i.test(text))
        return [];
      const key = `${owner ?? ''} ${text.toLowerCase().replaceAll('-', ':')}`;
      const first = seen.get(key);
      if (!first) seen.set(key, { ...value, service: scope.name ?? '' });
      return first && first.start !== value.start && first.service !== scope.name
        ? [{ text, service: first.service, first, ...value }]
        : [];
    });
  },
  say: ({ text, service }) =>
    `${service} has ${text} too: on one network two of them lose packets, and the engine does not look. Choose another one.`,
  relate: ({ first }) => [{ start: first.start, end: first.end, message: 'It is given here first.' }],
});
