import * as vscode from 'vscode';
import type { Endpoint, Store } from '../../engine/state';
import type { PublishedPort, Topology } from '../../model';
import { portUrl, remoteHost } from '../../views/objects/portUrl';
import { anyNodes, type TreeNode } from '../../views/rows/nodes';
import { portText } from '../../views/rows/rows';
import { withPicture, type Picture } from '../shared/picture';
import { askOne } from '../shared/quickInputs';
import { plainMessage } from '../shared/quickWords';

/** What is at such a port of this machine is something else. */
const NO_SAMPLE = 'The sample engine is a recording: nothing listens on its ports.';

/** "Open in Browser": of a published port, of a container's, or of any from the palette; it asks where there are several. */
export function registerOpenPort(store: Store): vscode.Disposable {
  return vscode.commands.registerCommand('portolan.openPort', (clicked: unknown) =>
    withPicture(store, async (picture) => {
      if (picture.endpoint.origin === 'sample') {
        void vscode.window.showInformationMessage(NO_SAMPLE);
        return;
      }
      const ports = portsOf(anyNodes(clicked, undefined)[0], picture.topology);
      const port = ports.length > 1 ? await askPort(ports, picture) : ports[0];
      if (port) {
        await open(port, picture.endpoint);
      } else if (ports.length === 0) {
        void vscode.window.showInformationMessage('No TCP port is published here now.');
      }
    }),
  );
}

function portsOf(node: TreeNode | undefined, { ports }: Topology): readonly PublishedPort[] {
  const tcp = ports.filter(({ protocol }) => protocol === 'tcp');
  if (node?.kind === 'port') {
    return tcp.filter(({ id }) => id === node.portId);
  }
  return node?.kind === 'container' ? tcp.filter(({ containerId }) => containerId === node.containerId) : tcp;
}

async function askPort(
  ports: readonly PublishedPort[],
  { topology, endpoint }: Picture,
): Promise<PublishedPort | undefined> {
  const step = await askOne({
    title: 'Open in Browser',
    placeholder: 'Which port?',
    lines: () =>
      ports.map((port) => ({
        label: portText(port),
        description: topology.containerById.get(port.containerId)?.name,
        detail: portUrl(port, endpoint.url),
        icon: 'globe',
        value: port.id,
      })),
  });
  return step.kind === 'done' ? ports.find(({ id }) => id === step.value) : undefined;
}

async function open(port: PublishedPort, { url }: Endpoint): Promise<void> {
  const address = portUrl(port, url);
  if (address === undefined) {
    const words = `Port ${port.hostPort} is bound to ${port.hostIps.join(', ')} of ${remoteHost(url) ?? 'the engine'}: only that machine itself reaches it.`;
    void vscode.window.showInformationMessage(plainMessage(words));
    return;
  }
  // VS Code forwards a local address by itself where the extension runs on another machine.
  await vscode.env.openExternal(vscode.Uri.parse(address, true));
}
