import assert from 'node:assert/strict';
import { layoutTopology, type Subject } from '../../../src/diagram';
import { plainOptions, type SceneMessage, type ToWebview } from '../../../src/protocol';
import { askFor } from '../../../src/webview/found';
import {
  chooseSubject,
  marksOf,
  newsWords,
  receive,
  savedState,
  startState,
  wantedOptions,
} from '../../../src/webview/pageState';
import { networkNamed, small } from '../diagram/fixtures';

const scene = layoutTopology(small);
const message: SceneMessage = {
  type: 'scene',
  target: { kind: 'topology' },
  options: plainOptions,
  scene,
  old: undefined,
  back: undefined,
  menus: {},
};
const start = startState(undefined);
const shown = receive(start, message);
const subject: Subject = { kind: 'network', id: networkNamed(small, 'bridge').id };
const boxId = `network:${subject.id}`;
const facts = { subject, title: 'bridge', kind: 'network', groups: [] };
const details: ToWebview = {
  type: 'details',
  facts,
  actions: [],
  trace: {
    title: 'way',
    steps: [
      { text: '1', derived: false, boxes: ['a'], wires: ['w'] },
      { text: '2', derived: true, boxes: ['b'], wires: [] },
    ],
  },
};

describe('the state of the page', () => {
  it('goes on from what was kept, and keeps the same again', () => {
    const saved = {
      target: { kind: 'network', id: 'n' },
      options: plainOptions,
      selected: subject,
      view: { x: 1, y: 2, k: 3 },
      engine: 'unix:///a',
      find: 'web',
    } as const;
    assert.deepEqual(savedState(startState(saved)), saved);
  });

  it('marks what is selected, found, pointed at and on the way of a packet', () => {
    const selected = receive(chooseSubject(shown, subject), details);
    const found = receive(
      { ...selected, found: askFor('b') },
      { type: 'found', text: 'b', subjects: [subject] },
    );
    const state = receive(found, { type: 'point', subject, boxId });
    const marks = marksOf(state);
    assert.deepEqual([...marks.selected], [boxId]);
    assert.deepEqual([...marks.found], [boxId]);
    assert.ok(marks.around.has(boxId));
    assert.deepEqual([...marks.pointed], [boxId]);
    assert.deepEqual([...marks.lit], ['a', 'w', 'b']);
    assert.deepEqual([...marksOf({ ...state, step: 1 }).lit], ['b']);
    assert.equal(
      marksOf(receive(state, { type: 'point', subject: undefined, boxId: undefined })).pointed.size,
      0,
    );
  });

  it('drops the facts of what is no longer selected, and the details with the selection', () => {
    const other = chooseSubject(shown, { kind: 'host' });
    assert.equal(receive(other, details), other);
    assert.equal(
      chooseSubject(receive(chooseSubject(shown, subject), details), undefined).details,
      undefined,
    );
    assert.equal(chooseSubject(other, { kind: 'host' }), other);
  });

  it('selects where it is sent, and goes on from there', () => {
    const gone = receive(shown, { type: 'go', subject, boxId });
    assert.deepEqual([gone.selected, gone.activeId], [subject, boxId]);
    assert.equal(receive(gone, { type: 'go', subject: { kind: 'host' }, boxId: undefined }).activeId, boxId);
  });

  it('takes the box of the same object when the active one is gone: an opened fold is a group', () => {
    const fold = { kind: 'fold', id: 'f' } as const;
    const [first] = scene.boxes;
    assert.ok(first);
    const closed = { ...first, id: 'fold:f', subject: fold, expanded: false };
    const opened = { ...first, id: 'group:f', subject: fold, expanded: true };
    const before = {
      ...receive(start, { ...message, scene: { ...scene, boxes: [closed] } }),
      activeId: 'fold:f',
    };
    assert.equal(receive(before, { ...message, scene: { ...scene, boxes: [opened] } }).activeId, 'group:f');
    assert.equal(receive(before, message).activeId, undefined);
  });

  it('starts anew with another diagram, and keeps the view over an update', () => {
    const moved = { ...shown, view: { x: 1, y: 1, k: 1 }, activeId: boxId, pointedId: boxId };
    assert.deepEqual(receive(moved, { ...message, scene: layoutTopology(small) }).view, moved.view);
    const other = receive(moved, { ...message, target: { kind: 'network', id: 'n' } });
    assert.deepEqual([other.view, other.activeId, other.pointedId], [undefined, undefined, undefined]);
  });

  it('starts anew with another engine, but not with the first, nor where nobody says which', () => {
    const moved = { ...shown, view: { x: 1, y: 1, k: 1 }, activeId: boxId };
    const first = receive(moved, { ...message, engine: 'unix:///a' });
    assert.deepEqual(first.view, moved.view);
    assert.deepEqual(receive(first, message).view, moved.view);
    assert.deepEqual(receive(first, { ...message, engine: 'unix:///a' }).activeId, boxId);
    const other = receive(first, { ...message, engine: 'sample:' });
    assert.deepEqual([other.view, other.activeId], [undefined, undefined]);
    assert.equal(newsWords(first, other), `Docker topology, ${scene.subtitle}`);
  });

  it('starts anew with what was kept of another engine', () => {
    const saved = {
      target: message.target,
      options: { ...plainOptions, unfolded: ['f'] },
      selected: subject,
      view: { x: -9000, y: 1, k: 1 },
      engine: 'unix:///a',
      find: 'web',
    };
    const same = receive(startState(saved), { ...message, engine: 'unix:///a' });
    assert.deepEqual([same.selected, same.view, same.found.text], [subject, saved.view, 'web']);
    const other = receive(startState(saved), { ...message, engine: 'unix:///b' });
    assert.deepEqual([other.selected, other.view, other.found.text], [undefined, undefined, '']);
    assert.equal(savedState(other).engine, 'unix:///b');
  });

  it('keeps choices that are on their way until their own picture comes', () => {
    const [first, second] = [
      { ...plainOptions, hideEmpty: true },
      { ...plainOptions, hideEmpty: true, hideStopped: true },
    ];
    const waiting = { ...shown, wanted: second };
    const between = receive(waiting, { ...message, options: first });
    assert.deepEqual([between.options, wantedOptions(between)], [first, second]);
    assert.deepEqual(savedState(between).options, second);
    const there = receive(between, { ...message, options: second });
    assert.deepEqual([there.wanted, there.options], [undefined, second]);
  });

  it('says nothing of the picture before in a notice', () => {
    const old = receive(shown, { ...message, old: 'Docker does not answer.', note: 'A sample.', back: 'b' });
    const notice: ToWebview = { type: 'notice', target: message.target, title: 'No', detail: '', offers: [] };
    const state = receive(old, notice);
    assert.deepEqual([state.old, state.note, state.back], [undefined, undefined, 'b']);
    assert.equal(receive(old, { ...notice, target: { kind: 'network', id: 'n' } }).back, undefined);
  });

  it('shows a notice over what was there, until there is a picture again', () => {
    const notice: ToWebview = { type: 'notice', target: message.target, title: 'No', detail: '', offers: [] };
    const state = receive(shown, notice);
    assert.deepEqual([state.notice, state.content.kind], [notice, 'picture']);
    assert.equal(receive(state, message).notice, undefined);
  });
});

describe('what a screen reader hears of a change', () => {
  it('is the title at first, nothing while nothing changed, and the age', () => {
    assert.equal(newsWords(start, shown), `Docker topology, ${scene.subtitle}`);
    assert.equal(newsWords(shown, receive(shown, { ...message, scene: layoutTopology(small) })), '');
    assert.equal(newsWords(shown, receive(shown, { ...message, old: 'Old.' })), 'Old.');
    assert.equal(newsWords(shown, receive(shown, { ...message, note: 'A sample.' })), 'A sample.');
  });

  it('is how many a choice hides, and the title of tables', () => {
    const options = { ...plainOptions, hideEmpty: true };
    const fewer = receive(shown, { ...message, options, scene: layoutTopology(small, options) });
    assert.match(newsWords(shown, fewer), /^\d+ no longer shown$/);
    const tables: ToWebview = { ...message, type: 'tables', title: 'T', subtitle: '2 rows', tables: [] };
    assert.equal(newsWords(shown, receive(shown, tables)), 'Tables: T, 2 rows');
    assert.equal(
      newsWords(receive(shown, tables), receive(shown, { ...tables, subtitle: '3 rows' })),
      '3 rows',
    );
  });
});
