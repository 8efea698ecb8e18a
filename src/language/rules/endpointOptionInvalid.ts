import { isInterpolated } from '../use';
import { rule } from './shared/rule';

/** `docker network connect --driver-opt foo` */
export const endpointOptionInvalid = rule({
  code: 'endpointOption.invalid',
  severity: 'error',
  about: 'An option for an endpoint that is no key=value: --driver-opt foo.',
  docs: 'https://docs.docker.com/reference/cli/docker/network/connect/#driver-opt',
  check: ({ uses }) =>
    uses.flatMap(({ syntax, kind, text, value }) =>
      syntax === 'endpointOption' &&
      kind === 'flag' &&
      value &&
      text !== undefined &&
      !isInterpolated(text) &&
      !/^[^=]+=/.test(text)
        ? [{ text, ...value }]
        : [],
    ),
  say: ({ text }) =>
    `invalid key/value pair format in driver options. Write ${text === '' ? 'key' : text.replace(/=/g, '')}=value.`,
});
