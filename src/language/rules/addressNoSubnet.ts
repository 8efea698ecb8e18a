import { addSubnet } from '../fixes/addSubnet';
import { fileRule } from './shared/rule';
import { staticAddresses, subnetsFor, type StaticAddress } from './shared/staticAddress';

/** `ipv4_address` on a network without a subnet of its kind. */
export const addressNoSubnet = fileRule<StaticAddress>({
  code: 'address.noSubnet',
  severity: 'error',
  about: 'A fixed address on a network to which the file gives no subnet.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address',
  checkFile: (file) => staticAddresses(file).filter((one) => subnetsFor(one).length === 0),
  say: ({ plan, address }) =>
    `user specified IP address is supported only when connecting to networks with user configured subnets. Give ${plan.name} an IPv${address.family} subnet under ipam.config.`,
  mend: addSubnet,
  relate: ({ plan }) => [
    { start: plan.span.start, end: plan.span.end, message: `${plan.name} is defined here.` },
  ],
});
