import { shifted } from './shared/otherAddress';
import { fileRule } from './shared/rule';
import { sameNetwork, staticAddresses, type StaticAddress } from './shared/staticAddress';

interface Twice extends StaticAddress {
  readonly first: StaticAddress;
}

/** Two services with one address. */
export const addressTwice = fileRule<Twice>({
  code: 'address.twice',
  severity: 'error',
  about: 'One fixed address for two services of a network.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address',
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
