import assert from 'node:assert/strict';
import * as vscode from 'vscode';

function tabLabels(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

/** Waits until the open tabs are as asked. */
async function tabs(condition: (labels: readonly string[]) => boolean): Promise<void> {
  if (condition(tabLabels())) {
    return;
  }
  await new Promise<void>((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (condition(tabLabels())) {
        subscription.dispose();
        resolve();
      }
    });
  });
}

describe('diagrams of the sample engine', () => {
  before(() => vscode.commands.executeCommand('portolan.useSampleEngine'));

  after(async () => {
    await vscode.commands.executeCommand('portolan.useDockerEngine');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens one panel for the topology, and reveals it the second time', async () => {
    await vscode.commands.executeCommand('portolan.showTopology');
    await tabs((labels) => labels.includes('Docker Topology'));
    await vscode.commands.executeCommand('portolan.showTopology');
    assert.deepEqual(tabLabels().filter((label) => label === 'Docker Topology').length, 1);
  });

  it('opens the diagram of a network by its id, titled with its name', async () => {
    const file = vscode.Uri.joinPath(extensionUri(), 'media/sample/engine.json');
    const raw = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const { networks } = JSON.parse(raw) as { networks: readonly { Id: string; Name: string }[] };
    const front = networks.find(({ Name }) => Name === 'shop_front');
    await vscode.commands.executeCommand('portolan.showNetworkDiagram', front?.Id);
    await tabs((labels) => labels.includes('Network: shop_front'));
  });
});

function extensionUri(): vscode.Uri {
  const extension = vscode.extensions.getExtension('portolan.portolan');
  assert.ok(extension);
  return extension.extensionUri;
}
