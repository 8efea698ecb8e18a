import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

/** A notification makes links of `[words](command:…)`. Only a name or a call of `plainMessage` can hold an engine's words. */
const RAW = /\b(?:show(?:Error|Warning|Information)Message\(\s*|title:\s*)`[^`]*\$\{/g;

describe('words that stand in a notification', () => {
  it('are not put together from words of others where it is shown', () => {
    const raw = sources.flatMap(({ file, text }) =>
      [...text.matchAll(RAW)]
        // The titles of quick picks and editors are plain text.
        .filter(
          ({ 0: start, index }) => !start.startsWith('title') || text.slice(0, index).endsWith(NOTIFIED),
        )
        .map(({ 0: start }) => `${file}: ${start}`),
    );
    assert.deepEqual(raw, []);
    assert.ok(sources.filter(({ text }) => text.includes(NOTIFIED)).length >= 2);
  });
});

const NOTIFIED = 'location: vscode.ProgressLocation.Notification,\n    ';
