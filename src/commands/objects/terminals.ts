import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { Container, Topology } from '../../model';
import { showLog, showShell, type TerminalTarget } from '../../views/objects/terminals';
import { nodesOf } from '../../views/rows/nodes';
import type { OpenEngine } from '../shared/openEngine';
import { withEngine } from '../shared/quickAction';
import { askOne } from '../shared/quickInputs';
import { containerLines } from '../shared/quickRows';

/** "Open Shell" and "Show Logs", over the connection that Portolan has: no docker command and no process. */
export function registerTerminals(store: Store): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('portolan.openShell', (clicked: unknown, selected: unknown) =>
      withEngine(store, async (engine) => {
        const running = (container: Container): boolean => container.state === 'running';
        const targets = await chooseTargets('Open Shell', engine, clicked, selected, running);
        targets.forEach((target) => {
          showShell(store, target);
        });
      }),
    ),
    registerCommand('portolan.showLogs', (clicked: unknown, selected: unknown) =>
      withEngine(store, async (engine) => {
        const targets = await chooseTargets('Show Logs', engine, clicked, selected, () => true);
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
  engine: OpenEngine,
  clicked: unknown,
  selected: unknown,
  fits: (container: Container) => boolean,
): Promise<readonly TerminalTarget[]> {
  const topology = engine.topology();
  const ids = new Set(nodesOf('container', clicked, selected).map(({ containerId }) => containerId));
  const named = [...ids].flatMap((id) => topology.containerById.get(id) ?? []);
  const containers = named.length > 0 ? named : await askContainer(title, topology, fits);
  return containers.map(({ id, name }) => ({ containerId: id, name, endpoint: engine.endpoint }));
}

async function askContainer(
  title: string,
  topology: Topology,
  fits: (container: Container) => boolean,
): Promise<readonly Container[]> {
  const containers = topology.containers.filter(fits);
  if (containers.length === 0) {
    void vscode.window.showInformationMessage('No container runs on this engine.');
    return [];
  }
  const step = await askOne({
    title,
    placeholder: 'Which container?',
    lines: () => containerLines(containers, topology),
  });
  return step.kind === 'done' ? containers.filter(({ id }) => id === step.value) : [];
}
