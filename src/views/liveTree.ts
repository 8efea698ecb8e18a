import * as vscode from 'vscode';
import { whenSettled } from '../engine/settled';
import type { Store } from '../engine/state';
import type { Topology } from '../model';
import type { Row } from './rows';
import { shownTopology } from './state';

/** What a tree shows of a topology: plain functions, asked anew for each picture. Nodes name objects by id. */
export interface LiveTree<N> {
  /**
   * The rows at the top, or below a node; `topology` is undefined while no picture was ever had. Undefined where only
   * the engine's answer tells: the view shows progress until it is there.
   */
  children(node: N | undefined, topology: Topology | undefined): N[] | undefined;
  /** Undefined for an object that the newest picture no longer has. */
  item(node: N, topology: Topology | undefined): vscode.TreeItem | undefined;
  /** Markdown, made when a pointer rests on a row and not for every row of a long list. */
  tooltip(node: N, topology: Topology | undefined): string | undefined;
}

/** Creates the view and keeps it in step with the store, which is watched only while the view is visible. */
export function registerLiveTree<N>(
  viewId: string,
  store: Store,
  tree: LiveTree<N>,
): { readonly view: vscode.TreeView<N>; readonly disposable: vscode.Disposable } {
  const changed = new vscode.EventEmitter<undefined>();
  const topology = (): Topology | undefined => shownTopology(store.state);
  const treeDataProvider: vscode.TreeDataProvider<N> = {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      const known = tree.children(node, topology());
      return known ?? tree.children(node, shownTopology(await whenSettled(store))) ?? [];
    },
    getTreeItem: (node) => tree.item(node, topology()) ?? new vscode.TreeItem(''),
    resolveTreeItem: (item, node) => withTooltip(item, tree.tooltip(node, topology())),
  };
  const view = vscode.window.createTreeView(viewId, { treeDataProvider, showCollapseAll: true });
  const subscription = store.onDidChangeState(() => {
    changed.fire(undefined);
  });
  return {
    view,
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
