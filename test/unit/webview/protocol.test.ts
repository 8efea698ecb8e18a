import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeFromWebview, decodeSavedState, plainOptions } from '../../../src/protocol';

describe('protocol', () => {
  it('reads each message of the webview', () => {
    const target = { kind: 'network', id: 'n1' } as const;
    const messages = [
      { type: 'ready', options: plainOptions, selected: undefined },
      { type: 'select', subject: { kind: 'container', id: 'c1' } },
      { type: 'select', subject: undefined },
      { type: 'open', target },
      { type: 'open', target: { kind: 'topology' } },
      { type: 'options', options: { ...plainOptions, hideStopped: true, unfolded: ['n1'], shows: 'tables' } },
      { type: 'back' },
      { type: 'refresh' },
      { type: 'find', text: 'web' },
      { type: 'show', subject: { kind: 'port', id: 'p1' } },
      { type: 'act', command: 'portolan.inspect', subject: { kind: 'host' } },
      { type: 'copy', text: '172.18.0.2' },
      { type: 'export' },
      { type: 'copyPicture' },
      { type: 'colours', colours: { 'tones.bridge': '#3794ff', border: '#ffffff33' }, dark: true },
      { type: 'painted', picture: 'iVBORw0', problem: undefined },
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
    };
    assert.deepEqual(decodeSavedState(saved), {
      target: { kind: 'topology' },
      options: { ...plainOptions, unfolded: ['a'] },
      selected: undefined,
      view: undefined,
    });
  });
});
