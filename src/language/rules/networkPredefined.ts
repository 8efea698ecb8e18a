import type { Operand, Scope } from '../use';
import type { Span } from '../span';
import { rule } from './shared/rule';

interface Predefined extends Span {
  readonly words: string;
}

const removable = (name: string) => !['bridge', 'host', 'none'].includes(name);
const creatable = (name: string) => removable(name) && name !== 'default';

/** What the engine answers whatever state it is in. */
function refusals({ command }: Scope): readonly Predefined[] {
  const words = command && refusedBy(command.command);
  if (!command || !words) return [];
  const { operands } = command;
  const networks = command.command === 'networkRemove' ? operands : operands.slice(0, 1);
  return networks.flatMap((operand: Operand) => {
    const said = words(operand.text);
    return said === undefined ? [] : [{ words: said, start: operand.start, end: operand.end }];
  });
}

function refusedBy(command: string): ((name: string) => string | undefined) | undefined {
  switch (command) {
    case 'networkCreate':
      return (name) =>
        creatable(name)
          ? undefined
          : `operation is not permitted on predefined ${name} network. Choose another name.`;
    case 'networkRemove':
      return (name) =>
        removable(name)
          ? undefined
          : `${name} is a pre-defined network and cannot be removed. The engine keeps it for itself.`;
    case 'networkConnect':
      return (name) =>
        name === 'host'
          ? 'container cannot be disconnected from host network or connected to host network. Make the container anew with --network host.'
          : undefined;
    default:
      return undefined;
  }
}

/** `docker network rm bridge`, `docker network connect host web` */
export const networkPredefined = rule<Predefined>({
  code: 'network.predefined',
  severity: 'error',
  about: 'A command that the engine refuses for its own networks: rm bridge, create host, connect host.',
  docs: 'https://docs.docker.com/reference/cli/docker/network/rm/',
  check: refusals,
  say: ({ words }) => words,
});
