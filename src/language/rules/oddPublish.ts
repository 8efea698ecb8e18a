import { valueSpan } from '../use';
import { readPublish } from '../values/read';
import { sayOddity, withoutCode } from '../values/say';
import { rule } from './rule';

/** `8080:80/tcp/udp`: accepted, and not what it reads. */
export const oddPublish = rule({
  code: 'publish.odd',
  severity: 'warning',
  check: ({ uses }) =>
    uses.flatMap((use) => {
      const publish = readPublish(use);
      return publish?.ok ? publish.oddities.map((oddity) => ({ oddity, ...valueSpan(use, oddity) })) : [];
    }),
  say: ({ oddity }) => withoutCode(sayOddity(oddity)),
});
