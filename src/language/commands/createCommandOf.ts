import { specOf, type Network } from '../../model';
import { networkCreateCommand } from './networkCommand';
import { quoteWord } from './shellLine';

/**
 * `docker network create …`: the command that makes such a network. Undefined for those that no such command makes: the
 * engine's own bridge, host and none, and a swarm's ingress.
 */
export function createCommandOf(network: Network): string | undefined {
  if (network.predefined || network.ingress) {
    return undefined;
  }
  const spec = specOf(network);
  if (network.configOnly) {
    return withFlags(networkCreateCommand(spec), '--config-only');
  }
  // Everything else comes from the template; the engine refuses both (`user specified configurations are not supported`).
  const own = { pools: [], options: {}, labels: {}, ipv6: false, internal: false };
  const from = network.configFrom;
  const scope = network.scope === 'swarm' && network.driver !== 'overlay' ? ' --scope swarm' : '';
  const command = networkCreateCommand(from === undefined ? spec : { ...spec, ...own });
  return withFlags(command, `${from === undefined ? '' : `--config-from ${quoteWord(from)}`}${scope}`.trim());
}

/** Flags that a spec does not have; they stand before the others. */
function withFlags(command: string, flags: string): string {
  return flags === ''
    ? command
    : command.replace('docker network create', () => `docker network create ${flags}`);
}
