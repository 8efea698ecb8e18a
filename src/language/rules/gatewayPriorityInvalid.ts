import { invalidValue, runPage } from './shared/invalidValue';

/** `gw_priority: high` */
export const gatewayPriorityInvalid = invalidValue({
  code: 'gatewayPriority.invalid',
  about: 'A gateway priority that is no whole number.',
  docs: `${runPage}#network`,
  syntaxes: ['gatewayPriority'],
});
