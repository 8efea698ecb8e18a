import type { Scene, Subject, Table } from '../diagram';
import { sameData } from '../model';
import {
  plainOptions,
  type DetailsMessage,
  type DiagramOptions,
  type DiagramTarget,
  type NoticeMessage,
  type SavedState,
  type SceneMessage,
  type TablesMessage,
  type ToWebview,
} from '../protocol';
import { askFor, nothingFound, takeFound, type Found } from './found';
import type { Mark, View } from './picture';
import { changeWords, choiceWords, sameSubject, surroundings } from './reading';
import { boxesOf, indexScene } from './sceneIndex';

/** What is in the middle of the page. */
export type Content =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'picture'; readonly scene: Scene; readonly menus: Readonly<Record<string, string>> }
  | {
      readonly kind: 'tables';
      readonly title: string;
      readonly subtitle: string;
      readonly tables: readonly Table[];
    };

/** All that the page knows: what it was sent, and what the reader did. What is seen follows from it. */
export interface PageState {
  readonly target: DiagramTarget;
  /** What the content was made with. */
  readonly options: DiagramOptions;
  /** What the reader chose since, until its content comes: the next choice goes on from there. */
  readonly wanted: DiagramOptions | undefined;
  readonly selected: Subject | undefined;
  /** Where the reader moved the picture to; undefined while it is fitted. */
  readonly view: View | undefined;
  readonly content: Content;
  /** Words over the content, or instead of it. */
  readonly notice: NoticeMessage | undefined;
  /** The endpoint that the content is of. */
  readonly engine: string | undefined;
  readonly old: string | undefined;
  readonly note: string | undefined;
  readonly back: string | undefined;
  readonly details: DetailsMessage | undefined;
  /** The box that the arrows go on from. */
  readonly activeId: string | undefined;
  /** The box of what is selected in the sidebar. */
  readonly pointedId: string | undefined;
  /** The step of the packet's way that is lit alone. */
  readonly step: number | undefined;
  readonly found: Found;
}

const firstState: PageState = {
  target: { kind: 'topology' },
  options: plainOptions,
  wanted: undefined,
  selected: undefined,
  view: undefined,
  content: { kind: 'nothing' },
  notice: undefined,
  engine: undefined,
  old: undefined,
  note: undefined,
  back: undefined,
  details: undefined,
  activeId: undefined,
  pointedId: undefined,
  step: undefined,
  found: nothingFound,
};

/** The page before it was sent anything, with what was kept from before a reload. */
export function startState(saved: SavedState | undefined): PageState {
  const { find = '', ...kept }: Partial<SavedState> = saved ?? {};
  return { ...firstState, ...kept, found: askFor(find) };
}

/** What is kept over hiding and reloading. */
export function savedState(state: PageState): SavedState {
  const { target, selected, view, engine, found } = state;
  return { target, options: wantedOptions(state), selected, view, engine, find: found.text };
}

/** The reader's choices, with those that are on their way. */
export function wantedOptions({ wanted, options }: PageState): DiagramOptions {
  return wanted ?? options;
}

export function sceneOf({ content }: PageState): Scene | undefined {
  return content.kind === 'picture' ? content.scene : undefined;
}

/** The state after a message; what a message asks to be done besides is not in it. */
export function receive(state: PageState, message: ToWebview): PageState {
  switch (message.type) {
    case 'scene':
      return receiveScene(state, message);
    case 'tables':
      return receiveTables(state, message);
    case 'notice':
      return receiveNotice(state, message);
    case 'details':
      return receiveDetails(state, message);
    case 'found':
      return { ...state, found: takeFound(state.found, message) };
    case 'point':
      return { ...state, pointedId: message.boxId };
    case 'go':
      return { ...chooseSubject(state, message.subject), activeId: message.boxId ?? state.activeId };
    case 'paint':
      return state;
  }
}

/** Another diagram in the same page starts anew: the view, what is selected and the active box are those of the one before. */
function placed(state: PageState, { target, engine = state.engine }: Placed): Partial<PageState> {
  return isAnother(state, { target, engine }) ? { ...nothingChosen, target, engine } : { target, engine };
}

const nothingChosen: Partial<PageState> = {
  wanted: undefined,
  selected: undefined,
  details: undefined,
  step: undefined,
  view: undefined,
  activeId: undefined,
  pointedId: undefined,
  found: nothingFound,
};

/** What was said of the content before is not of this. */
function receiveNotice(state: PageState, message: NoticeMessage): PageState {
  const placedHere = placed(state, message);
  const back = sameTarget(state.target, message.target) ? state.back : undefined;
  return {
    ...state,
    ...placedHere,
    notice: message,
    old: undefined,
    note: undefined,
    back,
    wanted: undefined,
  };
}

/** The choices that are still on their way when content comes: it may be that of an earlier one. */
function stillWanted({ wanted }: PageState, options: DiagramOptions): DiagramOptions | undefined {
  return wanted && sameData(wanted, options) ? undefined : wanted;
}

type Placed = Pick<PageState, 'target'> & { readonly engine?: string | undefined };

/** Whether a diagram is not the one before brought up to date: it is of another network, or of another engine. */
export function isAnother(
  before: PageState,
  { target, engine }: Pick<PageState, 'target' | 'engine'>,
): boolean {
  return !sameTarget(before.target, target) || (before.engine !== undefined && before.engine !== engine);
}

function receiveScene(state: PageState, message: SceneMessage): PageState {
  const { options, scene, menus, old, note, back } = message;
  const moved = { ...state, ...placed(state, message) };
  return {
    ...moved,
    options,
    wanted: stillWanted(moved, options),
    content: { kind: 'picture', scene, menus },
    notice: undefined,
    old,
    note,
    back,
    activeId: activeIn(scene, moved),
  };
}

/** The active box, or the one that stands for its object now: a fold that was opened is a group. */
function activeIn(scene: Scene, { activeId, content }: PageState): string | undefined {
  if (activeId === undefined || indexScene(scene).boxes.has(activeId)) {
    return activeId;
  }
  const before = content.kind === 'picture' ? indexScene(content.scene).boxes.get(activeId) : undefined;
  return boxesOf(scene, before?.subject)[0]?.id;
}

function receiveTables(state: PageState, message: TablesMessage): PageState {
  const { options, title, subtitle, tables, old, note, back } = message;
  const content: Content = { kind: 'tables', title, subtitle, tables };
  const moved = { ...state, ...placed(state, message) };
  const wanted = stillWanted(moved, options);
  return { ...moved, options, wanted, content, notice: undefined, old, note, back };
}

/** Facts of what is no longer selected come late and are dropped. */
function receiveDetails(state: PageState, message: DetailsMessage): PageState {
  const late = message.facts && !sameSubject(message.facts.subject, state.selected);
  return late ? state : { ...state, details: message, step: undefined };
}

/** The state after the reader, or the extension, chose an object; the details of another one are gone at once. */
export function chooseSubject(state: PageState, subject: Subject | undefined): PageState {
  return sameSubject(subject, state.selected)
    ? state
    : { ...state, selected: subject, details: undefined, step: undefined };
}

export function sameTarget(a: DiagramTarget, b: DiagramTarget): boolean {
  return a.kind === 'network' && b.kind === 'network' ? a.id === b.id : a.kind === b.kind;
}

/** Ids that carry a mark, as far as they follow from the state; what is near the pointer does not. */
export function marksOf(state: PageState): Readonly<Record<Exclude<Mark, 'near'>, ReadonlySet<string>>> {
  const scene = sceneOf(state);
  return {
    selected: new Set(boxesOf(scene, state.selected).map(({ id }) => id)),
    around: scene && state.selected ? surroundings(scene, state.selected) : new Set(),
    lit: litIds(state),
    found: new Set(state.found.subjects.flatMap((subject) => boxesOf(scene, subject).map(({ id }) => id))),
    pointed: new Set(state.pointedId === undefined ? [] : [state.pointedId]),
  };
}

/** The whole way of a packet, or the one step of it that the reader points at. */
function litIds({ details, step }: PageState): ReadonlySet<string> {
  const steps = details?.trace?.steps ?? [];
  const lit = step === undefined ? steps : steps.slice(step, step + 1);
  return new Set(lit.flatMap(({ boxes, wires }) => [...boxes, ...wires]));
}

/** What a screen reader says about a change of the content or its age; empty where there is nothing new to say. */
export function newsWords(before: PageState, after: PageState): string {
  const said = (['old', 'note'] as const).map((key) => (after[key] !== before[key] ? after[key] : undefined));
  return [contentWords(before, after), ...said]
    .filter((words) => words !== undefined && words !== '')
    .join('. ');
}

function contentWords(before: PageState, after: PageState): string {
  const [old, now] = [before.content, after.content];
  if (old === now || now.kind === 'nothing') {
    return '';
  }
  const { title, subtitle } = now.kind === 'picture' ? now.scene : now;
  if (old.kind !== now.kind || isAnother(before, after)) {
    return now.kind === 'tables' ? `Tables: ${title}, ${subtitle}` : `${title}, ${subtitle}`;
  }
  if (old.kind === 'picture' && now.kind === 'picture') {
    return sameChoices(before.options, after.options)
      ? changeWords(old.scene, now.scene)
      : choiceWords(old.scene, now.scene);
  }
  return old.kind === 'tables' && old.subtitle === subtitle ? '' : subtitle;
}

function sameChoices(a: DiagramOptions, b: DiagramOptions): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
