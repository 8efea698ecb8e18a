import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import { registerInspectDocuments } from '../../views/objects/inspectDocuments';
import type { Diagrams } from '../diagram/diagrams';
import { registerShowInPortolan } from '../diagram/showInPortolan';
import type { NetworkRows } from '../shared/quickAction';
import { registerCopyCommands } from './copy';
import { registerInspect } from './inspect';
import { registerOpenPort } from './openPort';
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
