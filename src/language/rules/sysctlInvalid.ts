import { invalidValue, runPage } from './shared/invalidValue';

/** `--sysctl vm.swappiness=1` */
export const sysctlInvalid = invalidValue({
  code: 'sysctl.invalid',
  about: 'A kernel parameter that containers can not have for themselves.',
  docs: `${runPage}#sysctl`,
  syntaxes: ['sysctl'],
});
