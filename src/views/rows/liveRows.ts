import { whenSettled } from '../../engine/settled';
import type { EngineState, Store } from '../../engine/state';
import type { Topology } from '../../model';
import { shownTopology } from '../engine/state';
import { samePicture } from './samePicture';

/** What rows a tree has. */
export interface RowSource<N> {
  /**
   * The rows at the top, or below a node; `topology` is undefined while no picture was ever had. Undefined where only
   * the engine's answer tells: the view shows progress until it is there.
   */
  children(
    node: N | undefined,
    topology: Topology | undefined,
  ): readonly N[] | Promise<readonly N[]> | undefined;
  /** The rows at the top where an engine has been tried and no picture was ever had: the same for every problem. */
  without?(state: EngineState): readonly N[] | undefined;
}

/**
 * Asks for rows, and tells when those in sight are out of date: once for each picture that looks another, for VS Code
 * draws the first change at once and the next only 200 ms later.
 */
export class LiveRows<N> {
  private picture: Topology | undefined;
  /** The rows of {@link RowSource.without} are due. */
  private without: boolean;
  /** Rows at the top that wait for an engine: they come with its answer, nobody needs to be told. */
  private waiting = 0;
  /** Rows stand in the view: those of one engine must not stand there while another is asked. */
  private drawn = false;

  constructor(
    private readonly store: Store,
    private readonly tree: RowSource<N>,
    private readonly changed: () => void,
  ) {
    this.picture = shownTopology(store.state);
    this.without = this.isWithout(store.state);
  }

  async children(node: N | undefined): Promise<readonly N[]> {
    const known = this.rowsOf(node, this.store.state);
    if (known !== undefined) {
      this.drawn = true;
      return known;
    }
    if (node === undefined && this.drawn) {
      this.drawn = false;
      return [];
    }
    const atTop = node === undefined ? 1 : 0;
    this.waiting += atTop;
    const state = await whenSettled(this.store);
    this.waiting -= atTop;
    const then = this.rowsOf(node, state);
    this.drawn ||= then !== undefined;
    return then ?? [];
  }

  update(): void {
    const { state } = this.store;
    const next = shownTopology(state);
    const without = this.isWithout(state);
    const same = samePicture(this.picture, next) && this.without === without;
    this.picture = next;
    this.without = without;
    if (!same && this.waiting === 0) {
      this.changed();
    }
  }

  private rowsOf(node: N | undefined, state: EngineState): readonly N[] | Promise<readonly N[]> | undefined {
    const topology = shownTopology(state);
    const rows = this.tree.children(node, topology);
    return rows ?? (node === undefined && topology === undefined ? this.tree.without?.(state) : undefined);
  }

  private isWithout(state: EngineState): boolean {
    return shownTopology(state) === undefined && this.tree.without?.(state) !== undefined;
  }
}
