import { networkCreatePage, refusal } from './shared/invalidValue';
import { badPoolValues } from './shared/valueProblems';

/** `--gateway 10.9.0.1` beside `--subnet 10.0.0.0/24` */
export const subnetOutside = refusal(
  'subnet.outside',
  'A gateway, range or reserved address outside the subnets of its network.',
  networkCreatePage,
  badPoolValues,
);
