import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../../../src/commands/shared/openEngine';
import type { Endpoint, EngineState, Store } from '../../../../src/engine/state';
import { plain, rich } from '../../fixture';

const dev: Endpoint = { url: 'unix:///dev.sock', origin: 'context', context: 'dev' };
const prod: Endpoint = { url: 'tcp://prod:2376', origin: 'context', context: 'prod' };

describe('the engine of an action', () => {
  const begun = { kind: 'ready', endpoint: dev, topology: plain } as const;
  let state: EngineState;
  let meant: (Endpoint | undefined)[];
  const store = {
    get state() {
      return state;
    },
    ask: (_call: unknown, _signal: unknown, endpoint?: Endpoint) => {
      meant.push(endpoint);
      return Promise.resolve({ ok: true, value: 7 });
    },
  } as unknown as Store;

  beforeEach(() => {
    state = begun;
    meant = [];
  });

  it('is the one that was there when it began, whatever Portolan turns to', async () => {
    const engine = openEngine(store, begun);
    state = { kind: 'ready', endpoint: prod, topology: rich };
    await engine.ask(() => Promise.resolve(7));
    assert.deepEqual(meant, [dev]);
    assert.equal(engine.topology(), plain);
  });

  it('has its newest picture, and the last one when it is lost', () => {
    const engine = openEngine(store, begun);
    state = { kind: 'ready', endpoint: dev, topology: rich };
    assert.equal(engine.topology(), rich);
    state = { kind: 'connecting', endpoint: prod };
    assert.equal(engine.topology(), rich);
  });

  it('is the one that every command changes: none goes to the store, which can have turned to another', () => {
    const files = readdirSync('src/commands', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join('src/commands', file));
    const past =
      /\bstore\.ask\([^;]*calls\.(create|remove|connect|disconnect|open)|\bchange\(\s*(parts\.)?store\b/;
    assert.ok(files.some((file) => /\bchange\(\s*engine\b/.test(readFileSync(file, 'utf8'))));
    assert.deepEqual(
      files.filter((file) => past.test(readFileSync(file, 'utf8'))),
      [],
    );
  });
});
