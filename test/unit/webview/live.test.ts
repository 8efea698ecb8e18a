import assert from 'node:assert/strict';
import { paced } from '../../../src/webview/live';

describe('words for screen readers', () => {
  it('are said at once, and in a storm no more than the last ones of each pause', async () => {
    const said: string[] = [];
    let heard: () => void = () => undefined;
    const say = paced((words) => {
      said.push(words);
      heard();
    }, 5);
    const next = new Promise<void>((done) => {
      heard = () => said.length === 2 && done();
    });
    for (const words of ['', 'first', 'second', '', 'third']) {
      say(words);
    }
    assert.deepEqual(said, ['first']);
    await next;
    assert.deepEqual(said, ['first', 'third']);
  });
});
