import { invalidValue, runPage } from './shared/invalidValue';

/** `--mac-address zz` */
export const macInvalid = invalidValue({
  code: 'mac.invalid',
  about: 'A MAC address that is refused.',
  docs: runPage,
  syntaxes: ['mac'],
});
