import { keyOf, removeLines } from '../fixes/edits';
import { hasEntries, hoverSpan } from '../use';
import { readNetwork } from '../values/read';
import { rule } from './shared/rule';

/** `network_mode` beside `networks`. */
export const networkModeWithNetworks = rule({
  code: 'network.modeWithNetworks',
  severity: 'error',
  about: 'network_mode beside networks in one service.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
  check: (scope) => {
    const modes = scope.uses.filter((use) => readNetwork(use) !== undefined && use.syntax === 'networkMode');
    const networks = scope.uses.find(({ syntax, kind }) => syntax === 'networks' && kind === 'key');
    const service = scope.name ?? '';
    return hasEntries(scope, 'networks')
      ? modes.map((use) => ({ service, use, networks, scope, ...hoverSpan(use) }))
      : [];
  },
  say: ({ service }) =>
    `service ${service} declares mutually exclusive \`network_mode\` and \`networks\`. Keep one of the two.`,
  relate: ({ networks }) => (networks ? [{ message: 'The networks are here.', ...networks.name }] : []),
  mend: ({ use, networks, scope }, file) => {
    const mode = keyOf(file, scope, use);
    const list = networks && keyOf(file, scope, networks);
    return [
      ...(mode ? [{ title: 'Remove network_mode', edits: [removeLines(mode)] }] : []),
      ...(list ? [{ title: 'Remove networks', edits: [removeLines(list)] }] : []),
    ];
  },
});
