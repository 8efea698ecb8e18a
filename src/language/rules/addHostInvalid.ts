import { invalidValue, runPage } from './shared/invalidValue';

/** `--add-host db:localhost` */
export const addHostInvalid = invalidValue({
  code: 'addHost.invalid',
  about: 'A line for the hosts file that is refused: db:localhost.',
  docs: `${runPage}#add-host`,
  syntaxes: ['addHost'],
});
