import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { Container, Network, Topology } from '../../model';
import {
  findForeign,
  networksOfContainer,
  readForeignItem,
  type ForeignItem,
} from '../../views/diagram/foreignItem';
import { withPicture, type Picture } from '../shared/picture';
import type { NetworkRows } from '../shared/quickAction';
import { askOne } from '../shared/quickInputs';
import { networkLines } from '../shared/quickRows';
import { plainMessage } from '../shared/quickWords';
import type { Diagrams } from './diagrams';

export interface ShowInPortolanParts {
  readonly store: Store;
  readonly diagrams: Diagrams;
  readonly rows: Pick<NetworkRows, 'reveal'>;
}

/** "Show in Portolan", for the rows of Container Tools: the diagram of the network, or of the container's. */
export function registerShowInPortolan(parts: ShowInPortolanParts): vscode.Disposable {
  return vscode.commands.registerCommand('portolan.showInPortolan', (clicked: unknown) =>
    withPicture(parts.store, async (picture) => {
      const item = readForeignItem(clicked);
      const found = item && findForeign(item, picture.topology);
      if (!found) {
        void vscode.window.showInformationMessage(plainMessage(sayUnknown(item, picture)));
        return;
      }
      const network =
        found.kind === 'network' ? found.network : await networkOf(found.container, picture.topology);
      if (network === 'none') {
        parts.diagrams.showTopology();
      } else if (network) {
        parts.diagrams.showNetwork(network.id);
        void parts.rows.reveal(network.id);
      }
    }),
  );
}

/** Undefined where the question is left; `none` where the container has no network of its own to draw. */
async function networkOf(container: Container, topology: Topology): Promise<Network | 'none' | undefined> {
  const networks = networksOfContainer(container, topology);
  if (networks.length < 2) {
    return networks[0] ?? 'none';
  }
  const step = await askOne({
    title: `Show ${container.name} in Portolan`,
    placeholder: 'On which network?',
    lines: () => networkLines(networks),
  });
  return step.kind === 'done' ? topology.networkById.get(step.value) : undefined;
}

function sayUnknown(item: ForeignItem | undefined, { endpoint }: Picture): string {
  if (!item) {
    return 'Portolan shows networks and containers, and this row is neither.';
  }
  const what = `The ${item.kind} ${item.name ?? item.id?.slice(0, 12) ?? ''}`.trim();
  return `${what} is not on the engine that Portolan shows (${endpoint.url}).`;
}
