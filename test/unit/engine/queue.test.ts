import assert from 'node:assert/strict';
import { Queue } from '../../../src/engine/queue';
import { settle } from '../manualClock';

async function readAll<T>(queue: Queue<T>, into: T[]): Promise<void> {
  for await (const item of queue) {
    into.push(item);
  }
}

describe('a queue', () => {
  it('gives what was pushed before and after somebody reads, in order, and ends', async () => {
    const queue = new Queue<number>();
    const seen: number[] = [];
    queue.push(1);
    queue.push(2);
    const reading = readAll(queue, seen);
    await settle();
    assert.deepEqual(seen, [1, 2]);
    queue.push(3);
    await settle();
    queue.push(4);
    queue.end();
    await reading;
    assert.deepEqual(seen, [1, 2, 3, 4]);
  });

  it('takes nothing after its end, and ends for a reader who comes later', async () => {
    const queue = new Queue<number>();
    queue.push(1);
    queue.end();
    queue.push(2);
    const seen: number[] = [];
    await readAll(queue, seen);
    assert.deepEqual(seen, [1]);
  });
});
