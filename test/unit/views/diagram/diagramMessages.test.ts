import assert from 'node:assert/strict';
import { traceSubject, type LayoutOptions } from '../../../../src/diagram';
import type { EngineState } from '../../../../src/engine/state';
import { plainOptions } from '../../../../src/protocol';
import {
  backName,
  boxOf,
  layOut,
  noteWords,
  noticeMessage,
  oldWords,
  panelTitle,
  pictureMessage,
  pointMessage,
  type LaidOut,
} from '../../../../src/views/diagram/diagramMessages';
import { crowd } from '../../diagram/networkWorlds';
import { containerNamed, networkNamed, plain, rich } from '../../fixture';

const endpoint = { url: 'unix:///var/run/docker.sock', origin: 'default' } as const;
const problem = { reason: 'notRunning', detail: 'connect ENOENT /var/run/docker.sock' } as const;
const whole = { kind: 'topology' } as const;
const around = { old: undefined, back: undefined };
const input = { topology: plain, target: whole, options: plainOptions, veths: {} };

function laidOut(part: Partial<typeof input> = {}): LaidOut {
  const laid = layOut({ ...input, ...part }, undefined);
  assert.ok(laid);
  return laid;
}

describe('what a panel sends to its page', () => {
  it('lays out again only where the picture, the choices or the veth names are others', () => {
    const first = laidOut();
    const same = { ...input, options: { ...plainOptions, unfolded: [] }, veths: {} };
    assert.equal(layOut(same, first)?.scene, first.scene);
    for (const other of [
      { ...input, topology: { ...plain } },
      { ...input, options: { ...plainOptions, hideEmpty: true } },
      { ...input, veths: { 'a@b': 'veth1' } },
    ]) {
      assert.notEqual(layOut(other, first)?.scene, first.scene);
    }
    assert.equal(layOut({ ...input, target: { kind: 'network', id: 'gone' } }, undefined), undefined);
  });

  it('has a menu for each object that a box stands for', () => {
    const message = pictureMessage(laidOut(), around);
    assert.ok(message.type === 'scene');
    const { id } = networkNamed(plain, 'bridge');
    assert.equal(message.menus[`network:${id}`], 'network;connectable');
    const nginx = containerNamed(plain, 'my-nginx');
    assert.equal(
      message.menus[`container:${nginx.id}`],
      `container;running;browsable;addressed;disconnectable;plugged;on:${id}`,
    );
    assert.equal(message.menus.host, undefined);
  });

  it('shows the same as tables where the reader wants them', () => {
    const message = pictureMessage(laidOut({ options: { ...plainOptions, shows: 'tables' } }), around);
    assert.equal(message.type, 'tables');
    assert.equal(message.title, laidOut().scene.title);
  });

  it('says of the sample engine’s picture that it is one, and of which engine each picture is', () => {
    const sample = { url: 'sample:', origin: 'sample' } as const;
    const words = 'The sample engine: a recorded picture, not your Docker.';
    assert.equal(noteWords({ kind: 'ready', endpoint: sample, topology: plain }), words);
    assert.equal(noteWords({ kind: 'ready', endpoint, topology: plain }), undefined);
    assert.equal(noteWords({ kind: 'unavailable', endpoint, problem }), undefined);
    const message = pictureMessage(laidOut(), { ...around, engine: sample.url, note: words });
    assert.deepEqual([message.engine, message.note], ['sample:', words]);
  });

  it('says why there is no picture, in the engine’s words, and what to do', () => {
    const lost: EngineState = { kind: 'unavailable', endpoint, problem };
    assert.deepEqual(noticeMessage(lost, whole, 'linux'), {
      type: 'notice',
      target: whole,
      title: 'No Docker engine answers',
      detail:
        'connect ENOENT /var/run/docker.sock\nStart Docker, select another endpoint, or look at the sample engine: a recorded picture with every kind of network.',
      offers: ['refresh'],
    });
    assert.deepEqual(noticeMessage({ kind: 'connecting', endpoint }, whole).detail, endpoint.url);
    const gone = noticeMessage({ kind: 'ready', endpoint, topology: plain }, { kind: 'network', id: 'x' });
    assert.equal(gone.title, 'This network is gone');
  });

  it('says that a picture is old, and what the engine said', () => {
    const last = { topology: plain, at: 0 };
    const words = oldWords({ kind: 'unavailable', endpoint, problem, last }) ?? '';
    assert.match(
      words,
      /^No Docker engine answers \(connect ENOENT .+\)\. This is the picture of .+; Portolan goes on trying\.$/,
    );
    assert.equal(oldWords({ kind: 'ready', endpoint, topology: plain }), undefined);
  });

  it('names tabs and the way back; a network that is gone keeps its name', () => {
    const target = { kind: 'network', id: networkNamed(rich, 'fx-bra').id } as const;
    assert.equal(panelTitle(target, rich, ''), 'Network: fx-bra');
    assert.equal(panelTitle(target, undefined, 'Network: fx-bra'), 'Network: fx-bra');
    assert.equal(backName(target, rich), 'fx-bra');
    assert.equal(backName(whole, rich), 'Docker topology');
    assert.equal(backName(undefined, rich), undefined);
  });

  it('points at the box of what is selected in the sidebar', () => {
    const { id } = networkNamed(plain, 'mybridge');
    assert.equal(pointMessage(laidOut(), { kind: 'network', id }).boxId, `network:${id}`);
    assert.deepEqual(pointMessage(laidOut(), undefined), {
      type: 'point',
      subject: undefined,
      boxId: undefined,
    });
  });

  it('points at no fold for a container that is left out as stopped: none holds it', () => {
    const topology = crowd(60, (wire, index) => ({
      ...wire,
      State: index % 2 ? 'exited' : 'running',
      Labels: { 'com.docker.compose.project': `p${index % 3}` },
    }));
    const subject = { kind: 'container', id: 'c00051' } as const;
    const shown = laidOut({ topology });
    assert.ok(pointMessage(shown, subject).boxId);
    const hidden = laidOut({ topology, options: { ...plainOptions, hideStopped: true } });
    assert.equal(pointMessage(hidden, subject).boxId, undefined);
    assert.equal(boxOf(hidden, subject), undefined);
    const lit = (laid: LaidOut, options: LayoutOptions) =>
      traceSubject(topology, laid.scene, subject, options)?.steps[0]?.boxes.length;
    assert.equal(lit(shown, {}), 1);
    assert.equal(lit(hidden, { hideStopped: true }), 0);
  });
});
