import type { Container, Endpoint } from '../../model';
import { isUp } from '../../model';
import { cardWithRows, largeCard, type Card } from '../containerCard';
import { addBox, addWire } from '../draft';
import type { Box } from '../scene';
import { sharersOf } from '../sharers';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';

/** A container of the network where it stands in the picture. */
export interface PlacedContainer {
  readonly container: Container;
  readonly endpoint: Endpoint;
  readonly box: Box;
  /** Height at which its interface's wire meets the card. */
  readonly wireY: number;
}

const gap = 14;
const sharedGap = 8;
const sharedIndent = 28;

export interface StackOptions {
  readonly parent?: string;
  readonly top?: number;
  /** Replaces the address lines where the driver gives no address. */
  readonly words?: string;
}

/** Stacks the network's containers in their column, those that share a sandbox hanging on its owner. */
export function stackContainers(context: NetworkContext, options: StackOptions = {}): PlacedContainer[] {
  const { topology, network } = context;
  const placed: PlacedContainer[] = [];
  let y = options.top ?? contentTop;
  for (const endpoint of network.endpoints) {
    const container = topology.containerById.get(endpoint.containerId);
    if (!container) {
      continue;
    }
    const card =
      options.words === undefined || !isUp(container)
        ? largeCard(endpoint, container, topology, columns.container.w)
        : cardWithRows(container, columns.container.w, [{ text: options.words, font: 'small' }]);
    const box = addCard(context, container, card, columns.container.x, y, options.parent);
    placed.push({ container, endpoint, box, wireY: y + 18 });
    y = stackSharers(context, container, box, y + box.h, options.parent) + gap;
  }
  return placed;
}

function addCard(
  { draft, network }: NetworkContext,
  container: Container,
  card: Card,
  x: number,
  y: number,
  parent: string | undefined,
): Box {
  return addBox(draft, {
    id: `container:${container.id}@${network.id}`,
    kind: 'container',
    parent,
    x,
    y,
    w: columns.container.x + columns.container.w - x,
    h: card.height,
    lines: card.lines,
    dot: card.dot,
    label: card.label,
    subject: { kind: 'container', id: container.id },
    faded: !isUp(container),
  });
}

/** Cards of the containers in this one's sandbox, below it; returns where the next card may stand. */
function stackSharers(
  context: NetworkContext,
  owner: Container,
  box: Box,
  below: number,
  parent: string | undefined,
): number {
  let y = below;
  for (const sharer of sharersOf(owner, context.topology)) {
    const x = columns.container.x + sharedIndent;
    const rows = [{ text: `shares the network of ${owner.name}`, font: 'small' } as const];
    const card = cardWithRows(sharer, columns.container.w - sharedIndent, rows);
    const hung = addCard(context, sharer, card, x, y + sharedGap, parent);
    addWire(context.draft, {
      kind: 'shared',
      from: box.id,
      to: hung.id,
      points: [
        { x: box.x + sharedIndent / 2, y: box.y + box.h },
        { x: box.x + sharedIndent / 2, y: hung.y + hung.h / 2 },
        { x: hung.x, y: hung.y + hung.h / 2 },
      ],
      label: `${sharer.name} runs in the network namespace of ${owner.name}`,
      faded: hung.faded,
    });
    y = hung.y + hung.h;
  }
  return y;
}
