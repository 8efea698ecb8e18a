/** Names the rows of the driver catalog. `plugin` stands for any driver that has no row of its own. */
export type DriverId =
  | 'bridge'
  | 'host'
  | 'none'
  | 'container'
  | 'overlay'
  | 'macvlan'
  | 'ipvlan'
  | 'weave'
  | 'flannel'
  | 'openvswitch'
  | 'calico'
  | 'kuryr'
  | 'plugin'
  | 'config';

/**
 * How the packets of a driver travel, which is how it is drawn:
 * `nat` host, NAT, bridge, veth; `host` inside the host's own interface; `none` loopback only;
 * `shared` another container's sandbox; `vxlan` overlay between nodes; `parent` straight on a host interface;
 * `opaque` the driver is not Docker's and nothing is claimed; `template` never carries a packet.
 */
export type DriverPath = 'nat' | 'host' | 'none' | 'shared' | 'vxlan' | 'parent' | 'opaque' | 'template';

/** What one network driver (or mode) is, in words that hold for every engine. */
export interface Driver {
  readonly id: DriverId;
  readonly title: string;
  /** The names that engines use for it in `Driver`; `null` is the engine's name for none. */
  readonly engineNames: readonly string[];
  /** `mode`: chosen per container, no network of its own; `notADriver`: works beside Docker's drivers. */
  readonly kind: 'builtIn' | 'mode' | 'thirdParty' | 'notADriver';
  readonly scope: 'local' | 'swarm' | 'global' | undefined;
  readonly path: DriverPath;
  /** One sentence: what it does. */
  readonly summary: string;
  readonly useWhen: string;
  readonly limits: readonly string[];
  readonly options: readonly DriverOption[];
  /** A codicon's name. */
  readonly icon: string;
  readonly docs: string;
}

/** A `-o key=value` of `docker network create`, as driver_opts in compose. */
export interface DriverOption {
  readonly key: string;
  readonly values: string;
  readonly meaning: string;
}
