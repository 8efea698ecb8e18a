import type { Container, Topology } from '../../model';
import { isUp } from '../../model';
import { smallCard, type Card, type Row } from '../containerCard';
import type { BoxSpec } from '../draft';
import type { FoldItem, FoldReason } from '../folds';
import { sharersOf } from '../sharers';
import { line, measureText } from '../text';
import { count } from '../words';

/** A card in its place within a region or between regions, with the cards that hang on it. */
export interface Cell {
  readonly id: string;
  /** Containers that this cell stands for: one, or all that are folded in it. */
  readonly containers: readonly Container[];
  readonly spec: Omit<BoxSpec, 'x' | 'y' | 'parent'>;
  readonly hung: readonly HungCard[];
  readonly height: number;
  /** The open fold that it stands in; undefined directly in its region. */
  parent: string | undefined;
  /** Where it stands, relative to its region until that is placed. */
  x: number;
  y: number;
  /** Counted over the whole region, also through open folds. */
  row: number;
  column: number;
  /** Room above it for wires. */
  gapAbove: number;
  /** Nothing stands right of it. */
  last: boolean;
}

export interface HungCard {
  readonly containerId: string;
  readonly spec: Omit<BoxSpec, 'x' | 'y' | 'parent'>;
  /** Below its owner's top edge. */
  readonly offset: number;
}

export const cardWidth = 178;
export const hungIndent = 18;
const hungGap = 6;
/** Height of the line that heads an open fold. */
export const groupHead = 30;
/** Middle of a fold's first own row. */
export const foldRowTop = 52;
/** Middle of a container's first row. */
export const cardRowTop = 36;
export const rowStep = 17;

/** A cell without a place yet; its fields are named one by one, as a spread takes several times as long. */
function makeCell(
  containers: Cell['containers'],
  spec: Cell['spec'],
  hung: Cell['hung'],
  height: number,
): Cell {
  return {
    id: spec.id,
    containers,
    spec,
    hung,
    height,
    parent: undefined,
    x: 0,
    y: 0,
    row: 0,
    column: 0,
    gapAbove: 0,
    last: true,
  };
}

/** A container's cell, with those that share its sandbox hanging on it. */
export function containerCell(
  topology: Topology,
  container: Container,
  width: number,
  rows: readonly Row[],
): Cell {
  const card = smallCard(container, topology, width, rows);
  const hung = hangSharers(topology, container, width, card.height);
  const last = hung.at(-1);
  const height = last ? last.offset + last.spec.h : card.height;
  return makeCell([container], cardSpec(container, card, width), hung, height);
}

const none: readonly never[] = [];

function hangSharers(
  topology: Topology,
  owner: Container,
  width: number,
  height: number,
): readonly HungCard[] {
  if (owner.sharedBy.length === 0) {
    return none;
  }
  let offset = height + hungGap;
  return sharersOf(owner, topology).map((sharer): HungCard => {
    const rows: readonly Row[] = [{ text: `network of ${owner.name}`, font: 'small' }];
    const card = smallCard(sharer, topology, width - hungIndent, rows);
    const hung = { containerId: sharer.id, spec: cardSpec(sharer, card, width - hungIndent), offset };
    offset += card.height + hungGap;
    return hung;
  });
}

function cardSpec(container: Container, card: Card, w: number): Cell['spec'] {
  return {
    id: `container:${container.id}`,
    kind: 'container',
    w,
    h: card.height,
    lines: card.lines,
    dot: card.dot,
    label: card.label,
    subject: { kind: 'container', id: container.id },
    faded: !isUp(container),
  };
}

type Fold = Exclude<FoldItem, { readonly kind: 'container' }>;

const reasonWord: Readonly<Record<FoldReason, string>> = {
  project: 'compose project',
  service: 'compose service',
  rest: 'more',
};

/** How many are in a fold, with those that hang on them, and how many of them run. */
function countFold({ containers }: Fold, { containerById }: Topology): { all: number; words: string } {
  let all = containers.length;
  let running = 0;
  for (const container of containers) {
    running += isUp(container) ? 1 : 0;
    all += container.sharedBy.length;
    for (const id of container.sharedBy) {
      const sharer = containerById.get(id);
      running += sharer && isUp(sharer) ? 1 : 0;
    }
  }
  return { all, words: running === all ? 'all running' : `${running} running` };
}

/** Containers that are folded away, as one card. */
export function foldCell(topology: Topology, fold: Fold, width: number, rows: readonly Row[] = []): Cell {
  const { all, words } = countFold(fold, topology);
  const rest = fold.reason === 'rest';
  const title = rest ? `+${all} more` : fold.title;
  const below = rest ? words : `${count(all, 'container')} · ${words}`;
  const middle = { anchor: 'middle' } as const;
  const spec: Cell['spec'] = {
    id: `fold:${fold.id}`,
    kind: 'fold',
    w: width,
    h: 49 + rows.length * 17,
    lines: [
      line(title, width / 2, 22, width - 20, { font: 'title', ...middle }),
      line(below, width / 2, 39, width - 12, { font: 'small', tone: 'muted', ...middle }),
      ...rows.map(({ text, tone = 'muted' }, index) =>
        line(text, width / 2, foldRowTop + 4 + index * 17, width - 12, {
          font: 'monoSmall',
          tone,
          ...middle,
        }),
      ),
    ],
    label: rest
      ? `${count(all, 'more container')}, ${words}; open to show them`
      : `${reasonWord[fold.reason]} ${fold.title}, ${count(all, 'container')}, ${words}; open to show them`,
    subject: { kind: 'fold', id: fold.id },
    expanded: false,
  };
  return makeCell(fold.containers, spec, none, spec.h);
}

/** The frame of an open fold, once it is known how much room its cards take. */
export function groupCell(topology: Topology, fold: Fold, w: number, h: number): Cell {
  const { all, words } = countFold(fold, topology);
  const rest = fold.reason === 'rest';
  const title = rest ? count(all, 'more container') : fold.title;
  const side = rest ? words : `${count(all, 'container')} · ${words}`;
  const titleWidth = Math.min(measureText(title, 'title'), w * 0.55);
  const room = w - titleWidth - 50;
  const spec: Cell['spec'] = {
    id: `group:${fold.id}`,
    kind: 'group',
    tone: 'muted',
    w,
    h,
    lines: [
      line(title, 12, 20, titleWidth + 1, { font: 'title' }),
      line(side, w - 28, 20, room, { font: 'small', tone: 'muted', anchor: 'end' }),
    ],
    label: rest
      ? `${title}, ${words}; open`
      : `${reasonWord[fold.reason]} ${title}, ${side.replace(' · ', ', ')}; open`,
    subject: { kind: 'fold', id: fold.id },
    expanded: true,
  };
  return makeCell(none, spec, none, h);
}
