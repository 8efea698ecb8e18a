import assert from 'node:assert/strict';
import type { PaintMessage } from '../../../../src/protocol';
import { Painter, PAINT_LIMIT_MS } from '../../../../src/views/diagram/painter';
import { ManualClock } from '../../manualClock';

describe('painting in a page', () => {
  const order = { svg: '<svg/>', scale: 2, to: 'panel' } as const;
  let clock: ManualClock;
  let sent: PaintMessage[];
  let painter: Painter;

  beforeEach(() => {
    clock = new ManualClock();
    sent = [];
    painter = new Painter(clock, (message) => sent.push(message));
  });

  it('gives what the page painted', async () => {
    const painted = painter.paint(order);
    assert.deepEqual(sent, [{ type: 'paint', ...order }]);
    painter.answer({ picture: 'iVBO', problem: undefined, remark: 'Smaller.' });
    assert.deepEqual(await painted, { picture: 'iVBO', problem: undefined, remark: 'Smaller.' });
  });

  it('says so when the page does not answer, and drops what comes too late', async () => {
    const painted = painter.paint(order);
    await clock.advance(PAINT_LIMIT_MS);
    assert.equal((await painted).problem, 'The diagram did not paint it within 30 s.');
    painter.answer({ picture: 'late', problem: undefined });
    const next = painter.paint(order);
    painter.giveUp();
    assert.equal((await next).problem, 'The diagram was hidden or closed before it was painted.');
  });

  it('refuses at once where no page is there', async () => {
    const hidden = new Painter(
      clock,
      (message) => sent.push(message),
      () => false,
    );
    assert.equal(
      (await hidden.paint(order)).problem,
      'The diagram is hidden or closed: show it, then try again.',
    );
    assert.deepEqual(sent, []);
  });

  it('paints one at a time', async () => {
    const first = painter.paint(order);
    assert.match((await painter.paint(order)).problem ?? '', /still being painted/);
    painter.answer({ picture: undefined, problem: 'no room' });
    assert.equal((await first).problem, 'no room');
  });
});
