import * as vscode from 'vscode';
import type { Store } from '../engine/state';
import type { Topology } from '../model';
import type { InspectDocuments } from '../views/inspectDocuments';
import { glimpse, inspectTargetOf, type InspectTarget } from '../views/inspectText';
import { anyNodes } from '../views/nodes';
import { containerRow, networkRow } from '../views/rows';
import { withPicture } from './picture';
import { askOne, type Line } from './quickInputs';

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
  const lines = linesOf(topology);
  const step = await askOne({
    title: 'Inspect',
    placeholder: 'What do you want to inspect?',
    lines: () => lines.map(({ line }) => line),
  });
  const picked = step.kind === 'done' ? lines.find(({ line }) => line.value === step.value) : undefined;
  return picked ? [picked.target] : [];
}

interface TargetLine {
  readonly target: InspectTarget;
  readonly line: Line<string>;
}

function linesOf({ networks, containers, services, nodes }: Topology): readonly TargetLine[] {
  return [
    ...networks.map((network) =>
      toLine({ kind: 'network', id: network.id }, 'Networks', networkRow(network)),
    ),
    ...containers.map((container) =>
      toLine({ kind: 'container', id: container.id }, 'Containers', containerRow(container, undefined)),
    ),
    ...services.map(({ id, name, image }) =>
      toLine({ kind: 'service', id }, 'Services', { label: name, description: image, icon: 'layers' }),
    ),
    ...nodes.map(({ id, hostname, role }) =>
      toLine({ kind: 'node', id }, 'Nodes', { label: hostname, description: role, icon: 'server' }),
    ),
  ];
}

function toLine(
  target: InspectTarget,
  section: string,
  { label, description, icon, color }: Pick<Line<string>, 'label' | 'description' | 'icon' | 'color'>,
): TargetLine {
  return { target, line: { label, description, icon, color, section, value: `${target.kind} ${target.id}` } };
}
