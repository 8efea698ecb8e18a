import type * as vscode from 'vscode';
import type { Clock } from '../../engine/debounce';
import type { Details } from '../../engine/details';
import type { EngineState } from '../../engine/state';
import type { Topology } from '../../model';
import type { LiveTree } from '../rows/liveTree';
import { OFFERS, type TreeNode } from '../rows/nodes';
import { containerTooltip, factTooltip, networkTooltip, noteTooltip, portTooltip } from '../rows/tooltips';
import { arrange, type Arrangement, type NetworksChoice } from './grouping';
import {
  containerRows,
  detailRows,
  groupRows,
  networkRows,
  PAGE,
  peerRows,
  serviceRows,
  taskRows,
  topRows,
} from './networkBranches';
import { placeOf, toNetworksItem, toOfferItem } from './networkItems';
import { parentRow, seekRow, type Sought } from './revealRow';

/** How long rows wait for an inspect before they come without it, ms: other rows of the view wait with them. */
const PATIENCE = 300;

/** The rows as the user wants them: filter and pages live as long as the window. */
export class NetworksRows implements LiveTree<TreeNode> {
  /** Called when an inspect answers after its rows were drawn without it. */
  onLate: () => void = () => undefined;
  private readonly pages = new Map<string, number>();
  private words = '';
  /** Made once for a picture: every row asks for it. */
  private arranged: { readonly topology: Topology; readonly arrangement: Arrangement } | undefined;

  constructor(
    private readonly details: Details,
    private readonly clock: Clock,
    private settings: Omit<NetworksChoice, 'filter'>,
  ) {}

  get filter(): string {
    return this.words;
  }

  setFilter(words: string): void {
    this.words = words;
    this.arranged = undefined;
  }

  setSettings(settings: Omit<NetworksChoice, 'filter'>): void {
    this.settings = settings;
    this.arranged = undefined;
  }

  arrange(topology: Topology): Arrangement {
    if (this.arranged?.topology !== topology) {
      const choice = { ...this.settings, filter: this.words };
      this.arranged = { topology, arrangement: arrange(topology, choice) };
    }
    return this.arranged.arrangement;
  }

  showMore(networkId: string): void {
    this.pages.set(networkId, this.page(networkId) + PAGE.next);
  }

  children(
    node: TreeNode | undefined,
    topology: Topology | undefined,
  ): readonly TreeNode[] | Promise<readonly TreeNode[]> | undefined {
    if (!topology) {
      return undefined;
    }
    switch (node?.kind) {
      case undefined:
        return topRows(this.arrange(topology));
      case 'group':
        return groupRows(node.value, this.arrange(topology));
      case 'network':
        return this.networkChildren(node.networkId, topology);
      case 'container':
        return this.containerChildren(node, topology);
      case 'section':
        return this.sectionChildren(node, topology);
      case 'heard':
        return taskRows(node);
      case 'port':
      case 'fact':
      case 'service':
      case 'peer':
      case 'node':
      case 'driver':
      case 'more':
      case 'note':
      case 'offer':
        return [];
    }
  }

  without({ kind }: EngineState): readonly TreeNode[] | undefined {
    return kind === 'unavailable' ? OFFERS.map((of) => ({ kind: 'offer', of })) : undefined;
  }

  shows(networkId: string, topology: Topology | undefined): boolean {
    return topology !== undefined && this.arrange(topology).endpoints.has(networkId);
  }

  /** Asked for networks, containers and ports: no other row is revealed. */
  parent(node: TreeNode, topology: Topology | undefined): TreeNode | undefined {
    return topology && parentRow(node, topology, this.arrange(topology));
  }

  /** Whether a row is there; the page of its network is turned so far that it is. */
  seek(node: TreeNode, topology: Topology): Sought {
    const sought = seekRow(node, topology, this.arrange(topology));
    if (sought.kind === 'there' && sought.index >= this.page(sought.networkId)) {
      this.pages.set(sought.networkId, sought.index + 1);
    }
    return sought;
  }

  item(node: TreeNode, topology: Topology | undefined): vscode.TreeItem | undefined {
    if (node.kind === 'offer') {
      return toOfferItem(node);
    }
    return topology && toNetworksItem(node, topology, this.arrange(topology));
  }

  async tooltip(node: TreeNode, topology: Topology | undefined): Promise<string | undefined> {
    if (node.kind === 'fact') {
      return factTooltip(node);
    }
    if (node.kind === 'note') {
      return noteTooltip(node);
    }
    if (node.kind === 'port') {
      const port = topology?.ports.find(({ id }) => id === node.portId);
      return topology && port && portTooltip(port, topology);
    }
    if (node.kind === 'network') {
      const network = topology?.networkById.get(node.networkId);
      const details = network?.driver === 'overlay' ? await this.details.network(network) : undefined;
      return network && networkTooltip(network, details);
    }
    const container = node.kind === 'container' ? topology?.containerById.get(node.containerId) : undefined;
    return (
      topology && container && containerTooltip(container, topology, await this.details.container(container))
    );
  }

  private page(networkId: string): number {
    return this.pages.get(networkId) ?? PAGE.first;
  }

  private networkChildren(networkId: string, topology: Topology): readonly TreeNode[] {
    const network = topology.networkById.get(networkId);
    const endpoints = this.arrange(topology).endpoints.get(networkId) ?? [];
    return network ? networkRows(network, endpoints, this.page(networkId)) : [];
  }

  private async containerChildren(
    node: Extract<TreeNode, { readonly kind: 'container' }>,
    topology: Topology,
  ): Promise<readonly TreeNode[]> {
    const place = placeOf(node, topology);
    if (!place) {
      return [];
    }
    const details = await this.soon(this.details.container(place.container));
    return containerRows(place.container, place.network, topology, details);
  }

  private async sectionChildren(
    { networkId, of }: Extract<TreeNode, { readonly kind: 'section' }>,
    topology: Topology,
  ): Promise<readonly TreeNode[]> {
    const network = topology.networkById.get(networkId);
    if (!network) {
      return [];
    }
    if (of === 'details') {
      return detailRows(network);
    }
    const details = await this.soon(this.details.network(network));
    return of === 'peers' ? peerRows(network, details) : serviceRows(network, topology, details);
  }

  /** An answer that takes longer comes later, on its own: a slow engine holds up no other row. */
  private soon<T>(answer: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve) => {
      let late = false;
      const cancel = this.clock.after(PATIENCE, () => {
        late = true;
        resolve(undefined);
      });
      void answer.then((value) => {
        cancel();
        resolve(value);
        if (late) {
          this.onLate();
        }
      });
    });
  }
}
