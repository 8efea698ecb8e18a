import { specOf, type Network, type NetworkSpec } from '../../model';
import { networkCreateCommand } from './networkCommand';
import { quoteWord } from './shellLine';

/** The engine gives an overlay its VXLAN id and lists it as an option. */
const ASSIGNED = 'com.docker.network.driver.overlay.vxlanid_list';

/**
 * `docker network create …`: the command that makes such a network. Undefined for those that no such command makes: the
 * engine's own bridge, host and none, and a swarm's ingress.
 */
export function createCommandOf(network: Network): string | undefined {
  if (network.predefined || network.ingress) {
    return undefined;
  }
  const spec = withoutAssigned(specOf(network));
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

function withoutAssigned(spec: NetworkSpec): NetworkSpec {
  const options = Object.entries(spec.options).filter(([key]) => key !== ASSIGNED);
  return { ...spec, options: Object.fromEntries(options) };
}

/** Flags that a spec does not have; they stand before the others. */
function withFlags(command: string, flags: string): string {
  return flags === ''
    ? command
    : command.replace('docker network create', () => `docker network create ${flags}`);
}
