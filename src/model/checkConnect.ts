import { checkEndpointAddress } from './checkEndpointAddress';
import type { ConnectFinding, ConnectProblem } from './connectFinding';
import type { ConnectSpec } from './networkSpec';
import type { Container, Network, Topology } from './topology';

/**
 * What the engine would refuse when a container is to join a network, as far as that can be known beforehand. Engines
 * before 25 take most of it for a container that does not run, and refuse to start it (seen on engine 20.10).
 */
export function checkConnect(
  spec: ConnectSpec,
  network: Network,
  topology: Topology,
): readonly ConnectFinding[] {
  return [
    ...checkOpen(network),
    ...checkContainer(spec.containerId, network, topology),
    ...checkAliases(spec.aliases, network),
    ...([4, 6] as const).flatMap((family) => {
      const address = family === 4 ? spec.ipv4 : spec.ipv6;
      return address === undefined
        ? []
        : checkEndpointAddress(address, family, spec.containerId, network, topology);
    }),
  ];
}

function checkOpen(network: Network): readonly ConnectFinding[] {
  const closed = (reason: Extract<ConnectProblem, { code: 'network.closed' }>['reason']) =>
    [
      { code: 'network.closed', network: network.name, reason, field: 'container', severity: 'error' },
    ] as const;
  if (network.driver === 'host' || network.driver === 'none') {
    return closed(network.driver);
  }
  if (network.ingress) {
    return closed('ingress');
  }
  if (network.configOnly) {
    return closed('config');
  }
  return network.scope === 'swarm' && !network.attachable ? closed('notAttachable') : [];
}

function checkContainer(id: string, network: Network, topology: Topology): readonly ConnectFinding[] {
  const at = { field: 'container', severity: 'error' } as const;
  const container = topology.containerById.get(id);
  if (container === undefined) {
    return [{ ...at, code: 'container.unknown', actual: id }];
  }
  const mode = closedMode(container);
  if (mode !== undefined) {
    return [{ ...at, code: 'container.mode', container: container.name, mode }];
  }
  const joined = container.endpoints.find(({ networkId }) => networkId === network.id);
  // A container that does not run may be connected once more: its settings there are replaced.
  const severity = joined?.attached === true ? 'error' : 'warning';
  return joined === undefined
    ? []
    : [{ ...at, severity, code: 'container.joined', container: container.name, network: network.name }];
}

function closedMode({ mode }: Container): 'host' | 'none' | 'container' | undefined {
  return mode.kind === 'network' ? undefined : mode.kind;
}

function checkAliases(aliases: readonly string[], network: Network): readonly ConnectFinding[] {
  const at = { field: 'aliases', severity: 'error' } as const;
  if (aliases.length > 0 && network.defaultBridge) {
    return [{ ...at, code: 'alias.defaultBridge', network: network.name }];
  }
  return aliases.some((alias) => alias.trim() === '')
    ? [{ ...at, severity: 'warning', code: 'alias.empty' }]
    : [];
}
