import { oneEdit, replace, writtenValue } from '../fixes/edits';
import { valueSpan, type Use } from '../use';
import type { PublishOddity } from '../values/publishProblem';
import { readPublish } from '../values/read';
import { sayOddity, withoutCode } from '../values/say';
import { rule, type Fix } from './shared/rule';

/** `8080:80/tcp/udp`: accepted, and not what it reads. */
export const publishOdd = rule({
  code: 'publish.odd',
  severity: 'warning',
  about: 'A published port that is accepted and does not do what it says: 8080:80/tcp/udp, 8080:0.',
  docs: 'https://docs.docker.com/engine/network/port-publishing/',
  check: ({ uses }) =>
    uses.flatMap((use) => {
      const publish = readPublish(use);
      return publish?.ok
        ? publish.oddities.map((oddity) => ({ oddity, use, ...valueSpan(use, oddity) }))
        : [];
    }),
  say: ({ oddity }) => withoutCode(sayOddity(oddity)),
  mend: ({ oddity, use }) => withoutExtra(oddity, use),
});

/** One port with two protocols is two entries; what docker reads is the first. */
function withoutExtra(oddity: PublishOddity, use: Use): readonly Fix[] {
  const value = writtenValue(use);
  if (oddity.code !== 'extraProtocol' || !value) return [];
  const span = { start: value.start + oddity.start - 1, end: value.start + oddity.end };
  return [oneEdit(`Leave /${oddity.ignored} out`, replace(span, ''), true)];
}
