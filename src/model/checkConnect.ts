import type { FindingSeverity } from './networkFinding';
import type { ConnectSpec } from './networkSpec';
import { checkEndpointAddress } from './checkEndpointAddress';
import type { Container, Network, Topology } from './topology';

/** One thing that the engine will say no to in `POST /networks/{id}/connect`, with the field it is about. */
export type ConnectFinding = ConnectProblem & {
  readonly field: 'container' | 'ipv4' | 'ipv6' | 'aliases';
  readonly severity: FindingSeverity;
};

/** What is wrong, as data. `network` and `container` are names. */
export type ConnectProblem =
  | {
      readonly code: 'network.closed';
      readonly network: string;
      readonly reason: 'host' | 'none' | 'ingress' | 'config' | 'notAttachable';
    }
  | { readonly code: 'container.unknown'; readonly actual: string }
  | { readonly code: 'container.joined'; readonly container: string; readonly network: string }
  | {
      readonly code: 'container.mode';
      readonly container: string;
      readonly mode: 'host' | 'none' | 'container';
    }
  | { readonly code: 'alias.defaultBridge'; readonly network: string }
  | { readonly code: 'alias.empty' }
  | EndpointAddressProblem;

/** What is wrong with an address that a container is to have. */
export type EndpointAddressProblem =
  | { readonly code: 'address.format'; readonly actual: string; readonly family: 4 | 6 }
  | { readonly code: 'address.defaultBridge'; readonly network: string }
  | { readonly code: 'address.noSubnet'; readonly network: string; readonly family: 4 | 6 }
  /** The subnet looks like one that the engine chose; then it gives out the addresses itself. */
  | { readonly code: 'address.chosenSubnet'; readonly network: string; readonly subnet: string }
  | { readonly code: 'address.outside'; readonly actual: string; readonly subnets: readonly string[] }
  | { readonly code: 'address.edge'; readonly actual: string; readonly subnet: string }
  | { readonly code: 'address.gateway'; readonly actual: string }
  | { readonly code: 'address.reserved'; readonly actual: string; readonly host: string }
  | { readonly code: 'address.taken'; readonly actual: string; readonly container: string }
  /** A stopped container wants it: the one that starts first has it. */
  | { readonly code: 'address.wanted'; readonly actual: string; readonly container: string };

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
