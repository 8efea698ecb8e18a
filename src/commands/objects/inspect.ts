import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { Topology } from '../../model';
import type { InspectDocuments } from '../../views/objects/inspectDocuments';
import { glimpse, inspectTargetOf, type InspectTarget } from '../../views/objects/inspectText';
import { anyNodes } from '../../views/rows/nodes';
import { withPicture } from '../shared/picture';
import { askOne } from '../shared/quickInputs';
import { inspectLines } from './inspectLines';

/** "Inspect": the engine's own answer about an object as a read-only document; from the palette it asks about which. */
export function registerInspect(store: Store, documents: InspectDocuments): vscode.Disposable {
  return vscode.commands.registerCommand('portolan.inspect', (clicked: unknown, selected: unknown) =>
    withPicture(store, async ({ topology }) => {
      const named = anyNodes(clicked, selected).flatMap((node) => inspectTargetOf(node) ?? []);
      const targets = named.length > 0 ? named : await askTarget(topology);
      for (const target of targets) {
        const name = glimpse(target, topology)?.name ?? target.kind;
        await documents.show(target, name, targets.length === 1);
      }
    }),
  );
}

async function askTarget(topology: Topology): Promise<readonly InspectTarget[]> {
  const lines = inspectLines(topology);
  const step = await askOne({
    title: 'Inspect',
    placeholder: 'What do you want to inspect?',
    lines: () => lines.map(({ line }) => line),
  });
  const picked = step.kind === 'done' ? lines.find(({ line }) => line.value === step.value) : undefined;
  return picked ? [picked.target] : [];
}
