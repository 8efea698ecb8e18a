import type { Container, Endpoint } from '../../model';
import { isUp } from '../../model';
import { composeCard, type Card } from '../containerCard';
import { addBox, addWire } from '../draft';
import type { FoldItem } from '../folds';
import type { Box } from '../scene';
import { sharersOf } from '../sharers';
import { line, measureText, tame } from '../text';
import { count } from '../words';
import { columns, contentTop } from './columns';
import type { Member, NetworkContext } from './context';
import { interfaceName } from './interfaceName';
import { endpointCard, large, wireOffset } from './endpointCard';

/** A container of the network where it stands in the picture, or a fold of several. */
export interface PlacedItem {
  readonly box: Box;
  /** Height at which its interface's wire meets the box. */
  readonly wireY: number;
  /** The same of the wire of its second interface, where it leaves by docker_gwbridge. */
  readonly gatewayY: number;
  /** Undefined for a fold. */
  readonly member: Member | undefined;
  readonly containers: readonly Container[];
}

const gap = 14;
const sharedGap = 8;
const sharedIndent = 28;
const groupHead = 28;
const groupInset = 8;
const foldHeight = 44;
/** Room for the sign of what opens and closes, at the right end. */
const chevron = 28;

export interface StackOptions {
  readonly parent?: string;
  readonly top?: number;
  /** Replaces the address lines where the driver gives no address. */
  readonly words?: string;
}

/** A part of the column: where the next box goes, and in what. */
interface Stack {
  readonly context: NetworkContext;
  readonly words: string | undefined;
  readonly placed: PlacedItem[];
  readonly parent: string | undefined;
  readonly inset: number;
}

/** Stacks the network's containers in their column, those that share a sandbox hanging on its owner. */
export function stackContainers(context: NetworkContext, options: StackOptions = {}): PlacedItem[] {
  const placed: PlacedItem[] = [];
  const stack: Stack = { context, words: options.words, placed, parent: options.parent, inset: 0 };
  stackItems(stack, context.items, options.top ?? contentTop);
  return placed;
}

function stackItems(stack: Stack, items: readonly FoldItem[], top: number): number {
  let y = top;
  for (const item of items) {
    y = stackItem(stack, item, y) + gap;
  }
  return y;
}

/** Returns where the item ends. */
function stackItem(stack: Stack, item: FoldItem, y: number): number {
  switch (item.kind) {
    case 'container':
      return stackContainer(stack, item.container, y);
    case 'fold':
      return stackFold(stack, item, y);
    case 'group':
      return stackGroup(stack, item, y);
  }
}

function placeIn(stack: Stack, indent = 0): { readonly x: number; readonly w: number } {
  const { x, w } = columns.container;
  return { x: x + stack.inset + indent, w: w - 2 * stack.inset - indent };
}

function stackContainer(stack: Stack, container: Container, y: number): number {
  const { context, words } = stack;
  const member = context.members.get(container.id);
  if (!member) {
    return y - gap;
  }
  const { w } = placeIn(stack);
  const full = words === undefined ? endpointCard(context, member, w) : undefined;
  const text = words !== undefined && isUp(container) ? words : container.state;
  const card = full ?? composeCard(container, w, [{ text, font: 'small' }], large);
  const box = addCard(stack, container, card, 0, y);
  stack.placed.push({
    box,
    wireY: y + Math.min(wireOffset, box.h / 2),
    gatewayY: y + (full?.gatewayY ?? box.h - 12),
    member,
    containers: [container],
  });
  return stackSharers(stack, member, box);
}

function addCard(stack: Stack, container: Container, card: Card, indent: number, y: number): Box {
  const { draft, network } = stack.context;
  return addBox(draft, {
    id: `container:${container.id}@${network.id}`,
    kind: 'container',
    parent: stack.parent,
    ...placeIn(stack, indent),
    y,
    h: card.height,
    lines: card.lines,
    dot: card.dot,
    label: card.label,
    subject: { kind: 'container', id: container.id },
    faded: !isUp(container),
  });
}

/** Cards of the containers in this one's sandbox, below it; returns where the last of them ends. */
function stackSharers(stack: Stack, { container: owner, endpoint }: Member, box: Box): number {
  const { context } = stack;
  const sharers = sharersOf(owner, context.topology).filter((one) => !context.hideStopped || isUp(one));
  const what = sharedThing(context, owner, endpoint);
  let bottom = box.y + box.h;
  for (const sharer of sharers) {
    const rows = [{ text: `shares ${what} of ${owner.name}`, font: 'small' } as const];
    const card = composeCard(sharer, placeIn(stack, sharedIndent).w, rows, large);
    const hung = addCard(stack, sharer, card, sharedIndent, bottom + sharedGap);
    wireSharer(context, owner, sharer, box, hung);
    bottom = hung.y + hung.h;
  }
  return bottom;
}

/** `eth0 172.28.0.2`: what a container has that joined the sandbox of another. */
function sharedThing({ network, topology }: NetworkContext, owner: Container, endpoint: Endpoint): string {
  if (network.driver === 'host') {
    return 'the host’s network';
  }
  if (network.driver === 'none') {
    return 'the loopback';
  }
  const address = endpoint.attached ? (endpoint.ipv4 ?? endpoint.ipv6) : undefined;
  const words = [interfaceName(owner, network, topology), address];
  return address === undefined ? 'the network' : words.filter(Boolean).join(' ');
}

function wireSharer(
  { draft }: NetworkContext,
  owner: Container,
  sharer: Container,
  box: Box,
  hung: Box,
): void {
  const x = box.x + sharedIndent / 2;
  const y = hung.y + hung.h / 2;
  addWire(draft, {
    kind: 'shared',
    from: box.id,
    to: hung.id,
    points: [
      { x, y: box.y + box.h },
      { x, y },
      { x: hung.x, y },
    ],
    label: tame(`${sharer.name} runs in the network namespace of ${owner.name}`),
    faded: hung.faded,
  });
}

type Fold = Exclude<FoldItem, { kind: 'container' }>;

function stackFold(stack: Stack, { id, title, containers }: Fold, y: number): number {
  const place = placeIn(stack);
  const words = foldWords(containers);
  const box = addBox(stack.context.draft, {
    id: `fold:${id}`,
    kind: 'fold',
    parent: stack.parent,
    ...place,
    y,
    h: foldHeight,
    lines: [
      line(title, 26, 19, place.w - 26 - chevron, { font: 'title' }),
      line(words, 26, 35, place.w - 26 - chevron, { font: 'small', tone: 'muted' }),
    ],
    label: tame(`${title}, ${words}, folded`),
    subject: { kind: 'fold', id },
    expanded: false,
  });
  stack.placed.push({
    box,
    wireY: y + foldHeight / 2,
    gatewayY: y + foldHeight - 12,
    member: undefined,
    containers,
  });
  return y + foldHeight;
}

/** `37 containers, 2 stopped`: the same however many of them there are. */
function foldWords(containers: readonly Container[]): string {
  const stopped = containers.reduce((sum, container) => sum + (isUp(container) ? 0 : 1), 0);
  return `${count(containers.length, 'container')}${stopped === 0 ? '' : `, ${stopped} not running`}`;
}

function stackGroup(stack: Stack, { id, title, containers, ...rest }: Fold, y: number): number {
  const { draft } = stack.context;
  const place = placeIn(stack);
  const words = foldWords(containers);
  const boxId = `group:${id}`;
  const inner = { ...stack, parent: boxId, inset: stack.inset + groupInset };
  const items = 'items' in rest ? rest.items : [];
  const bottom = stackItems(inner, items, y + groupHead) - gap + groupInset;
  const wordsRoom = Math.min(measureText(words, 'small'), place.w / 2);
  addBox(draft, {
    id: boxId,
    kind: 'group',
    parent: stack.parent,
    ...place,
    y,
    h: bottom - y,
    lines: [
      line(title, 12, 19, place.w - wordsRoom - chevron - 20, { font: 'title' }),
      line(words, place.w - chevron, 19, wordsRoom, { font: 'small', tone: 'muted', anchor: 'end' }),
    ],
    label: tame(`${title}, ${words}, open`),
    subject: { kind: 'fold', id },
    expanded: true,
  });
  return bottom;
}
