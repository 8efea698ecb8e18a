import assert from 'node:assert/strict';
import { layoutTopology, type Box } from '../../../src/diagram';
import { plainOptions, type SceneMessage } from '../../../src/protocol';
import { receive, startState, wantedOptions, type PageState } from '../../../src/webview/pageState';
import type { Picture } from '../../../src/webview/picture';
import { PictureControl } from '../../../src/webview/pictureControl';
import { small } from '../diagram/fixtures';

/** A box with the fold of that name. */
function foldBox(id: string): Box {
  const [first] = layoutTopology(small).boxes;
  assert.ok(first);
  return { ...first, id: `fold:${id}`, kind: 'fold', subject: { kind: 'fold', id }, expanded: false };
}

/** A page that shows two folds, and keeps what is chosen until it is drawn, as the real one. */
function page() {
  const scene = { ...layoutTopology(small), boxes: [foldBox('a'), foldBox('b')], wires: [] };
  const message: SceneMessage = {
    type: 'scene',
    target: { kind: 'topology' },
    options: plainOptions,
    scene,
    old: undefined,
    back: undefined,
    menus: {},
  };
  let state: PageState = receive(startState(undefined), message);
  const chosen: (readonly string[])[] = [];
  const listeners = new Map<string, (event: object) => void>();
  const element = {
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
  };
  const picture = { element, focus: () => undefined, boxAt: (target: unknown) => `fold:${String(target)}` };
  new PictureControl(picture as unknown as Picture, {
    state: () => state,
    set: (part) => (state = { ...state, ...part }),
    select: () => undefined,
    open: () => undefined,
    choose: (part) => {
      const wanted = { ...wantedOptions(state), ...part };
      state = { ...state, wanted };
      chosen.push(wanted.unfolded);
    },
    keepView: () => undefined,
  }).listen();
  return { chosen, click: (id: string) => listeners.get('click')?.({ target: id }) };
}

describe('folds that are opened quickly', () => {
  const element = Object.getOwnPropertyDescriptor(globalThis, 'Element');
  before(() => Object.assign(globalThis, { Element: class {} }));
  after(() =>
    element
      ? Object.defineProperty(globalThis, 'Element', element)
      : Reflect.deleteProperty(globalThis, 'Element'),
  );

  it('are both open', () => {
    const { chosen, click } = page();
    click('a');
    click('b');
    assert.deepEqual(chosen, [['a'], ['a', 'b']]);
  });

  it('stay open after a second click on what is not drawn yet', () => {
    const { chosen, click } = page();
    click('a');
    click('a');
    assert.deepEqual(chosen, [['a'], ['a']]);
  });
});
