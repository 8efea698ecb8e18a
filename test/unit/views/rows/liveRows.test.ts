import assert from 'node:assert/strict';
import type { Endpoint, EngineState, ProblemReason, Store } from '../../../../src/engine/state';
import type { Topology } from '../../../../src/model';
import { LiveRows, type RowSource } from '../../../../src/views/rows/liveRows';
import { plain, rich } from '../../fixture';

const endpoint: Endpoint = { url: 'unix:///var/run/docker.sock', origin: 'default' };
const connecting: EngineState = { kind: 'connecting', endpoint };

function ready(topology: Topology): EngineState {
  return { kind: 'ready', endpoint, topology };
}

function lost(reason: ProblemReason, topology?: Topology): EngineState {
  const last = topology && { topology, at: 0 };
  return { kind: 'unavailable', endpoint, problem: { reason, detail: 'x' }, ...(last ? { last } : {}) };
}

const networks: RowSource<string> = {
  children: (_node, topology) => topology?.networks.map(({ name }) => name),
  without: ({ kind }) => (kind === 'unavailable' ? ['try again'] : undefined),
};

/** A view on a store that goes through states by hand; it asks for rows anew at each change that it is told. */
class Fixture {
  readonly rows: LiveRows<string>;
  changes = 0;
  private readonly listeners = new Set<(state: EngineState) => void>();
  private current = connecting;
  private settled = false;

  constructor(source: RowSource<string>) {
    const read = (): Pick<Store, 'state' | 'live'> => ({ state: this.current, live: this.settled });
    const store: Store = {
      get state() {
        return read().state;
      },
      get live() {
        return read().live;
      },
      onDidChangeState: (listener) => {
        this.listeners.add(listener);
        return { dispose: () => this.listeners.delete(listener) };
      },
      watch: () => ({ dispose: () => undefined }),
      refresh: () => Promise.resolve(),
      ask: () => Promise.reject(new Error('nobody asks')),
    };
    this.rows = new LiveRows(store, source, () => this.changes++);
    store.onDidChangeState(() => {
      this.rows.update();
    });
  }

  /** As the store does: a refresh, or another engine, is not settled until its first outcome. */
  go(state: EngineState): void {
    this.current = state;
    this.settled = state.kind !== 'connecting';
    for (const listener of [...this.listeners]) {
      listener(state);
    }
  }

  /** The rows after a state, and how often the view was told to ask for them. */
  async after(state: EngineState): Promise<readonly [readonly string[], number]> {
    this.changes = 0;
    this.go(state);
    const { changes } = this;
    return [await this.rows.children(undefined), changes];
  }
}

const plainNames = plain.networks.map(({ name }) => name);
const richNames = rich.networks.map(({ name }) => name);

describe('the rows of a live tree', () => {
  it('that wait for an engine come with its answer, whatever it is, and nobody is told twice', async () => {
    for (const [state, expected] of [
      [ready(plain), plainNames],
      [lost('notRunning'), ['try again']],
    ] as const) {
      const view = new Fixture(networks);
      const asked = view.rows.children(undefined);
      view.go(state);
      assert.deepEqual(await asked, expected);
      assert.equal(view.changes, 0);
    }
  });

  it('follow an engine that comes, goes, and gives way to another', async () => {
    const view = new Fixture(networks);
    assert.deepEqual(await view.after(lost('notRunning')), [['try again'], 1]);
    assert.deepEqual(await view.after(lost('noPermission')), [['try again'], 0]);
    assert.deepEqual(await view.after(ready(plain)), [plainNames, 1]);
    assert.deepEqual(await view.after(lost('disconnected', plain)), [plainNames, 0]);
    assert.deepEqual(await view.after(connecting), [[], 1]);
    assert.deepEqual(await view.after(lost('tls')), [['try again'], 1]);
    assert.deepEqual(await view.after(connecting), [[], 1]);
    assert.deepEqual(await view.after(ready(rich)), [richNames, 1]);
  });

  it('are none where a tree has nothing to say without a picture', async () => {
    const view = new Fixture({ children: (node, topology) => networks.children(node, topology) });
    assert.deepEqual(await view.after(lost('notRunning')), [[], 0]);
    assert.deepEqual(await view.after(ready(plain)), [plainNames, 1]);
    assert.deepEqual(await view.after(connecting), [[], 1]);
  });
});
