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
    await vscode.commands.executeCommand('portolan.showNetworkDiagram', await networkId('shop_front'));
    await tabs((labels) => labels.includes('Network: shop_front'));
  });

  it('does what a context menu of a diagram asks for, and opens several at once', async () => {
    const portolanId = await networkId('shop_back');
    const menu = {
      webview: 'portolan.diagram',
      portolanKind: 'network',
      portolanId,
      portolanItem: 'network',
    };
    await vscode.commands.executeCommand('portolan.showNetworkDiagram', menu);
    await tabs((labels) => labels.includes('Network: shop_back') && labels.includes('Network: shop_front'));
    await vscode.commands.executeCommand('portolan.copyId', menu);
    assert.equal(await vscode.env.clipboard.readText(), portolanId);
  });

  it('copies every address of a container that stands between its networks', async () => {
    const containers = (await sample()).containers;
    const api = containers.find(({ Names }) => Names.includes('/api'));
    const networks = Object.values(api?.NetworkSettings.Networks ?? {});
    const menu = { portolanKind: 'container', portolanId: api?.Id, portolanItem: 'container;addressed' };
    await vscode.commands.executeCommand('portolan.copyAddress', menu);
    const copied = (await vscode.env.clipboard.readText()).split('\n');
    assert.equal(copied.length, 2);
    assert.deepEqual(copied.sort(), networks.map(({ IPAddress }) => IPAddress).sort());
  });
});

interface Sample {
  readonly networks: readonly { readonly Id: string; readonly Name: string }[];
  readonly containers: readonly {
    readonly Id: string;
    readonly Names: readonly string[];
    readonly NetworkSettings: {
      readonly Networks: Readonly<Record<string, { readonly IPAddress: string }>>;
    };
  }[];
}

async function sample(): Promise<Sample> {
  const file = vscode.Uri.joinPath(extensionUri(), 'media/sample/engine.json');
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Sample;
}

async function networkId(name: string): Promise<string | undefined> {
  return (await sample()).networks.find(({ Name }) => Name === name)?.Id;
}

function extensionUri(): vscode.Uri {
  const extension = vscode.extensions.getExtension('portolan.portolan');
  assert.ok(extension);
  return extension.extensionUri;
}
