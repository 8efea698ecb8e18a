import { keyOf, removeLines } from '../fixes/edits';
import { valueSpan } from '../use';
import { readNetwork } from '../values/read';
import { rule } from './shared/rule';

/** `network_mode: service:web` in the service `web`. */
export const networkOwnService = rule({
  code: 'network.ownService',
  severity: 'error',
  about: 'network_mode shares the network of the service itself.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
  check: (scope) =>
    scope.uses.flatMap((use) => {
      const value = use.syntax === 'networkMode' ? readNetwork(use) : undefined;
      return value?.ok && value.mode === 'service' && value.name === scope.name
        ? [{ name: value.name, use, scope, ...valueSpan(use, value.nameSpan) }]
        : [];
    }),
  say: ({ name }) =>
    `dependency cycle detected: ${name} -> ${name}. A service can share the network of another one only.`,
  mend: ({ use, scope }, file) => {
    const key = keyOf(file, scope, use);
    return key ? [{ title: 'Remove network_mode', edits: [removeLines(key)], preferred: true }] : [];
  },
});
