import * as vscode from 'vscode';
import type { Store } from '../engine/state';
import type { Container, Topology } from '../model';
import { nodesOf } from '../views/nodes';
import { containerRow } from '../views/rows';
import { showLog, showShell, type TerminalTarget } from '../views/terminals';
import { withEngine } from './quickAction';
import { askOne } from './quickInputs';

/** "Open Shell" and "Show Logs", over the connection that Portolan has: no docker command and no process. */
export function registerTerminals(store: Store): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('portolan.openShell', (clicked: unknown, selected: unknown) =>
      withEngine(store, async ({ topology }) => {
        const running = (container: Container): boolean => container.state === 'running';
        const targets = await chooseTargets('Open Shell', topology(), clicked, selected, running);
        targets.forEach((target) => {
          showShell(store, target);
        });
      }),
    ),
    registerCommand('portolan.showLogs', (clicked: unknown, selected: unknown) =>
      withEngine(store, async ({ topology }) => {
        const targets = await chooseTargets('Show Logs', topology(), clicked, selected, () => true);
        targets.forEach((target) => {
          showLog(store, target);
        });
      }),
    ),
  );
}

/** The containers of the rows, or the one that is picked from those that fit. */
async function chooseTargets(
  title: string,
  topology: Topology,
  clicked: unknown,
  selected: unknown,
  fits: (container: Container) => boolean,
): Promise<readonly TerminalTarget[]> {
  const ids = new Set(nodesOf('container', clicked, selected).map(({ containerId }) => containerId));
  const named = [...ids].flatMap((id) => topology.containerById.get(id) ?? []);
  const containers = named.length > 0 ? named : await askContainer(title, topology.containers.filter(fits));
  return containers.map(({ id, name }) => ({ containerId: id, name }));
}

async function askContainer(title: string, containers: readonly Container[]): Promise<readonly Container[]> {
  if (containers.length === 0) {
    void vscode.window.showInformationMessage('No container runs on this engine.');
    return [];
  }
  const step = await askOne({
    title,
    placeholder: 'Which container?',
    lines: () =>
      containers.map((container) => {
        const { label, description, icon, color } = containerRow(container, undefined);
        return { label, description, icon, color, value: container.id };
      }),
  });
  return step.kind === 'done' ? containers.filter(({ id }) => id === step.value) : [];
}
