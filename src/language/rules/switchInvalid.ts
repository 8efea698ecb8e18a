import { networkCreatePage, refusal } from './shared/invalidValue';
import { badSwitches } from './shared/valueProblems';

/** `--internal=maybe` */
export const switchInvalid = refusal(
  'switch.invalid',
  'A switch of a network command that is neither on nor off.',
  networkCreatePage,
  badSwitches,
);
