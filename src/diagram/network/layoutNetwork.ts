import { drivers, type DriverId, type DriverPath } from '../../catalog';
import type { Network, Topology } from '../../model';
import { emptyDraft, finish } from '../draft';
import { foldContainers } from '../folds';
import type { LayoutOptions } from '../options';
import type { Scene } from '../scene';
import { line, measureText, tame } from '../text';
import { count, isEngineOwned, networkTag } from '../words';
import {
  columnAt,
  columnCaptions,
  columnNames,
  columnTitles,
  columns,
  sceneMargin,
  type ColumnName,
} from './columns';
import type { NetworkContext } from './context';
import { layoutHostPath, layoutNonePath } from './hostPath';
import { membersOf } from './members';
import { landsOn, layoutNatPath } from './natPath';
import { layoutOpaquePath, layoutTemplatePath } from './opaquePath';
import { layoutParentPath } from './parentPath';
import { readingOrder } from './readingOrder';
import { addNote } from './stage';
import { layoutVxlanPath } from './vxlanPath';

const paths = new Map<DriverId, DriverPath>(drivers.map(({ id, path }) => [id, path]));

/**
 * The way of a packet through one network, from client to container, in columns that are the same for every driver.
 * A network that is not in the topology gives a scene that says so.
 */
export function layoutNetwork(topology: Topology, networkId: string, options: LayoutOptions = {}): Scene {
  const network = topology.networkById.get(networkId);
  if (!network) {
    const draft = emptyDraft();
    addNote(draft, 'note:gone', 'This network is gone.', { x: sceneMargin, y: sceneMargin, w: 300 });
    return finish(draft, { kind: 'network', title: 'Network', subtitle: 'gone' }, sceneMargin);
  }
  const context = contextOf(topology, network, options);
  const { draft } = context;
  const used = layoutPath(context, network.configOnly ? 'template' : (paths.get(network.driver) ?? 'opaque'));
  const filled = new Set(draft.boxes.map(({ x }) => columnAt(x)));
  const standing = columnNames.filter((name, index) => used.has(name) && filled.has(index));
  draft.captions.push(...columnCaptions({ ...columnTitles, ...titlesFor(network) }, new Set(standing)));
  const head = { kind: 'network', title: tame(network.name), subtitle: tame(subtitle(context)) } as const;
  addTitle(context, head.title, head.subtitle);
  return withRoomFor(finish({ ...draft, boxes: readingOrder(draft.boxes) }, head, sceneMargin));
}

/** Wide enough for its captions, also where few boxes stand. */
function withRoomFor(scene: Scene): Scene {
  const width = scene.captions.reduce(
    (most, { text, font, x }) => Math.max(most, x + measureText(text, font) + sceneMargin),
    scene.width,
  );
  return { ...scene, width: Math.ceil(width) };
}

function contextOf(topology: Topology, network: Network, options: LayoutOptions): NetworkContext {
  const members = membersOf(topology, network, options.hideStopped ?? false);
  const unfolded = new Set(options.unfolded);
  return {
    topology,
    network,
    draft: emptyDraft(),
    hideStopped: options.hideStopped ?? false,
    unfolded,
    veths: options.veths ?? {},
    members: new Map(members.map((member) => [member.container.id, member])),
    items: foldContainers(
      network.id,
      members.map(({ container }) => container),
      unfolded,
    ),
  };
}

function layoutPath(context: NetworkContext, path: DriverPath): ReadonlySet<ColumnName> {
  switch (path) {
    case 'nat':
      return layoutNatPath(context);
    case 'host':
      return layoutHostPath(context);
    case 'none':
      return layoutNonePath(context);
    case 'vxlan':
      return layoutVxlanPath(context);
    case 'parent':
      return layoutParentPath(context);
    case 'template':
      return layoutTemplatePath(context);
    case 'shared':
    case 'opaque':
      return layoutOpaquePath(context);
  }
}

function titlesFor({ driver, internal, ingress }: Network): Partial<Record<ColumnName, string>> {
  switch (driver) {
    case 'overlay':
      return { client: 'Nodes, clients', nat: ingress ? 'Routing mesh' : 'Services, NAT', bridge: 'Overlay' };
    case 'macvlan':
    case 'ipvlan':
      return { nat: 'VLAN', bridge: 'Segment' };
    case 'config':
      return { bridge: 'Template', container: 'Networks made from it' };
    case 'bridge':
      return internal ? { nat: 'Filter' } : {};
    case 'host':
    case 'none':
    case 'container':
      return {};
    case 'weave':
    case 'flannel':
    case 'openvswitch':
    case 'calico':
    case 'kuryr':
    case 'plugin':
      return { bridge: 'Driver' };
  }
}

function subtitle(context: NetworkContext): string {
  const { network, members } = context;
  const words = [networkTag(network), network.scope, ...network.subnets.map(({ cidr }) => cidr)];
  if (!network.configOnly && (!isEngineOwned(network) || members.size > 0)) {
    words.push(count(members.size, 'container'));
  }
  const ports = network.driver === 'bridge' && !network.internal ? countPorts(context) : 0;
  if (ports > 0) {
    words.push(count(ports, 'published port'));
  }
  return words.filter(Boolean).join(' · ');
}

function countPorts(context: NetworkContext): number {
  let ports = 0;
  for (const member of context.members.values()) {
    for (const port of member.container.published) {
      ports += landsOn(context, port, member) ? 1 : 0;
    }
  }
  return ports;
}

function addTitle({ draft }: NetworkContext, title: string, words: string): void {
  const width = columns.container.x + columns.container.w - sceneMargin;
  const heading = line(title, sceneMargin, 38, width * 0.5, { font: 'heading' });
  const wordsX = sceneMargin + measureText(heading.text, 'heading') + 16;
  draft.captions.push(heading, line(words, wordsX, 38, width + sceneMargin - wordsX, { tone: 'muted' }));
}
