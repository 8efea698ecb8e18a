import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { changesPicture, eventsOf } from '../../../src/engine/events';

const recorded = readFileSync('test/fixtures/events.jsonl');

async function read(chunks: readonly (Buffer | string)[]): Promise<readonly unknown[]> {
  const events: unknown[] = [];
  for await (const event of eventsOf(stream(chunks))) {
    events.push(event);
  }
  return events;
}

async function* stream(chunks: readonly (Buffer | string)[]): AsyncGenerator<Buffer | string> {
  await Promise.resolve();
  yield* chunks;
}

describe('the event stream', () => {
  it('gives the recorded events that change the picture', async () => {
    const all = recorded.toString('utf8').trim().split('\n').length;
    const events = await read([recorded]);
    assert.ok(events.length > 10 && events.length < all);
    assert.ok(events.every(changesPicture));
  });

  it('reads the same events however the bytes are cut', async () => {
    const whole = await read([recorded]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(recorded.length), { maxLength: 20 }), async (cuts) => {
        const edges = [0, ...[...cuts].sort((a, b) => a - b), recorded.length];
        const chunks = edges.slice(1).map((end, index) => recorded.subarray(edges[index], end));
        assert.deepEqual(await read(chunks), whole);
      }),
      { numRuns: 30 },
    );
  });

  it('passes over lines that are no events', async () => {
    const line = '{"Type":"network","Action":"create"}\n';
    assert.deepEqual(
      await read(['garbage\n\n[]\n', line, '{"Type":"container","Action":"exec_start: sh"}\n']),
      [{ Type: 'network', Action: 'create' }],
    );
  });

  it('takes no name of a prototype for a kind of event', () => {
    for (const Type of ['__proto__', 'constructor', 'toString']) {
      assert.equal(changesPicture({ Type, Action: 'create' }), false);
    }
  });

  it('gives up a stream whose line never ends', async () => {
    await assert.rejects(read(['x'.repeat(600_000), 'x'.repeat(600_000)]), /a line without an end/);
  });
});
