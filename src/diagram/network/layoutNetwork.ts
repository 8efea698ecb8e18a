import { drivers, type DriverId, type DriverPath } from '../../catalog';
import type { Network, Topology } from '../../model';
import { emptyDraft, finish } from '../draft';
import type { LayoutOptions } from '../options';
import type { Scene } from '../scene';
import { line, measureText, tame } from '../text';
import { count, isEngineOwned, networkTag } from '../words';
import { columnCaptions, columnTitles, columns, sceneMargin, type ColumnName } from './columns';
import type { NetworkContext } from './context';
import { layoutNatPath, portsOf } from './natPath';
import {
  layoutHostPath,
  layoutNonePath,
  layoutOpaquePath,
  layoutParentPath,
  layoutTemplatePath,
} from './otherPaths';
import { addNote } from './stage';
import { layoutVxlanPath } from './vxlanPath';

const paths = new Map<DriverId, DriverPath>(drivers.map(({ id, path }) => [id, path]));

/**
 * The way of a packet through one network, from client to container, in columns that are the same for every driver.
 * A network that is not in the topology gives a scene that says so.
 */
export function layoutNetwork(topology: Topology, networkId: string, options: LayoutOptions = {}): Scene {
  void options;
  const draft = emptyDraft();
  const network = topology.networkById.get(networkId);
  if (!network) {
    addNote(draft, 'note:gone', 'This network is gone.', { x: sceneMargin, y: sceneMargin, w: 300 });
    return finish(draft, { kind: 'network', title: 'Network', subtitle: 'gone' }, sceneMargin);
  }
  const context: NetworkContext = { topology, network, draft };
  const used = layoutPath(context, network.configOnly ? 'template' : (paths.get(network.driver) ?? 'opaque'));
  const standing = new Set([...used].filter((name) => draft.boxes.some(({ x }) => x === columns[name].x)));
  draft.captions.push(...columnCaptions({ ...columnTitles, ...titlesFor(network) }, standing));
  const head = { kind: 'network', title: tame(network.name), subtitle: subtitle(context) } as const;
  addTitle(context, head.title, head.subtitle);
  return finish(draft, head, sceneMargin);
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

function titlesFor({ driver }: Network): Partial<Record<ColumnName, string>> {
  switch (driver) {
    case 'overlay':
      return { client: 'Nodes, clients', bridge: 'Overlay' };
    case 'macvlan':
    case 'ipvlan':
      return { bridge: 'Segment' };
    case 'config':
      return { bridge: 'Template' };
    case 'bridge':
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
  const { network } = context;
  const words = [networkTag(network), network.scope, ...network.subnets.map(({ cidr }) => cidr)];
  if (!isEngineOwned(network) && !network.configOnly) {
    words.push(count(network.endpoints.length, 'container'));
  }
  const ports = portsOf(context).length;
  if (ports > 0) {
    words.push(count(ports, 'published port'));
  }
  return words.filter(Boolean).join(' · ');
}

function addTitle({ draft }: NetworkContext, title: string, words: string): void {
  const width = columns.container.x + columns.container.w - sceneMargin;
  const heading = line(title, sceneMargin, 38, width * 0.5, { font: 'heading' });
  const wordsX = sceneMargin + measureText(heading.text, 'heading') + 16;
  draft.captions.push(heading, line(words, wordsX, 38, width + sceneMargin - wordsX, { tone: 'muted' }));
}
