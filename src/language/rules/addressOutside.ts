import { shifted } from './shared/otherAddress';
import { fileRule } from './shared/rule';
import { staticAddresses, subnetOf, subnetsFor, type StaticAddress } from './shared/staticAddress';

/** `ipv4_address: 10.9.0.5` where the subnet is 10.0.0.0/24 */
export const addressOutside = fileRule<StaticAddress>({
  code: 'address.outside',
  severity: 'error',
  about: 'A fixed address that is not in the subnet of its network.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address',
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
