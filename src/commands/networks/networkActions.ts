import * as vscode from 'vscode';
import { registerConnectContainer } from '../containers/connectContainer';
import { registerDisconnectContainer } from '../containers/disconnectContainer';
import type { ActionParts } from '../shared/quickAction';
import { registerCreateNetwork } from './createNetwork';
import { registerPruneNetworks } from './pruneNetworks';
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
