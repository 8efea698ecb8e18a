import { hoverSpan, isInterpolated } from '../use';
import { isLongHostname } from './shared/hostname';
import { rule } from './shared/rule';

const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;
const longestLabel = 63;

/** A hostname that other programs may not take. */
export const hostnameOdd = rule({
  code: 'hostname.odd',
  severity: 'information',
  about: 'A hostname that is none by RFC 1123: with an underscore or a blank, or longer than 63 characters.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#hostname',
  check: ({ uses }) =>
    uses.flatMap((use) => {
      const { syntax, text, value } = use;
      if (
        (syntax !== 'hostname' && syntax !== 'domainname') ||
        !value ||
        text === undefined ||
        text === '' ||
        isLongHostname(use)
      )
        return [];
      const fine = text.split('.').every((part) => part.length <= longestLabel && label.test(part));
      // The templates of services: {{.Node.Hostname}}
      return fine || isInterpolated(text) ? [] : [{ text, ...(use.kind === 'key' ? value : hoverSpan(use)) }];
    }),
  say: ({ text }) =>
    `The engine takes ${text}, but it is no hostname by RFC 1123, and some programs refuse it. Use letters, digits and dashes, up to 63 between two dots.`,
});
