import assert from 'node:assert/strict';
import { listenToGestures } from '../../../../src/webview/canvas/gestures';

type Listener = (event: object) => void;

/** An element that hands events to its listeners; what a drag asks of it is counted. */
function listen() {
  const listeners = new Map<string, Listener[]>();
  const classes = new Set<string>();
  const done = { pans: 0, rests: 0, swallows: 0 };
  const element = {
    addEventListener: (name: string, listener: Listener) => {
      done.swallows += name === 'click' ? 1 : 0;
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    removeEventListener: () => undefined,
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
    classList: classes,
    setPointerCapture: () => undefined,
  };
  Object.assign(classes, { remove: (name: string) => classes.delete(name) });
  listenToGestures(element as unknown as HTMLElement, {
    pan: () => done.pans++,
    zoom: () => undefined,
    rest: () => done.rests++,
  });
  const send = (type: string, clientX: number, buttons: number): void => {
    const event = {
      type,
      pointerId: 1,
      button: type === 'pointerdown' ? 0 : -1,
      buttons,
      clientX,
      clientY: 9,
    };
    listeners.get(type)?.forEach((listener) => listener(event));
  };
  return { send, done, classes };
}

describe('dragging the picture', () => {
  it('pans while a button is held, and swallows the click at its end', () => {
    const { send, done, classes } = listen();
    send('pointerdown', 10, 1);
    send('pointermove', 40, 1);
    assert.deepEqual([done.pans, classes.has('dragging')], [1, true]);
    send('pointerup', 40, 0);
    send('pointermove', 90, 0);
    assert.deepEqual([done, classes.size], [{ pans: 1, rests: 1, swallows: 1 }, 0]);
  });

  it('ends where nobody told that the button was let go', () => {
    const { send, done } = listen();
    send('pointerdown', 10, 1);
    send('pointermove', 200, 0);
    send('pointermove', 300, 0);
    assert.deepEqual(done, { pans: 0, rests: 0, swallows: 0 });
    send('pointerdown', 10, 1);
    send('pointermove', 40, 1);
    send('pointermove', 90, 0);
    send('pointermove', 190, 0);
    assert.deepEqual(done, { pans: 1, rests: 1, swallows: 0 });
  });

  for (const lost of ['pointercancel', 'lostpointercapture']) {
    it(`ends with ${lost}`, () => {
      const { send, done, classes } = listen();
      send('pointerdown', 10, 1);
      send('pointermove', 40, 1);
      send(lost, 40, 1);
      send('pointermove', 90, 1);
      assert.deepEqual([done.pans, done.rests, classes.size], [1, 1, 0]);
    });
  }
});
