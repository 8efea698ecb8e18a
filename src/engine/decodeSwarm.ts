import type {
  AddressPoolRecord,
  JobRecord,
  NodeRecord,
  Protocol,
  ServicePortRecord,
  ServiceRecord,
  SwarmRecord,
  VirtualAddressRecord,
} from '../model';
import { flag, integer, list, object, text, texts, type Wire } from './wire';

/**
 * Decodes `/info` `Swarm`; undefined for an engine in no swarm. `problem` is why its manager did not answer with
 * services and nodes; an engine that says itself what is wrong (`Swarm.Error`) comes first.
 */
export function decodeSwarm(swarm: Wire, problem: string | undefined): SwarmRecord | undefined {
  const state = text(swarm.LocalNodeState) ?? 'inactive';
  if (state === 'inactive') {
    return undefined;
  }
  return {
    state,
    nodeAddress: text(swarm.NodeAddr),
    manager: flag(swarm.ControlAvailable),
    nodeId: text(swarm.NodeID),
    managerAddresses: list(swarm.RemoteManagers).flatMap((manager) => text(object(manager).Addr) ?? []),
    addressPools: decodePools(object(swarm.Cluster)),
    problem: text(swarm.Error) ?? problem,
  };
}

/** `DefaultAddrPool` is null where the swarm has its built-in one; workers have no `Cluster` (seen on engine 20.10). */
function decodePools(cluster: Wire): readonly AddressPoolRecord[] {
  const size = integer(cluster.SubnetSize, 1);
  const bases = list(cluster.DefaultAddrPool).flatMap((base) => text(base) ?? []);
  return size === undefined ? [] : bases.map((base) => ({ base, size }));
}

/** Decodes `GET /services?status=true` (tasks are counted from API 1.41 on); what has no id is left out. */
export function decodeServices(raw: unknown): readonly ServiceRecord[] {
  return list(raw).flatMap((item) => {
    const id = text(object(item).ID);
    return id === undefined ? [] : [decodeService(object(item), id)];
  });
}

function decodeService(wire: Wire, id: string): ServiceRecord {
  const spec = object(wire.Spec);
  const task = object(spec.TaskTemplate);
  const endpoint = object(wire.Endpoint);
  const status = object(wire.ServiceStatus);
  const addresses = list(endpoint.VirtualIPs).flatMap((address) => decodeAddress(object(address)));
  return {
    id,
    name: text(spec.Name) ?? id.slice(0, 12),
    image: decodeImage(task),
    mode: decodeMode(object(spec.Mode)),
    running: integer(status.RunningTasks),
    desired: integer(status.DesiredTasks) ?? integer(object(object(spec.Mode).Replicated).Replicas),
    job: decodeJob(spec, status),
    endpointMode:
      text(object(endpoint.Spec).Mode ?? object(spec.EndpointSpec).Mode) === 'dnsrr' ? 'dnsrr' : 'vip',
    addresses,
    networkIds: decodeNetworkIds(task, spec, addresses),
    // Without tasks yet, the engine has published nothing and the specification alone names the ports.
    ports: list(endpoint.Ports ?? object(spec.EndpointSpec).Ports).flatMap((port) =>
      decodePort(object(port)),
    ),
    labels: texts(spec.Labels),
  };
}

/** `nginx:1.27@sha256:…` → `nginx:1.27`; a service of plugins (API 1.32) names its plugin. */
function decodeImage(task: Wire): string {
  const image = text(object(task.ContainerSpec).Image) ?? text(object(task.PluginSpec).Remote) ?? '';
  return image.split('@')[0] ?? image;
}

/** The one key of `Spec.Mode`; jobs are there from API 1.41 on. */
const MODES: readonly (readonly [key: string, mode: string])[] = [
  ['Replicated', 'replicated'],
  ['Global', 'global'],
  ['ReplicatedJob', 'replicated-job'],
  ['GlobalJob', 'global-job'],
];

function decodeMode(mode: Wire): string {
  return MODES.find(([key]) => typeof mode[key] === 'object' && mode[key] !== null)?.[1] ?? '';
}

/**
 * `CompletedTasks` is there from API 1.41 on, as jobs are. The engine says how often a replicated job is to complete; of
 * a global one it counts the tasks that have not completed yet as desired (swarmkit `ListServiceStatuses`).
 */
function decodeJob(spec: Wire, status: Wire): JobRecord | undefined {
  const mode = object(spec.Mode);
  const completed = integer(status.CompletedTasks);
  if (completed === undefined || !decodeMode(mode).endsWith('-job')) {
    return undefined;
  }
  const left = integer(status.DesiredTasks) ?? 0;
  return { completed, total: integer(object(mode.ReplicatedJob).TotalCompletions) ?? completed + left };
}

/** Before API 1.25 the networks stood beside the task's template. A network with a virtual address is joined, too (ingress). */
function decodeNetworkIds(
  task: Wire,
  spec: Wire,
  addresses: readonly VirtualAddressRecord[],
): readonly string[] {
  const asked = [...list(task.Networks), ...list(spec.Networks)].flatMap(
    (network) => text(object(network).Target) ?? [],
  );
  return [...new Set([...asked, ...addresses.map(({ networkId }) => networkId)])];
}

function decodeAddress(wire: Wire): readonly VirtualAddressRecord[] {
  const networkId = text(wire.NetworkID);
  const [ipv4, prefix] = (text(wire.Addr) ?? '').split('/');
  if (networkId === undefined || ipv4 === undefined || ipv4 === '') {
    return [];
  }
  return [
    { networkId, ipv4, prefix: prefix !== undefined && /^\d+$/.test(prefix) ? Number(prefix) : undefined },
  ];
}

const PROTOCOLS: ReadonlySet<string> = new Set<Protocol>(['tcp', 'udp', 'sctp']);

function decodePort(wire: Wire): readonly ServicePortRecord[] {
  const targetPort = integer(wire.TargetPort, 1);
  const protocol = text(wire.Protocol) ?? 'tcp';
  if (targetPort === undefined || !PROTOCOLS.has(protocol)) {
    return [];
  }
  const mode = wire.PublishMode === 'host' ? 'host' : 'ingress';
  return [
    { publishedPort: integer(wire.PublishedPort, 1), targetPort, protocol: protocol as Protocol, mode },
  ];
}

/** Decodes `GET /nodes`; what has no id is left out. */
export function decodeNodes(raw: unknown): readonly NodeRecord[] {
  return list(raw).flatMap((item) => {
    const id = text(object(item).ID);
    return id === undefined ? [] : [decodeNode(object(item), id)];
  });
}

function decodeNode(wire: Wire, id: string): NodeRecord {
  const spec = object(wire.Spec);
  const description = object(wire.Description);
  const status = object(wire.Status);
  const manager = object(wire.ManagerStatus);
  return {
    id,
    hostname: text(description.Hostname) ?? text(spec.Name) ?? id.slice(0, 12),
    role: spec.Role === 'manager' ? 'manager' : 'worker',
    leader: flag(manager.Leader),
    availability: text(spec.Availability) ?? 'active',
    state: text(status.State) ?? 'unknown',
    address: decodeNodeAddress(text(status.Addr), text(manager.Addr)),
    engineVersion: text(object(description.Engine).EngineVersion),
  };
}

/** The engine can call a manager `0.0.0.0` or `127.0.0.1`, where its management address is right (moby/moby#35437). */
function decodeNodeAddress(own: string | undefined, management: string | undefined): string | undefined {
  return text(management?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')) ?? own;
}
