import type {
  HostRecord,
  Network,
  NodeRecord,
  PeerRecord,
  ServicePortRecord,
  ServiceRecord,
  Topology,
} from '../../model';
import { fact, some, type Fact } from '../rows/networkFacts';
import { plural, type Row } from '../rows/rows';
import { table } from '../rows/tooltips';

/**
 * `web` — `2 of 2 running · replicated · nginx:1.27 · 8088→80 ingress`; below a network also the service's address on
 * it: `10.0.1.5 · 2 of 2 running · …`. What matters most comes first: a side bar is narrow.
 */
export function serviceRow(service: ServiceRecord, networkId?: string): Row {
  const facts = [
    networkId === undefined ? undefined : addressOn(service, networkId),
    tasksText(service),
    service.mode,
    service.image,
    ...service.ports.map(servicePortText),
  ].filter((fact) => fact !== undefined && fact !== '');
  return {
    label: service.name,
    description: facts.join(' · '),
    icon: 'server-process',
    color: serviceColor(service),
    spoken: `service ${service.name}, ${facts.join(', ')}`,
  };
}

/** The virtual address, or in Docker's word that there is none: the name resolves to the addresses of the tasks. */
function addressOn(service: ServiceRecord, networkId: string): string | undefined {
  const own = service.addresses.find((address) => address.networkId === networkId);
  return own?.ipv4 ?? (service.endpointMode === 'dnsrr' ? 'dnsrr' : undefined);
}

/** `2 of 3 running`, of a job `2 of 3 completed, 1 running`; nothing where the engine does not count (before API 1.41). */
export function tasksText({ running, desired, job }: ServiceRecord): string | undefined {
  if (job !== undefined) {
    const more = running === undefined || running === 0 ? '' : `, ${running} running`;
    return `${job.completed} of ${job.total} completed${more}`;
  }
  if (desired === undefined) {
    return running === undefined ? undefined : `${running} running`;
  }
  return running === undefined ? `${desired} wanted` : `${running} of ${desired} running`;
}

/** `8088→80 ingress`, `8125→8125/udp host`; `80 host` where each task gets a port of the engine's choice. */
export function servicePortText({ publishedPort, targetPort, protocol, mode }: ServicePortRecord): string {
  const from = publishedPort === undefined ? '' : `${publishedPort}→`;
  return `${from}${targetPort}${protocol === 'tcp' ? '' : `/${protocol}`} ${mode}`;
}

/** Between two tasks of a job, and before a new try, none runs: that is no failure yet. */
function serviceColor({ running, desired, job }: ServiceRecord): string {
  if (job !== undefined) {
    return job.completed >= job.total ? 'testing.iconPassed' : 'testing.iconQueued';
  }
  if (running === undefined || desired === undefined) {
    return 'foreground';
  }
  if (running >= desired) {
    return 'testing.iconPassed';
  }
  return running === 0 ? 'testing.iconFailed' : 'testing.iconQueued';
}

/**
 * `docker-02` — `worker · ready · active · 10.1.0.5 · engine 20.10.24`; a leader is a manager. `here` is the node that the
 * engine itself is.
 */
export function nodeRow(node: NodeRecord, here: boolean): Row {
  const facts = [
    node.leader ? 'leader' : node.role,
    node.state,
    node.availability,
    node.address,
    here ? 'this engine' : undefined,
    node.engineVersion === undefined ? undefined : `engine ${node.engineVersion}`,
  ].filter((fact) => fact !== undefined);
  return {
    label: node.hostname,
    description: facts.join(' · '),
    ...nodeIcon(node),
    spoken: `node ${node.hostname}, ${facts.join(', ')}`,
  };
}

function nodeIcon({ state, availability }: NodeRecord): Pick<Row, 'icon' | 'color'> {
  if (state === 'down') {
    return { icon: 'circle-slash', color: 'testing.iconFailed' };
  }
  if (state !== 'ready') {
    return { icon: 'question', color: 'testing.iconQueued' };
  }
  switch (availability) {
    case 'pause':
      return { icon: 'debug-pause', color: 'testing.iconQueued' };
    case 'drain':
      return { icon: 'vm-outline', color: 'testing.iconQueued' };
    default:
      return { icon: 'vm-active', color: 'testing.iconPassed' };
  }
}

/** A node that an overlay network spans: by its name where the manager's list has it, by its address elsewhere. */
export function peerRow(peer: PeerRecord, nodes: readonly NodeRecord[]): Row {
  const node = nodes.find(({ address }) => address === peer.address);
  const facts = node === undefined ? ['peer', peer.name] : [node.role, node.state, peer.address];
  const label = node?.hostname ?? peer.address;
  return {
    label,
    description: facts.filter((fact) => fact !== label).join(' · '),
    ...(node === undefined ? { icon: 'vm' } : nodeIcon(node)),
    spoken: `${node === undefined ? 'peer' : 'node'} ${label}, ${facts.join(', ')}`,
  };
}

/** Everything about a service, in the order in which people look for it; networks are named. */
export function serviceFacts(service: ServiceRecord, { networkById }: Topology): readonly Fact[] {
  const nameOf = (id: string): string => networkById.get(id)?.name ?? id.slice(0, 12);
  const balanced = new Set(service.addresses.map(({ networkId }) => networkId));
  return [
    ...some('mode', service.mode),
    ...some('tasks', tasksText(service)),
    ...some('image', service.image),
    fact('endpoint mode', service.endpointMode),
    ...service.addresses.map(({ networkId, ipv4 }) =>
      fact('virtual address', ipv4, `on ${nameOf(networkId)}`),
    ),
    ...service.networkIds
      .filter((id) => !balanced.has(id))
      .map((id) => fact('network', nameOf(id), 'no virtual address')),
    ...service.ports.map((port) => fact('published', servicePortText(port), PUBLISHED_ON[port.mode])),
    ...some('stack', service.labels[STACK]),
    ...Object.entries(service.labels)
      .filter(([key]) => key !== STACK)
      .map(([key, value]) => fact('label', value === '' ? key : `${key}=${value}`)),
    fact('id', service.id),
  ];
}

/** The label that `docker stack deploy` gives. */
const STACK = 'com.docker.stack.namespace';

const PUBLISHED_ON = { ingress: 'on every node', host: 'on the nodes that run a task' } as const;

/** All that is known of a service, as Markdown; names and values of the engine are escaped. */
export function serviceTooltip(service: ServiceRecord, topology: Topology): string {
  return table(service.name, serviceFacts(service, topology));
}

/** Everything about a node. */
export function nodeFacts(node: NodeRecord): readonly Fact[] {
  return [
    fact('role', node.role, node.leader ? 'leader' : undefined),
    fact('state', node.state),
    fact('availability', node.availability, AVAILABILITIES.get(node.availability)),
    ...some('address', node.address),
    ...some('engine', node.engineVersion),
    fact('id', node.id),
  ];
}

const AVAILABILITIES: ReadonlyMap<string, string> = new Map([
  ['active', 'takes tasks'],
  ['pause', 'takes no new tasks'],
  ['drain', 'takes no tasks'],
]);

/** All that is known of a node, as Markdown. */
export function nodeTooltip(node: NodeRecord): string {
  return table(node.hostname, nodeFacts(node));
}

/** The engine itself, where no manager tells of it: `docker-02` — `worker · 10.1.0.5 · this engine · engine 20.10.24`. */
export function ownNodeRow({ name, swarm, engineVersion }: HostRecord): Row {
  const facts = [
    swarm?.manager === true ? 'manager' : 'worker',
    swarm === undefined || swarm.state === 'active' ? undefined : swarm.state,
    swarm?.nodeAddress,
    'this engine',
    engineVersion === undefined ? undefined : `engine ${engineVersion}`,
  ].filter((text) => text !== undefined);
  const label = name ?? 'this node';
  return {
    label,
    description: facts.join(' · '),
    icon: swarm?.state === 'active' ? 'vm-active' : 'question',
    color: swarm?.state === 'active' ? 'testing.iconPassed' : 'testing.iconQueued',
    spoken: `node ${label}, ${facts.join(', ')}`,
  };
}

/** Why the view has no nodes and services, and whom to ask; undefined where a manager told all. */
export function sayUnknown({ swarm }: HostRecord): string | undefined {
  if (swarm === undefined || (swarm.manager && swarm.problem === undefined)) {
    return undefined;
  }
  if (swarm.state === 'locked') {
    return 'The swarm is locked: docker swarm unlock opens it';
  }
  if (swarm.problem !== undefined) {
    return `Nodes and services are not known: ${swarm.problem}`;
  }
  const managers = swarm.managerAddresses;
  const whom = managers.length === 0 ? 'a manager' : `the manager${managers.length > 1 ? 's' : ''} at`;
  return `A worker does not know the other nodes and the services; ask ${[whom, managers.join(', ')].join(' ').trim()}`;
}

const SWARM_SECTIONS = {
  nodes: { label: 'Nodes', icon: 'server' },
  services: { label: 'Services', icon: 'server-process' },
  networks: { label: 'Overlay networks', icon: 'layers' },
} as const;

export type SwarmSection = keyof typeof SWARM_SECTIONS;

/** `Services` — `3 services`, and how many of them lack tasks. */
export function swarmSectionRow(of: SwarmSection, topology: Topology): Row {
  const { label, icon } = SWARM_SECTIONS[of];
  const description = describeSection(of, topology);
  return { label, description, icon, spoken: `${label}, ${description}` };
}

function describeSection(of: SwarmSection, topology: Topology): string {
  switch (of) {
    case 'nodes': {
      const away = topology.nodes.filter(({ state }) => state !== 'ready').length;
      return `${plural(topology.nodes.length, 'node')}${away === 0 ? '' : `, ${away} not ready`}`;
    }
    case 'services': {
      const short = topology.services.filter(lacksTasks).length;
      return `${plural(topology.services.length, 'service')}${short === 0 ? '' : `, ${short} not complete`}`;
    }
    case 'networks':
      return plural(overlaysOf(topology).length, 'network');
  }
}

function lacksTasks({ running, desired, job }: ServiceRecord): boolean {
  return job === undefined
    ? running !== undefined && desired !== undefined && running < desired
    : job.completed < job.total;
}

/** The networks that span nodes, in the topology's order. */
export function overlaysOf({ networks }: Topology): readonly Network[] {
  return networks.filter(({ driver }) => driver === 'overlay');
}
