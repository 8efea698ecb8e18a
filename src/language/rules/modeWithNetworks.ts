import { hoverSpan } from '../use';
import { rule } from './rule';

/** `network_mode` beside `networks`. */
export const modeWithNetworks = rule({
  code: 'network.modeWithNetworks',
  severity: 'error',
  check: ({ uses, name }) => {
    const hasNetworks = uses.some((use) => use.kind === 'key' && use.syntax === 'networks');
    const modes = uses.filter((use) => use.syntax === 'networkMode' && use.value !== undefined);
    return hasNetworks ? modes.map((use) => ({ service: name ?? '', ...hoverSpan(use) })) : [];
  },
  say: ({ service }) =>
    `service ${service} declares mutually exclusive \`network_mode\` and \`networks\`. Keep one of the two.`,
});
