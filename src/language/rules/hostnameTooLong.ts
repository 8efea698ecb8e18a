import { hoverSpan, isInterpolated } from '../use';
import { isLongHostname, longestHostname } from './shared/hostname';
import { rule } from './shared/rule';

/** A hostname that Linux does not take: the container is made, and does not start. */
export const hostnameTooLong = rule({
  code: 'hostname.tooLong',
  severity: 'error',
  about: `A hostname of more than ${longestHostname} characters, with which no container starts.`,
  docs: 'https://man7.org/linux/man-pages/man2/sethostname.2.html',
  check: ({ uses }) =>
    uses.flatMap((use) =>
      use.value && use.text !== undefined && !isInterpolated(use.text) && isLongHostname(use)
        ? [{ length: use.text.length, ...(use.kind === 'key' ? use.value : hoverSpan(use)) }]
        : [],
    ),
  say: ({ length }) =>
    `sethostname: invalid argument. Linux takes ${longestHostname} characters, and this hostname has ${length}: the container does not start.`,
});
