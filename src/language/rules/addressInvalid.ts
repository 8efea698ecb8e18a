import { invalidValue, runPage } from './shared/invalidValue';

/** `--ip 10.0.0.300`, `ipv6_address: 10.0.0.3` */
export const addressInvalid = invalidValue({
  code: 'address.invalid',
  about: 'The address of a container that is none, or of the other family.',
  docs: `${runPage}#ip`,
  syntaxes: ['ipv4', 'ipv6', 'linkLocal'],
});
