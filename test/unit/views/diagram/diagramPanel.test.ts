import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { Details } from '../../../../src/engine/details';
import type { EngineState, Store } from '../../../../src/engine/state';
import { plainOptions, type SceneMessage, type ToPage } from '../../../../src/protocol';
import { DiagramPanel, type PanelParts } from '../../../../src/views/diagram/diagramPanel';
import { plain } from '../../fixture';

const order = { svg: '<svg/>', scale: 2, to: 'panel' } as const;
const selected = { kind: 'host' } as const;

/** A panel on an engine that can be switched, and what was sent to its page. */
function panelOn(url: string) {
  const posted: ToPage[] = [];
  const ready = (at: string): EngineState => ({
    kind: 'ready',
    endpoint: { url: at, origin: 'chosen' },
    topology: plain,
  });
  const store = { state: ready(url), watch: () => ({ dispose: () => undefined }) };
  const webview = {
    visible: true,
    title: '',
    webview: { postMessage: (message: ToPage) => Promise.resolve(posted.push(message)) },
  };
  const parts: Partial<PanelParts> = {
    store: store as unknown as Store,
    details: {} as Details,
    veths: () => ({}),
    pointed: () => undefined,
    before: () => undefined,
  };
  const panel = new DiagramPanel(
    webview as unknown as vscode.WebviewPanel,
    { kind: 'topology' },
    parts as PanelParts,
  );
  const scenes = (): readonly SceneMessage[] => posted.filter((message) => message.type === 'scene');
  return {
    panel,
    posted,
    unfolded: () => scenes().map(({ options }) => options.unfolded),
    details: () => posted.filter(({ type }) => type === 'details').length,
    hide: () => {
      webview.visible = false;
      panel.followVisibility();
    },
    /** Another engine is chosen; resolves when the panel has drawn it. */
    switchTo: (at: string) => {
      store.state = ready(at);
      panel.update();
      return new Promise((drawn) => setImmediate(drawn));
    },
  };
}

const options = { ...plainOptions, hideEmpty: true, unfolded: ['f'] };

describe('a diagram panel', () => {
  it('takes what a page kept where it is of this engine, or of none', () => {
    for (const engine of ['unix:///a', undefined]) {
      const { panel, unfolded, details } = panelOn('unix:///a');
      panel.receive({ type: 'ready', options, selected, engine });
      assert.deepEqual([unfolded(), details()], [[['f']], 1]);
    }
  });

  it('starts anew with what a page kept of another engine', () => {
    const { panel, unfolded, details } = panelOn('unix:///b');
    panel.receive({ type: 'ready', options, selected, engine: 'unix:///a' });
    assert.deepEqual([unfolded(), details(), panel.options.hideEmpty], [[[]], 0, true]);
  });

  it('sends the whole picture again to a page that lost it', () => {
    const { panel, posted } = panelOn('unix:///a');
    panel.receive({ type: 'ready', options, selected: undefined, engine: undefined });
    panel.receive({ type: 'options', options: plainOptions });
    panel.receive({ type: 'again' });
    const types = posted.map(({ type }) => type).filter((type) => type.startsWith('scene'));
    assert.deepEqual(types, ['scene', 'sceneChange', 'scene']);
  });

  it('starts anew when the engine is switched before its eyes', async () => {
    const { panel, unfolded, details, switchTo } = panelOn('unix:///a');
    panel.receive({ type: 'ready', options, selected, engine: undefined });
    await switchTo('unix:///b');
    assert.deepEqual([unfolded(), details()], [[['f'], []], 1]);
  });

  it('refuses at once to paint while it is hidden, and keeps the colours', async () => {
    const { panel, posted, hide } = panelOn('unix:///a');
    panel.receive({ type: 'ready', options: plainOptions, selected: undefined });
    panel.receive({ type: 'colours', colours: { ground: '#123456' }, dark: true });
    hide();
    const { problem } = await panel.paint(order);
    assert.equal(problem, 'The diagram is hidden or closed: show it, then try again.');
    assert.deepEqual(
      posted.filter(({ type }) => type === 'paint'),
      [],
    );
    assert.deepEqual(panel.colours, { colours: { ground: '#123456' }, dark: true });
  });

  it('gives up a painting whose page was loaded anew', async () => {
    const { panel } = panelOn('unix:///a');
    const ready = { type: 'ready', options: plainOptions, selected: undefined } as const;
    panel.receive(ready);
    const painted = panel.paint(order);
    panel.receive(ready);
    assert.equal((await painted).problem, 'The diagram was hidden or closed before it was painted.');
  });
});
