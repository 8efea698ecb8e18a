import * as vscode from 'vscode';
import { systemClock } from '../../engine/debounce';
import { Details } from '../../engine/details';
import type { EngineState, Store } from '../../engine/state';
import type { Topology } from '../../model';
import { showFilterKeys } from '../engine/contextKeys';
import { sayAboveTree, shownTopology } from '../engine/state';
import { registerLiveTree } from '../rows/liveTree';
import type { TreeNode } from '../rows/nodes';
import { sayFilter, sayHidden, type GroupBy, type NetworksChoice } from './grouping';
import { NetworksRows } from './networksRows';
import type { Sought } from './revealRow';

/** What the commands of the view do to it. */
export interface NetworksView extends vscode.Disposable {
  /** The words that networks and containers are filtered by; empty for all. */
  readonly filter: string;
  setFilter(text: string): void;
  /** Shows more of a network's long list. */
  showMore(networkId: string): void;
  /** The rows that are selected, in no order. */
  selection(): readonly TreeNode[];
  /** Selects a network's row where the view is open and shows it; the focus stays where it is. */
  reveal(networkId: string): Promise<void>;
  /** Opens the view at a row and goes there, unless the view leaves it out. */
  goTo(node: TreeNode): Promise<Sought['kind']>;
  onDidSelect(listener: (rows: readonly TreeNode[]) => void): vscode.Disposable;
}

/** Shows the live tree of networks and their containers. */
export function registerNetworksTree(store: Store): NetworksView {
  const details = new Details(store, systemClock);
  const rows = new NetworksRows(details, systemClock, readSettings());
  const { view, redraw, disposable } = registerLiveTree('portolan.networks', store, rows, {
    canSelectMany: true,
  });
  rows.onLate = redraw;
  const show = (state: EngineState): void => {
    sayState(view, state, rows);
  };
  const choose = (): void => {
    show(store.state);
    redraw();
  };
  show(store.state);
  const subscriptions = vscode.Disposable.from(
    disposable,
    store.onDidChangeState(show),
    forgetDetails(details, store, view),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('portolan.networks')) {
        rows.setSettings(readSettings());
        choose();
      }
    }),
  );
  return {
    get filter() {
      return rows.filter;
    },
    setFilter(text) {
      rows.setFilter(text);
      choose();
    },
    showMore(networkId) {
      rows.showMore(networkId);
      redraw();
    },
    selection: () => view.selection,
    async reveal(networkId) {
      if (view.visible && rows.shows(networkId, shownTopology(store.state))) {
        // A row that goes while it is looked for is no fault.
        await view.reveal({ kind: 'network', networkId }, { focus: false }).then(undefined, () => undefined);
      }
    },
    goTo: (node) => goTo(node, shownTopology(store.state), { view, rows, redraw }),
    onDidSelect: (listener) => view.onDidChangeSelection(({ selection }) => listener(selection)),
    dispose: () => void subscriptions.dispose(),
  };
}

interface Tree {
  readonly view: vscode.TreeView<TreeNode>;
  readonly rows: NetworksRows;
  readonly redraw: () => void;
}

/** A row far down a long list is drawn before it is gone to. */
async function goTo(
  node: TreeNode,
  topology: Topology | undefined,
  { view, rows, redraw }: Tree,
): Promise<Sought['kind']> {
  const { kind } = topology ? rows.seek(node, topology) : { kind: 'gone' as const };
  if (kind === 'there') {
    redraw();
    // A row that goes while it is looked for is no fault.
    await view.reveal(node, { select: true, focus: true }).then(undefined, () => undefined);
  }
  return kind;
}

/** What stands above the rows, beside the view's name, and in its place where there is none. */
function sayState(view: vscode.TreeView<TreeNode>, state: EngineState, rows: NetworksRows): void {
  const topology = shownTopology(state);
  const arrangement = topology && rows.arrange(topology);
  const filter = arrangement && sayFilter(arrangement);
  const empty = arrangement?.endpoints.size === 0 && topology?.networks.length !== 0;
  // VS Code shows a welcome text only where no message stands.
  const message = [sayAboveTree(state), empty ? undefined : filter].filter((words) => words !== undefined);
  const beside = [empty ? filter : undefined, arrangement && sayHidden(arrangement)];
  view.message = message.join('\n');
  view.description = beside.filter((words) => words !== undefined).join(' · ');
  showFilterKeys(rows.filter !== '', empty ? (filter === undefined ? 'hidden' : 'filtered') : undefined);
}

/** Who closes a row and opens it again wants to know what is now; another engine has other objects. */
function forgetDetails(details: Details, store: Store, view: vscode.TreeView<TreeNode>): vscode.Disposable {
  return vscode.Disposable.from(
    store.onDidChangeState(({ kind }) => {
      if (kind !== 'ready') {
        details.clear();
      }
    }),
    view.onDidCollapseElement(({ element }) => {
      if (element.kind === 'container') {
        details.forget(element.containerId);
      } else if (element.kind === 'section') {
        details.forget(element.networkId);
      }
    }),
  );
}

/** The user's settings. */
function readSettings(): Omit<NetworksChoice, 'filter'> {
  const groupBy = vscode.workspace.getConfiguration('portolan').get<string>('networks.groupBy', 'none');
  return {
    groupBy: isGroupBy(groupBy) ? groupBy : 'none',
    hideDefault: vscode.workspace.getConfiguration('portolan').get<boolean>('networks.hideDefault', false),
    hideEmpty: vscode.workspace.getConfiguration('portolan').get<boolean>('networks.hideEmpty', false),
  };
}

function isGroupBy(value: string): value is GroupBy {
  return ['none', 'driver', 'project'].includes(value);
}
