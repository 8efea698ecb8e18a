import type { DriverId } from '../catalog';
import type {
  ContainerState,
  FlannelRecord,
  HostRecord,
  InfrastructureRecord,
  NodeRecord,
  PeerRecord,
  Protocol,
  ServiceRecord,
} from './snapshot';

/**
 * The one picture of a Docker network world that every view, diagram and hover reads, whatever it came from.
 * Plain data: safe to compare, to serialise and to send to a webview.
 */
export interface Topology {
  readonly host: HostRecord;
  /** The default bridge, then users' networks by name, then what the engine made: host, none, ingress, docker_gwbridge. */
  readonly networks: readonly Network[];
  /** By name. */
  readonly containers: readonly Container[];
  readonly networkById: ReadonlyMap<string, Network>;
  readonly containerById: ReadonlyMap<string, Container>;
  /** Every published port of every container, by host port. */
  readonly ports: readonly PublishedPort[];
  readonly links: readonly Link[];
  /** By name; empty where the engine is no swarm manager. */
  readonly services: readonly ServiceRecord[];
  /** Managers first, then by name; empty where the engine is no swarm manager. */
  readonly nodes: readonly NodeRecord[];
}

export interface Network {
  readonly id: string;
  readonly name: string;
  /** Row of the driver catalog; `plugin` for a driver that the catalog does not know by name. */
  readonly driver: DriverId;
  /** The engine's own driver name, to show: `bridge`, `null`, `weave`. Empty for a config-only network. */
  readonly driverName: string;
  readonly scope: string;
  readonly created: string | undefined;
  readonly subnets: readonly Subnet[];
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly configOnly: boolean;
  readonly configFrom: string | undefined;
  readonly ipv6: boolean;
  /** Bridge only: containers on it may talk to each other (`enable_icc`, default true). */
  readonly icc: boolean;
  /** Bridge only: outgoing packets take the host's address (`enable_ip_masquerade`, default true). */
  readonly masquerade: boolean;
  /** bridge, host and none: made by the engine at start, cannot be removed. */
  readonly predefined: boolean;
  /** The network that containers join when none is named (docker0). It has no DNS by name. */
  readonly defaultBridge: boolean;
  /** Bridge and overlay way out: the Linux device, from the option or `br-` + 12 of the id. Derived. */
  readonly device: string | undefined;
  /** macvlan and ipvlan: the host interface they stand on. */
  readonly parent: string | undefined;
  /** Overlay: VXLAN network identifier. */
  readonly vxlanId: number | undefined;
  /** Bytes; only when set by an option. */
  readonly mtu: number | undefined;
  readonly composeProject: string | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** By container name. Stopped containers that would attach are here too, without an address. */
  readonly endpoints: readonly Endpoint[];
  readonly infrastructure: readonly InfrastructureRecord[];
  readonly peers: readonly PeerRecord[];
  /** Only from an inspect: addresses by container id; docker_gwbridge has them nowhere else. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The default bridge only, where its subnet is the one that flannel gave this host. */
  readonly flannel: FlannelRecord | undefined;
}

export interface Subnet {
  readonly cidr: string;
  readonly family: 4 | 6;
  readonly gateway: string | undefined;
  /** True where the engine does not name the gateway, and it is told by an endpoint or is the first address. */
  readonly gatewayDerived: boolean;
  readonly range: string | undefined;
  readonly auxiliary: Readonly<Record<string, string>>;
}

/** A container's attachment to a network, in Docker's word. */
export interface Endpoint {
  readonly networkId: string;
  readonly networkName: string;
  readonly containerId: string;
  /** The engine's own id, another one after each connect or start; undefined where it gives none. */
  readonly endpointId: string | undefined;
  readonly ipv4: string | undefined;
  readonly ipv4Prefix: number | undefined;
  readonly ipv6: string | undefined;
  readonly ipv6Prefix: number | undefined;
  readonly mac: string | undefined;
  readonly gateway4: string | undefined;
  readonly gateway6: string | undefined;
  readonly requestedIpv4: string | undefined;
  readonly requestedIpv6: string | undefined;
  /** The names that the embedded DNS answers for on this network; undefined where only an inspect tells. */
  readonly aliases: readonly string[] | undefined;
  /** The container is on the network now: false while it is stopped, and after a connect that failed half-way. */
  readonly attached: boolean;
  /** The container's default route goes through this endpoint. */
  readonly defaultRoute: boolean;
}

export interface Container {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly state: ContainerState;
  readonly status: string;
  readonly mode: NetworkMode;
  readonly composeProject: string | undefined;
  readonly composeService: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** By network name. */
  readonly endpoints: readonly Endpoint[];
  readonly published: readonly PublishedPort[];
  /** Exposed and not published; the list call names them for running containers only. */
  readonly exposed: readonly ExposedPort[];
  /** Ids of the containers that run in this one's sandbox (`--network container:this`), by name. */
  readonly sharedBy: readonly string[];
}

/** How a container got its network. `container` is a mode: it joins the sandbox of another. */
export type NetworkMode =
  | { readonly kind: 'host' | 'none' }
  | { readonly kind: 'network'; readonly network: string }
  /** `owner` is undefined when the other container is gone. */
  | { readonly kind: 'container'; readonly target: string; readonly owner: string | undefined };

export interface ExposedPort {
  readonly containerPort: number;
  readonly protocol: Protocol;
}

/** One published port. The wildcard bindings `0.0.0.0` and `::` of one `-p` are one row with two addresses. */
export interface PublishedPort {
  /** Stable: made of what it publishes. */
  readonly id: string;
  readonly containerId: string;
  readonly hostIps: readonly string[];
  readonly hostPort: number;
  readonly containerPort: number;
  readonly protocol: Protocol;
  /** Where a packet lands: the endpoint with the default route. Undefined where the API does not tell. */
  readonly target: { readonly networkId: string; readonly ipv4: string | undefined } | undefined;
}

/** A legacy `--link` on the default bridge: `linker` finds `target` under `alias` in its hosts file. */
export interface Link {
  readonly linkerId: string;
  readonly targetId: string;
  readonly alias: string;
}
