import { drivers } from '../../catalog';
import type { NetworkService } from '../../engine/decodeDetails';
import { isWildcard, type PublishedPort, type Topology } from '../../model';
import type { NetworkGroup } from '../networks/grouping';
import type { Fact } from './networkFacts';
import type { TreeNode } from './nodes';
import { plural, portText, type Row } from './rows';

/** `bridge` — `3 networks`; `no compose project` for networks of none. */
export function groupRow({ value, networks }: NetworkGroup, by: 'driver' | 'project'): Row {
  const driver = drivers.find(({ id }) => id === networks[0]?.driver);
  const label = by === 'driver' ? value : value || 'no compose project';
  const description = plural(networks.length, 'network');
  return {
    label,
    description,
    icon: by === 'driver' ? (driver?.icon ?? 'plug') : 'folder',
    spoken: `${by === 'driver' ? 'driver' : 'project'} ${label}, ${description}`,
  };
}

const SECTIONS = {
  services: { label: 'Services', icon: 'server-process' },
  peers: { label: 'Peers', icon: 'vm' },
  details: { label: 'Details', icon: 'list-unordered' },
} as const;

/** `Services` — `2 services`, where this engine is a manager and knows. */
export function sectionRow(
  { networkId, of }: Extract<TreeNode, { readonly kind: 'section' }>,
  topology: Topology,
): Row {
  const { label, icon } = SECTIONS[of];
  const name = topology.networkById.get(networkId)?.name ?? '';
  const services = topology.services.filter(({ networkIds }) => networkIds.includes(networkId));
  const description = of === 'services' && services.length > 0 ? plural(services.length, 'service') : '';
  return {
    label,
    description,
    icon,
    spoken: [`${label} of network ${name}`, description].filter(Boolean).join(', '),
  };
}

const FACT_ICONS: Readonly<Record<string, string>> = {
  IPv4: 'globe',
  IPv6: 'globe',
  'IPv4 subnet': 'globe',
  'IPv6 subnet': 'globe',
  address: 'globe',
  'auxiliary address': 'globe',
  'virtual address': 'globe',
  range: 'list-ordered',
  gateway: 'arrow-swap',
  MAC: 'circuit-board',
  'bridge device': 'circuit-board',
  MTU: 'circuit-board',
  parent: 'type-hierarchy-super',
  'VXLAN id': 'layers',
  flannel: 'layers',
  alias: 'tag',
  link: 'link',
  label: 'tag',
  stack: 'folder',
  'compose project': 'folder',
  option: 'settings',
  flag: 'settings',
  mode: 'settings',
  'endpoint mode': 'settings',
  'config from': 'references',
  driver: 'plug',
  network: 'type-hierarchy',
  scope: 'location',
  tasks: 'checklist',
  image: 'package',
  engine: 'package',
  published: 'radio-tower',
  publishes: 'radio-tower',
  'not published': 'circle-slash',
  exposed: 'plug',
  role: 'account',
  state: 'pulse',
  availability: 'inbox',
  created: 'history',
  id: 'key',
};

/** `gateway` — `172.28.0.1 (derived)` */
export function factRow({ name, value, remark }: Fact): Row {
  return {
    label: name,
    description: remark === undefined ? value : `${value} (${remark})`,
    icon: FACT_ICONS[name] ?? 'circle-small',
    spoken: [name, value, ...(remark === undefined ? [] : [remark])].join(', '),
  };
}

/** `published` — `8080→80`, `127.0.0.1:9090→80` */
export function publishedRow(port: PublishedPort): Row {
  const where = port.hostIps.some(isWildcard) ? 'all addresses' : port.hostIps.join(', ');
  return {
    label: 'published',
    description: portText(port),
    icon: 'radio-tower',
    spoken: `published port ${port.hostPort} to ${port.containerPort}, ${port.protocol} on ${where}`,
  };
}

/** A service that a node has heard of: `web` — `10.0.1.5 · 2 tasks` */
export function heardRow({ name, address, tasks }: NetworkService): Row {
  const facts = [address ?? 'no virtual address', plural(tasks.length, 'task')];
  return {
    label: name,
    description: facts.join(' · '),
    icon: 'server-process',
    spoken: `service ${name}, ${facts.join(', ')}`,
  };
}

/** `9,800 more…` */
export function moreRow(hidden: number): Row {
  const count = hidden.toLocaleString('en-US');
  return {
    label: `${count} more…`,
    description: '',
    icon: 'ellipsis',
    spoken: `${count} more containers, press Enter to show more of them`,
  };
}

/** A sentence of ours. */
export function noteRow({ text, detail }: { readonly text: string; readonly detail?: string }): Row {
  return {
    label: text,
    description: '',
    icon: 'info',
    spoken: [text, ...(detail === undefined ? [] : [detail])].join(', '),
  };
}
