import * as vscode from 'vscode';
import { registerConnectContainer } from './connectContainer';
import { registerCreateNetwork } from './createNetwork';
import { registerDisconnectContainer } from './disconnectContainer';
import { registerPruneNetworks } from './pruneNetworks';
import type { ActionParts } from './quickAction';
import { registerRemoveNetworks } from './removeNetworks';

/** Everything that changes an engine's networks. */
export function registerNetworkActions(parts: ActionParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCreateNetwork(parts),
    registerRemoveNetworks(parts),
    registerPruneNetworks(parts),
    registerConnectContainer(parts),
    registerDisconnectContainer(parts),
  );
}
