/**
 * What was read, before anything is derived: one engine's answers, or what a file asks for.
 * Every field is decoded and present, or `undefined` where the source does not say.
 */
export interface Snapshot {
  readonly host: HostRecord;
  readonly networks: readonly NetworkRecord[];
  readonly containers: readonly ContainerRecord[];
  /** Known to swarm managers only. */
  readonly services: readonly ServiceRecord[];
  /** Known to swarm managers only. */
  readonly nodes: readonly NodeRecord[];
}

/** The engine and the machine it runs on (`/version`, `/info`). */
export interface HostRecord {
  readonly name: string | undefined;
  readonly engineVersion: string | undefined;
  readonly apiVersion: string | undefined;
  readonly operatingSystem: string | undefined;
  /** Network drivers the engine names in `/info` `Plugins.Network`. */
  readonly drivers: readonly string[];
  /** `default-address-pools` of the daemon, in its order; empty where the engine uses its built-in ones. */
  readonly addressPools: readonly AddressPoolRecord[];
  readonly swarm: SwarmRecord | undefined;
  /** What flannel says on this machine, where the engine runs on it. */
  readonly flannel: FlannelRecord | undefined;
}

/** flannel's `/run/flannel/subnet.env`: what the Docker daemon is to take for docker0. */
export interface FlannelRecord {
  /** This host's share: `10.244.1.1/24`, the address that docker0 is to have. */
  readonly subnet: string;
  /** The network of all hosts: `10.244.0.0/16`. */
  readonly network: string | undefined;
  /** In bytes. */
  readonly mtu: number | undefined;
}

/** Subnets of `size` bits are cut from `base`: `10.10.0.0/16` and 24. `/info` has them from engine 20.10 on. */
export interface AddressPoolRecord {
  readonly base: string;
  /** Length of each subnet's prefix in bits. */
  readonly size: number;
}

/** What an engine in a swarm knows of it (`/info` `Swarm`); an engine in none has no record. */
export interface SwarmRecord {
  /** `active`; `pending` while it joins, `locked` until its key is given, `error`. */
  readonly state: string;
  readonly nodeAddress: string | undefined;
  /** Managers know services and nodes, workers do not. */
  readonly manager: boolean;
  readonly nodeId: string | undefined;
  /** `192.0.2.1:2377`: who to ask for what a worker does not know. */
  readonly managerAddresses: readonly string[];
  /** Of `docker swarm init --default-addr-pool`; empty where the swarm uses its built-in one, and on workers. */
  readonly addressPools: readonly AddressPoolRecord[];
  /** Why services and nodes are not known though they should be, in the engine's own words. */
  readonly problem: string | undefined;
}

export interface NetworkRecord {
  readonly id: string;
  readonly name: string;
  /** The engine's driver name; empty for a config-only network (driver `null` on the wire). */
  readonly driver: string;
  readonly scope: string;
  /** RFC 3339, as the engine gives it. */
  readonly created: string | undefined;
  readonly ipv6: boolean;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly configOnly: boolean;
  readonly configFrom: string | undefined;
  readonly pools: readonly PoolRecord[];
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Only from an inspect: endpoints that belong to the engine itself (`lb-ov`, `ingress-sbox`). */
  readonly infrastructure: readonly InfrastructureRecord[];
  /** Only from an inspect: addresses by container id (docker_gwbridge has them nowhere else). */
  readonly addresses: Readonly<Record<string, string>>;
  /** Only from a verbose inspect: the nodes this overlay spans. */
  readonly peers: readonly PeerRecord[];
}

/** One `IPAM.Config` entry. `gateway` is absent where the user gave a subnet only (engines before 29). */
export interface PoolRecord {
  readonly subnet: string;
  readonly gateway: string | undefined;
  readonly range: string | undefined;
  readonly auxiliary: Readonly<Record<string, string>>;
}

export interface InfrastructureRecord {
  readonly id: string;
  readonly name: string;
  readonly ipv4: string | undefined;
}

export interface PeerRecord {
  readonly name: string;
  readonly address: string;
}

export interface ContainerRecord {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly state: ContainerState;
  /** The engine's own words: `Up 3 minutes`, `Exited (0) 2 hours ago`. */
  readonly status: string;
  readonly labels: Readonly<Record<string, string>>;
  /** `bridge`, `host`, `none`, `container:<id or name>` or the name of the first network. */
  readonly networkMode: string;
  readonly attachments: readonly AttachmentRecord[];
  readonly ports: readonly PortRecord[];
  /** Legacy links that point at this container: the list call shows them as extra names `/linker/alias`. */
  readonly linkedFrom: readonly LinkedFromRecord[];
}

export type ContainerState =
  'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead' | 'unknown';

/** One entry of `NetworkSettings.Networks`, keyed by network name (the id is empty before a first start). */
export interface AttachmentRecord {
  readonly network: string;
  readonly networkId: string | undefined;
  readonly endpointId: string | undefined;
  readonly ipv4: string | undefined;
  /** Length of the IPv4 prefix in bits. */
  readonly ipv4Prefix: number | undefined;
  readonly ipv6: string | undefined;
  readonly ipv6Prefix: number | undefined;
  readonly gateway4: string | undefined;
  readonly gateway6: string | undefined;
  readonly mac: string | undefined;
  /** A static address the user asked for (`--ip`); known also while the container is stopped. */
  readonly requestedIpv4: string | undefined;
  readonly requestedIpv6: string | undefined;
  /** `GwPriority`, API 1.48; 0 where the engine does not say. */
  readonly gatewayPriority: number;
  /** Only from an inspect: the list call never has them. */
  readonly aliases: readonly string[] | undefined;
}

export type Protocol = 'tcp' | 'udp' | 'sctp';

/** One `Ports` entry. Without `hostPort` the port is exposed, not published. */
export interface PortRecord {
  readonly hostIp: string | undefined;
  readonly hostPort: number | undefined;
  readonly containerPort: number;
  readonly protocol: Protocol;
}

export interface LinkedFromRecord {
  /** Name of the container that was started with `--link`. */
  readonly linker: string;
  readonly alias: string;
}

/** A swarm service (`GET /services`). */
export interface ServiceRecord {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  /** `replicated`, `global`, `replicated-job`, `global-job`. */
  readonly mode: string;
  /** Tasks that run and that should; undefined where the engine does not say (before API 1.41). */
  readonly running: number | undefined;
  readonly desired: number | undefined;
  /** How far a job is; undefined for other services, and where the engine does not say. */
  readonly job: JobRecord | undefined;
  /** `vip`: one virtual address for the service; `dnsrr`: its name resolves to the addresses of its tasks. */
  readonly endpointMode: 'vip' | 'dnsrr';
  readonly addresses: readonly VirtualAddressRecord[];
  /** Ids of the networks that its tasks join, also those on which it has no virtual address. */
  readonly networkIds: readonly string[];
  readonly ports: readonly ServicePortRecord[];
  readonly labels: Readonly<Record<string, string>>;
}

/** The tasks of a job end by themselves; one that failed is not completed. */
export interface JobRecord {
  readonly completed: number;
  /** How many are to complete. */
  readonly total: number;
}

/** A service's virtual address on a network; tasks are balanced behind it. */
export interface VirtualAddressRecord {
  readonly networkId: string;
  readonly ipv4: string;
  readonly prefix: number | undefined;
}

/** A port that a service publishes: `ingress` on every node, `host` on the nodes where a task runs. */
export interface ServicePortRecord {
  /** Undefined in `host` mode where the engine picks one per task. */
  readonly publishedPort: number | undefined;
  readonly targetPort: number;
  readonly protocol: Protocol;
  readonly mode: 'ingress' | 'host';
}

/** A node of a swarm (`GET /nodes`). */
export interface NodeRecord {
  readonly id: string;
  readonly hostname: string;
  readonly role: 'manager' | 'worker';
  readonly leader: boolean;
  /** `active`, `pause`, `drain`. */
  readonly availability: string;
  /** `ready`, `down`, `unknown`, `disconnected`. */
  readonly state: string;
  readonly address: string | undefined;
  readonly engineVersion: string | undefined;
}
