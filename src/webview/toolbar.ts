import type { Scene } from '../diagram';
import type { DiagramOptions } from '../protocol';
import { makeField, makeIconButton } from './controls';
import { make } from './dom';
import { foundWords } from './found';
import { makeMenuButton, type MenuButton, type MenuItem } from './menu';
import { rove } from './roving';
import type { PageState } from './pageState';

export interface ToolbarActions {
  readonly back: () => void;
  readonly find: (text: string) => void;
  /** The reader is about to type: whoever looks things up may get ready. */
  readonly prepareFind: () => void;
  readonly findNext: (backwards: boolean) => void;
  /** Escape in the find box: back to the content. */
  readonly leaveFind: () => void;
  readonly choose: (options: Partial<DiagramOptions>) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly zoomToSelection: () => void;
  readonly copyPicture: () => void;
  readonly exportDiagram: () => void;
  readonly help: () => void;
}

/** The row above the picture. */
export interface Toolbar {
  readonly element: HTMLElement;
  /** Shows what fits the state. */
  update(state: PageState): void;
  focusFind(): void;
  clearFind(): void;
}

const zoomStep = 1.3;

/** What a toolbar is made of; `state` is the one that it shows. */
interface Parts {
  readonly actions: ToolbarActions;
  readonly state: () => PageState | undefined;
}

export function makeToolbar(actions: ToolbarActions): Toolbar {
  let state: PageState | undefined;
  const parts: Parts = { actions, state: () => state };
  const element = make('div', 'toolbar');
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', 'Diagram');
  const back = makeIconButton('back', 'Back', actions.back);
  const find = makeFind(actions);
  const view = makeMenuButton('view', 'Hide and fold', 'Hide', () =>
    state ? viewItems(state, actions) : [],
  );
  const shows = makeSwitch(actions);
  const zooms = makeZooms(actions);
  const { takeAway, more } = makeOthers(parts);
  element.append(
    back,
    find.element,
    view.element,
    make('span', 'space'),
    shows.element,
    zooms.element,
    takeAway,
    more.element,
  );
  const items = (): readonly HTMLElement[] => [
    ...element.querySelectorAll<HTMLElement>('vscode-text-field, .icon-button'),
  ];
  const roving = rove(element, items);
  return {
    element,
    update: (next) => {
      if (!state) {
        find.fill(next.found.text);
      }
      state = next;
      updateBack(back, next.back);
      updateView(view, next);
      find.update(next);
      shows.update(next.options);
      zooms.update(next);
      roving.refresh();
    },
    focusFind: find.focus,
    clearFind: () => find.fill(''),
  };
}

function updateBack(button: HTMLElement, back: string | undefined): void {
  const title = `Back to ${back ?? ''}`;
  button.hidden = back === undefined;
  button.title = title;
  button.setAttribute('aria-label', title);
}

function updateView({ button }: MenuButton, { options, target }: PageState): void {
  const whole = target.kind === 'topology';
  const hidden = [whole && options.hideDefault, whole && options.hideEmpty, options.hideStopped];
  button.classList.toggle(
    'on',
    hidden.some((one) => one),
  );
}

function viewItems(
  { options, target, content }: PageState,
  { choose }: ToolbarActions,
): readonly (MenuItem | undefined)[] {
  const folds = content.kind === 'picture' ? foldIds(content.scene.boxes) : [];
  const item = (title: string, key: 'hideDefault' | 'hideEmpty' | 'hideStopped'): MenuItem => ({
    title,
    checked: options[key],
    press: () => choose({ [key]: !options[key] }),
  });
  return [
    ...(target.kind === 'topology'
      ? [item('Hide unused default networks', 'hideDefault'), item('Hide empty networks', 'hideEmpty')]
      : []),
    item('Hide stopped containers', 'hideStopped'),
    undefined,
    {
      title: 'Fold all',
      disabled: options.unfolded.length === 0,
      press: () => choose({ unfolded: [] }),
    },
    {
      title: 'Unfold what is shown',
      disabled: folds.length === 0,
      press: () => choose({ unfolded: [...new Set([...options.unfolded, ...folds])] }),
    },
  ];
}

/** Folds that are closed in a picture. */
function foldIds(boxes: Scene['boxes']): readonly string[] {
  return boxes.flatMap(({ subject, expanded }) =>
    subject?.kind === 'fold' && expanded !== true ? [subject.id] : [],
  );
}

interface Part {
  readonly element: HTMLElement;
  update(state: PageState): void;
}

function makeFind(
  actions: ToolbarActions,
): Part & { readonly focus: () => void; readonly fill: (text: string) => void } {
  const element = make('span', 'find');
  const count = make('small', 'find-count');
  const field = makeField('Find name, address, port, image', actions.find, (event) => {
    if (event.key === 'Enter') {
      actions.findNext(event.shiftKey);
    } else if (event.key === 'Escape') {
      field.fill('');
      actions.find('');
      actions.leaveFind();
    } else if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') {
      return;
    }
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
    }
  });
  count.slot = 'end';
  count.setAttribute('role', 'status');
  field.element.append(count);
  field.element.addEventListener('focusin', actions.prepareFind);
  element.append(field.element);
  return {
    element,
    update: ({ found, options }) => {
      // Each table has a count of its own.
      const words = options.shows === 'tables' ? '' : foundWords(found);
      if (count.textContent !== words) {
        count.textContent = words;
      }
    },
    focus: field.focus,
    fill: field.fill,
  };
}

/** Picture or table: one of the two is on. */
function makeSwitch({ choose }: ToolbarActions): {
  element: HTMLElement;
  update(options: DiagramOptions): void;
} {
  const element = make('span', 'switch');
  const picture = makeIconButton('picture', 'Show as picture', () => choose({ shows: 'picture' }));
  const tables = makeIconButton('tables', 'Show as tables', () => choose({ shows: 'tables' }));
  element.append(picture, tables);
  return {
    element,
    update: ({ shows }) => {
      picture.setAttribute('aria-pressed', String(shows === 'picture'));
      tables.setAttribute('aria-pressed', String(shows === 'tables'));
    },
  };
}

function makeZooms(actions: ToolbarActions): Part {
  const element = make('span', 'zooms');
  const zoomOut = makeIconButton('zoomOut', 'Zoom out', () => actions.zoom(1 / zoomStep));
  const zoomIn = makeIconButton('zoomIn', 'Zoom in', () => actions.zoom(zoomStep));
  const selection = makeIconButton('zoomTo', 'Zoom to selection', actions.zoomToSelection);
  zoomOut.classList.add('not-small');
  zoomIn.classList.add('not-small');
  element.append(zoomOut, zoomIn, makeIconButton('fit', 'Zoom to fit', actions.fit), selection);
  return {
    element,
    update: (state) => {
      element.hidden = state.options.shows === 'tables';
      selection.disabled = state.selected === undefined;
    },
  };
}

/** What a narrow panel has no room for is in a menu. */
function makeOthers({ actions, state }: Parts): { takeAway: HTMLElement; more: MenuButton } {
  const takeAway = make('span', 'take-away not-narrow');
  takeAway.append(
    makeIconButton('copy', 'Copy picture', actions.copyPicture),
    makeIconButton('export', 'Export…', actions.exportDiagram),
    makeIconButton('help', 'Keyboard help', actions.help),
  );
  const more = makeMenuButton('more', 'More actions', undefined, () => [
    ...(state()?.options.shows === 'tables'
      ? []
      : [
          { title: 'Zoom in', press: () => actions.zoom(zoomStep) },
          { title: 'Zoom out', press: () => actions.zoom(1 / zoomStep) },
          undefined,
        ]),
    { title: 'Copy picture', press: actions.copyPicture },
    { title: 'Export…', press: actions.exportDiagram },
    { title: 'Keyboard help', press: actions.help },
  ]);
  more.element.classList.add('narrow-only');
  return { takeAway, more };
}
