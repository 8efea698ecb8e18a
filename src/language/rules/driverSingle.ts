import type { Missing } from './shared/missingNames';
import { rule } from './shared/rule';

/** `docker network create -d host x` */
export const driverSingle = rule<Missing>({
  code: 'driver.single',
  severity: 'error',
  about: 'A second network of the drivers host and null, of which an engine has one each.',
  docs: 'https://docs.docker.com/engine/network/drivers/',
  check: ({ uses, place }) =>
    uses.flatMap(({ syntax, text, value }) =>
      place === 'networkCreate' && syntax === 'driver' && value && (text === 'host' || text === 'null')
        ? [{ name: text, ...value }]
        : [],
    ),
  say: ({ name }) =>
    `only one instance of "${name}" network is allowed. The engine makes that one itself: use --network ${name === 'null' ? 'none' : 'host'}.`,
});
