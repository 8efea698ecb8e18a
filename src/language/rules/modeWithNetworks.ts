import { hasEntries, hoverSpan } from '../use';
import { readNetwork } from '../values/read';
import { rule } from './rule';

/** `network_mode` beside `networks`. */
export const modeWithNetworks = rule({
  code: 'network.modeWithNetworks',
  severity: 'error',
  check: (scope) => {
    const modes = scope.uses.filter((use) => readNetwork(use) !== undefined && use.syntax === 'networkMode');
    const service = scope.name ?? '';
    return hasEntries(scope, 'networks') ? modes.map((use) => ({ service, ...hoverSpan(use) })) : [];
  },
  say: ({ service }) =>
    `service ${service} declares mutually exclusive \`network_mode\` and \`networks\`. Keep one of the two.`,
});
