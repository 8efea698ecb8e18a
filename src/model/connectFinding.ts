import type { FindingSeverity } from './networkFinding';

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
