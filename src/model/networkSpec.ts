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
