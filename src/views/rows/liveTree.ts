import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { Topology } from '../../model';
import { shownTopology } from '../engine/state';
import { LiveRows, type RowSource } from './liveRows';
import type { Row } from './rows';

/** What a tree shows of a topology: plain functions, asked anew for each picture. Nodes name objects by id. */
export interface LiveTree<N> extends RowSource<N> {
  /** Undefined for an object that the newest picture no longer has. */
  item(node: N, topology: Topology | undefined): vscode.TreeItem | undefined;
  /** The row that a row stands under, where rows are to be revealed; undefined at the top. */
  parent?(node: N, topology: Topology | undefined): N | undefined;
  /** Markdown, made when a pointer rests on a row and not for every row of a long list. */
  tooltip(node: N, topology: Topology | undefined): string | undefined | Promise<string | undefined>;
}

export interface LiveTreeOptions {
  /** Several rows can be selected: commands get them as their second argument. */
  readonly canSelectMany?: boolean;
}

export interface LiveTreeView<N> {
  readonly view: vscode.TreeView<N>;
  /** Draws the rows anew, for a change that is not the engine's. */
  readonly redraw: () => void;
  readonly disposable: vscode.Disposable;
}

/** Creates the view and keeps it in step with the store, which is watched only while the view is visible. */
export function registerLiveTree<N>(
  viewId: string,
  store: Store,
  tree: LiveTree<N>,
  options: LiveTreeOptions = {},
): LiveTreeView<N> {
  const changed = new vscode.EventEmitter<undefined>();
  const rows = new LiveRows(store, tree, () => {
    changed.fire(undefined);
  });
  const treeDataProvider: vscode.TreeDataProvider<N> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => [...(await rows.children(node))],
    getParent: (node) => tree.parent?.(node, shownTopology(store.state)),
    getTreeItem: (node) => tree.item(node, shownTopology(store.state)) ?? new vscode.TreeItem(''),
    resolveTreeItem: async (item, node) =>
      withTooltip(item, await tree.tooltip(node, shownTopology(store.state))),
  };
  const view = vscode.window.createTreeView(viewId, {
    treeDataProvider,
    showCollapseAll: true,
    ...options,
  });
  const subscription = store.onDidChangeState(() => {
    rows.update();
  });
  return {
    view,
    redraw: () => {
      changed.fire(undefined);
    },
    disposable: vscode.Disposable.from(view, watchWhileVisible(view, store), subscription, changed),
  };
}

function withTooltip(item: vscode.TreeItem, markdown: string | undefined): vscode.TreeItem {
  if (markdown !== undefined) {
    item.tooltip = new vscode.MarkdownString(markdown);
  }
  return item;
}

/** Holds the store's watch while a view is visible: a hidden view asks the engine nothing. */
function watchWhileVisible(view: vscode.TreeView<unknown>, store: Store): vscode.Disposable {
  let watch = view.visible ? store.watch() : undefined;
  const subscription = view.onDidChangeVisibility(({ visible }) => {
    watch?.dispose();
    watch = visible ? store.watch() : undefined;
  });
  return new vscode.Disposable(() => {
    subscription.dispose();
    watch?.dispose();
  });
}

/** The id keeps a row open and selected over refreshes. */
export function toVsTreeItem(row: Row, id: string, parent: boolean, open: boolean): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.label, parent ? (open ? Expanded : Collapsed) : None);
  item.id = id;
  item.description = row.description;
  item.iconPath = new vscode.ThemeIcon(
    row.icon,
    row.color === undefined ? undefined : new vscode.ThemeColor(row.color),
  );
  item.accessibilityInformation = { label: row.spoken };
  return item;
}
