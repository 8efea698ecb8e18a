import type { DiagramOptions, DiagramTarget } from '../protocol';
import { makeButton, makeCheckbox, makeField } from './controls';
import { make } from './details';

export interface ToolbarActions {
  readonly back: () => void;
  readonly find: (text: string) => void;
  readonly findNext: (backwards: boolean) => void;
  /** Escape in the find box: back to the picture. */
  readonly leaveFind: () => void;
  readonly choose: (options: Partial<DiagramOptions>) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

/** The row above the picture. */
export interface Toolbar {
  readonly element: HTMLElement;
  /** Shows what fits the target and what was chosen. */
  update(target: DiagramTarget, options: DiagramOptions): void;
  /** How many boxes the find box matches; undefined while it is empty. */
  showFound(found: { readonly at: number; readonly count: number } | undefined): void;
  focusFind(): void;
}

export function makeToolbar(actions: ToolbarActions): Toolbar {
  const element = make('div', 'toolbar');
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', 'Diagram');
  const back = makeButton('← Topology', actions.back, { title: 'Back to the whole topology' });
  const field = makeField(
    'Find name, address, port, image',
    actions.find,
    actions.findNext,
    actions.leaveFind,
  );
  const found = make('span', 'found');
  const hideDefault = makeCheckbox('Hide unused defaults', (checked) =>
    actions.choose({ hideDefault: checked }),
  );
  const hideEmpty = makeCheckbox('Hide empty', (checked) => actions.choose({ hideEmpty: checked }));
  const fold = makeButton('Fold', () => actions.choose({ unfolded: [] }), {
    title: 'Fold large networks again',
  });
  element.append(
    back,
    field.element,
    found,
    make('span', 'space'),
    hideDefault.element,
    hideEmpty.element,
    fold,
    makeZooms(actions),
  );
  return {
    element,
    update: (target, options) => {
      const whole = target.kind === 'topology';
      back.hidden = whole;
      hideDefault.element.hidden = !whole;
      hideEmpty.element.hidden = !whole;
      fold.hidden = options.unfolded.length === 0;
      hideDefault.set(options.hideDefault);
      hideEmpty.set(options.hideEmpty);
    },
    showFound: (result) => {
      found.textContent =
        result === undefined ? '' : result.count === 0 ? 'not found' : `${result.at + 1} of ${result.count}`;
    },
    focusFind: () => field.focus(),
  };
}

function makeZooms(actions: ToolbarActions): HTMLElement {
  const zooms = make('span', 'zooms');
  zooms.append(
    makeButton('−', () => actions.zoom(1 / 1.3), { quiet: true, title: 'Zoom out' }),
    makeButton('+', () => actions.zoom(1.3), { quiet: true, title: 'Zoom in' }),
    makeButton('Fit', actions.fit, { quiet: true, title: 'Zoom to fit' }),
  );
  return zooms;
}
