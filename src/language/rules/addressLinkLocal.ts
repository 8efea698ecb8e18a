import { holds, parseAddress, parseRange } from '../../model';
import { hoverSpan, isInterpolated, type Scope, type Use } from '../use';
import { readList } from '../values/list';
import { needsOwnNetwork } from '../hover/needsOwnNetwork';
import { rule } from './shared/rule';

const ranges = ['169.254.0.0/16', 'fe80::/10'].flatMap((text) => parseRange(text) ?? []);

function outside(use: Use, { place, network }: Scope): string | undefined {
  const { text } = use;
  if (use.syntax !== 'linkLocal' || !use.value || text === undefined || isInterpolated(text))
    return undefined;
  if (place === 'networkConnect' && network === 'bridge') return undefined;
  return readList(use).find((one) => {
    const address = parseAddress(one);
    return address && !ranges.some((range) => holds(range, address));
  });
}

/** `--link-local-ip 10.1.1.1` */
export const addressLinkLocal = rule({
  code: 'address.linkLocal',
  severity: 'error',
  about: 'A link-local address that is none: outside 169.254.0.0/16 and fe80::/10.',
  docs: 'https://docs.docker.com/reference/cli/docker/network/connect/#link-local-ip',
  check: (scope) =>
    needsOwnNetwork(scope) === undefined
      ? scope.uses.flatMap((use) => {
          const address = outside(use, scope);
          return address === undefined ? [] : [{ address, ...(use.value ?? hoverSpan(use)) }];
        })
      : [],
  say: ({ address }) =>
    `invalid link local IP address: ${address}. Choose one of 169.254.0.0/16, or of fe80::/10.`,
});
