import { VXLAN_IDS } from './network';
import type { Network } from './topology';

/** What a network is to be made with: the fields of `docker network create`, and of `POST /networks/create`. */
export interface NetworkSpec {
  readonly name: string;
  /** The engine's driver name; empty for the engine's default, which is `bridge`. */
  readonly driver: string;
  /** None: the engine chooses a subnet of its pools. At most one of each family on a bridge. */
  readonly pools: readonly PoolSpec[];
  readonly ipv6: boolean;
  readonly internal: boolean;
  readonly attachable: boolean;
  /** `-o key=value`, also `parent` of macvlan and ipvlan. */
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** One `--subnet` with the `--gateway`, `--ip-range` and `--aux-address` that lie in it. */
export interface PoolSpec {
  readonly subnet: string;
  readonly gateway: string | undefined;
  readonly range: string | undefined;
  /** Addresses that the engine is not to give out, by host name. */
  readonly auxiliary: Readonly<Record<string, string>>;
}

/** How a container is to join a network: the fields of `docker network connect`. */
export interface ConnectSpec {
  readonly containerId: string;
  readonly ipv4: string | undefined;
  readonly ipv6: string | undefined;
  readonly aliases: readonly string[];
}

/**
 * What would make another network like this one, under the same name. A subnet that the engine chose is given, and so is
 * the gateway that the engine names: the API does not tell them from those that a user gave. Its VXLAN ids are not: another
 * network gets others.
 */
export function specOf(network: Network): NetworkSpec {
  const { name, driverName, subnets, ipv6, internal, attachable, labels } = network;
  const options = Object.fromEntries(Object.entries(network.options).filter(([key]) => key !== VXLAN_IDS));
  const pools = subnets.map(({ cidr, gateway, gatewayDerived, range, auxiliary }) => ({
    subnet: cidr,
    gateway: gatewayDerived ? undefined : gateway,
    range,
    auxiliary,
  }));
  return { name, driver: driverName, pools, ipv6, internal, attachable, options, labels };
}
