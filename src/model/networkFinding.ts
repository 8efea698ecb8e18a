/** Which part of a {@link NetworkSpec} a finding is about; `option:<key>` is one driver option. */
export type NetworkField =
  'name' | 'driver' | 'subnet' | 'gateway' | 'range' | 'auxiliary' | 'ipv6' | 'parent' | `option:${string}`;

/**
 * `error`: the engine or its command line refuses it, or it harms the engine. `warning`: it may be refused, or it is
 * taken and something does not work. `information`: good to know.
 */
export type FindingSeverity = 'error' | 'warning' | 'information';

/** One thing that the engine will say no to, or that will not do what it seems to. */
export type NetworkFinding = NetworkProblem & {
  readonly field: NetworkField;
  readonly severity: FindingSeverity;
  /** Index in the spec's `pools`, for what is about one of them. */
  readonly pool: number | undefined;
};

/** What is wrong, as data. `actual` is what the spec has there. */
export type NetworkProblem = NameProblem | DriverProblem | SubnetProblem | AddressProblem | OptionProblem;

type NameProblem =
  | { readonly code: 'name.empty' }
  | { readonly code: 'name.reserved'; readonly actual: string }
  | { readonly code: 'name.taken'; readonly actual: string }
  /** A swarm takes names of the DNS only. */
  | { readonly code: 'name.characters'; readonly actual: string }
  | { readonly code: 'name.long'; readonly actual: string; readonly most: number };

type DriverProblem =
  | { readonly code: 'driver.single'; readonly actual: string; readonly network: string }
  | { readonly code: 'driver.unknown'; readonly actual: string; readonly known: readonly string[] }
  | { readonly code: 'driver.noSwarm'; readonly actual: string }
  | { readonly code: 'driver.worker'; readonly actual: string; readonly managers: readonly string[] };

export type SubnetProblem =
  | { readonly code: 'subnet.format'; readonly actual: string }
  | { readonly code: 'subnet.hostBits'; readonly actual: string; readonly network: string }
  | { readonly code: 'subnet.small'; readonly actual: string }
  | { readonly code: 'subnet.multicast'; readonly actual: string }
  /** `overlay`: the engine takes it and the network never works. */
  | {
      readonly code: 'subnet.taken';
      readonly actual: string;
      readonly network: string;
      readonly taken: string;
      readonly overlay: boolean;
    }
  | {
      readonly code: 'subnet.shared';
      readonly actual: string;
      readonly network: string;
      readonly taken: string;
    }
  | { readonly code: 'subnet.twice'; readonly actual: string; readonly other: string }
  | { readonly code: 'subnet.several'; readonly family: 4 | 6 }
  | { readonly code: 'subnet.ipv6Off'; readonly actual: string }
  | { readonly code: 'subnet.inPool'; readonly actual: string; readonly base: string }
  | { readonly code: 'subnet.noneFree'; readonly bases: readonly string[] }
  | { readonly code: 'ipv6.noSubnet' };

export type AddressProblem =
  | { readonly code: 'gateway.format'; readonly actual: string }
  | { readonly code: 'gateway.outside'; readonly actual: string; readonly subnet: string }
  | {
      readonly code: 'gateway.reserved';
      readonly actual: string;
      readonly edge: Edge;
      readonly subnet: string;
    }
  | { readonly code: 'range.format'; readonly actual: string }
  | { readonly code: 'range.outside'; readonly actual: string; readonly subnet: string }
  | { readonly code: 'range.large'; readonly actual: string; readonly subnet: string }
  | { readonly code: 'range.hostBits'; readonly actual: string; readonly network: string }
  | { readonly code: 'range.noGateway'; readonly actual: string }
  /** `keepsSubnet`: engines before 25 lose the subnet with it, until they are started anew. */
  | {
      readonly code: 'auxiliary.format';
      readonly host: string;
      readonly actual: string;
      readonly keepsSubnet: boolean;
    }
  | {
      readonly code: 'auxiliary.outside';
      readonly host: string;
      readonly actual: string;
      readonly subnet: string;
      readonly keepsSubnet: boolean;
    }
  | {
      readonly code: 'auxiliary.reserved';
      readonly host: string;
      readonly actual: string;
      readonly edge: Edge;
      readonly subnet: string;
    }
  /** `chosen`: the engine gives the network this gateway when the spec names none. */
  | {
      readonly code: 'auxiliary.gateway';
      readonly host: string;
      readonly actual: string;
      readonly chosen: boolean;
    }
  | {
      readonly code: 'auxiliary.twice';
      readonly host: string;
      readonly other: string;
      readonly actual: string;
    }
  | { readonly code: 'auxiliary.ignored' };

/** The addresses of an IPv4 subnet that no host can have. An IPv6 subnet has the first only. */
export type Edge = 'network' | 'broadcast';

export type OptionProblem =
  | { readonly code: 'parent.missing' }
  | { readonly code: 'parent.loopback' }
  | {
      readonly code: 'parent.taken';
      readonly actual: string;
      readonly network: string;
      readonly driver: string;
      /** `otherDriver`: the engine takes it, and only one of the two networks works at a time. */
      readonly reason: 'one' | 'passthru' | 'otherDriver';
    }
  | { readonly code: 'parent.name'; readonly actual: string }
  | { readonly code: 'parent.vlan'; readonly actual: string }
  | { readonly code: 'bridge.docker0' }
  | { readonly code: 'bridge.default' }
  | { readonly code: 'bridge.long'; readonly actual: string; readonly length: number }
  | { readonly code: 'bridge.name'; readonly actual: string }
  | { readonly code: 'bridge.taken'; readonly actual: string; readonly network: string }
  | { readonly code: 'option.boolean'; readonly key: string; readonly actual: string }
  | { readonly code: 'option.integer'; readonly key: string; readonly actual: string }
  | { readonly code: 'option.address'; readonly key: string; readonly actual: string }
  | {
      readonly code: 'option.value';
      readonly key: string;
      readonly actual: string;
      readonly values: readonly string[];
    };
