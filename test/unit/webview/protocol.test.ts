import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { MOST_UNFOLDED, plainOptions } from '../../../src/protocol';
import { decodeFromWebview, decodeSavedState } from '../../../src/protocol/decode';

describe('protocol', () => {
  it('reads each message of the webview', () => {
    const target = { kind: 'network', id: 'n1' } as const;
    const messages = [
      { type: 'ready', options: plainOptions, selected: undefined },
      { type: 'ready', options: plainOptions, selected: undefined, engine: 'unix:///a' },
      { type: 'select', subject: { kind: 'container', id: 'c1' } },
      { type: 'select', subject: undefined },
      { type: 'open', target },
      { type: 'open', target: { kind: 'topology' } },
      { type: 'options', options: { ...plainOptions, hideStopped: true, unfolded: ['n1'], shows: 'tables' } },
      { type: 'back' },
      { type: 'refresh' },
      { type: 'again' },
      { type: 'find', text: 'web' },
      { type: 'show', subject: { kind: 'port', id: 'p1' } },
      { type: 'act', command: 'portolan.inspect', subject: { kind: 'host' } },
      { type: 'copy', text: '172.18.0.2' },
      { type: 'export' },
      { type: 'copyPicture' },
      { type: 'colours', colours: { 'tones.bridge': '#3794ff', border: '#ffffff33' }, dark: true },
      { type: 'painted', picture: 'iVBORw0', problem: undefined },
      { type: 'painted', picture: undefined, problem: undefined, remark: 'Smaller.' },
    ];
    assert.deepEqual(messages.map(decodeFromWebview), messages);
  });

  it('lets nothing but colours into a palette', () => {
    const colours = { a: '#3794ff', b: 'red', c: '#fff}body{display:none', d: 7, e: 'url(x)', f: '#3794FF' };
    assert.deepEqual(decodeFromWebview({ type: 'colours', colours, dark: 1 }), {
      type: 'colours',
      colours: { a: '#3794ff' },
      dark: false,
    });
  });

  it('takes no message without what it is about', () => {
    const broken = [
      { type: 'find' },
      { type: 'show', subject: { kind: 'moon', id: 'x' } },
      { type: 'act', command: 'x' },
    ];
    assert.deepEqual(broken.map(decodeFromWebview), [undefined, undefined, undefined]);
  });

  it('reads nonsense as nothing and never throws', () => {
    assert.equal(decodeFromWebview({ type: 'open', target: { kind: 'network' } }), undefined);
    assert.equal(decodeFromWebview('ready'), undefined);
    fc.assert(
      fc.property(
        fc.anything(),
        (value) => decodeFromWebview(value) === undefined && decodeSavedState(value) === undefined,
      ),
    );
  });

  it('keeps what is usable of a saved state', () => {
    const saved = {
      target: { kind: 'topology' },
      options: { unfolded: ['a', 7] },
      view: { x: 1, y: 2, k: Number.NaN },
      selected: { kind: 'moon' },
      engine: 7,
      find: ['x'],
    };
    assert.deepEqual(decodeSavedState(saved), {
      target: { kind: 'topology' },
      options: { ...plainOptions, unfolded: ['a'] },
      selected: undefined,
      view: undefined,
    });
  });

  it('keeps the engine that a saved state is of, and what was looked for', () => {
    const saved = {
      target: { kind: 'topology' },
      options: plainOptions,
      selected: undefined,
      view: undefined,
      engine: 'unix:///a',
      find: 'web',
    };
    assert.deepEqual(decodeSavedState(saved), saved);
  });

  it('keeps the folds that were opened last', () => {
    const unfolded = Array.from({ length: MOST_UNFOLDED + 2 }, (_, at) => `f${at}`);
    const decoded = decodeFromWebview({ type: 'options', options: { unfolded } });
    assert.ok(decoded?.type === 'options');
    assert.deepEqual(decoded.options.unfolded, unfolded.slice(2));
  });
});
