import * as vscode from 'vscode';
import type { Store } from '../engine/state';
import { registerInspectDocuments } from '../views/inspectDocuments';
import { registerCopyCommands } from './copy';
import type { Diagrams } from './diagrams';
import { registerInspect } from './inspect';
import { registerOpenPort } from './openPort';
import type { NetworkRows } from './quickAction';
import { registerShowInPortolan } from './showInPortolan';
import { registerTerminals } from './terminals';

export interface ObjectCommandParts {
  readonly store: Store;
  readonly diagrams: Diagrams;
  readonly rows: NetworkRows;
}

/** What can be done with a single object besides changing it: inspect, copy, open a port, a shell or its log, show it. */
export function registerObjectCommands({ store, diagrams, rows }: ObjectCommandParts): vscode.Disposable {
  const documents = registerInspectDocuments(store);
  return vscode.Disposable.from(
    documents,
    registerInspect(store, documents),
    registerCopyCommands({ store, rows }),
    registerOpenPort(store),
    registerTerminals(store),
    registerShowInPortolan({ store, diagrams, rows }),
  );
}
