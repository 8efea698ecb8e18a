import type { Span } from '../span';
import { shifted } from './shared/otherAddress';
import { fileRule } from './shared/rule';
import { gatewayOf, staticAddresses, subnetOf, type StaticAddress } from './shared/staticAddress';

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
export const addressGateway = fileRule<Reserved>({
  code: 'address.gateway',
  severity: 'error',
  about: 'A fixed address that is the gateway of its network, or the outermost of its subnet.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address',
  checkFile: (file) => staticAddresses(file).flatMap(reserved),
  say: ({ text, what, plan }) =>
    `Address already in use: ${text} is ${what} of ${plan.name}. Choose another address.`,
  relate: ({ at, what }) => [{ start: at.start, end: at.end, message: `It is ${what} by this.` }],
  mend: shifted,
});
