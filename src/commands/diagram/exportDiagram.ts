import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { DiagramPanels } from '../../views/diagram/diagramPanels';
import { withPicture } from '../shared/picture';
import { askOne } from '../shared/quickInputs';
import { plainMessage } from '../shared/quickWords';
import {
  EXPORT_FORMATS,
  exportFileName,
  formatLines,
  PAINT_SCALE,
  readTarget,
  type ExportFormat,
} from './exportFormats';
import {
  contentOf,
  isGone,
  sceneOf,
  takeDiagram,
  themedSvg,
  withRemark,
  type Content,
  type TakenDiagram,
} from './takePicture';

/** How long the status bar says that a picture was copied, ms. */
const SAID_FOR = 2500;

const GONE = 'This network is gone: there is no picture of it.';

/** "Export Diagram…" and "Copy Diagram as Picture", of the diagram in sight; without one the topology is exported. */
export function registerExportDiagram(
  store: Store,
  diagrams: Pick<DiagramPanels, 'current' | 'veths'>,
): vscode.Disposable {
  const take = (argument: unknown, act: (taken: TakenDiagram) => Promise<void>): Promise<unknown> =>
    withPicture(store, async ({ topology, endpoint }) => {
      const panel = diagrams.current(readTarget(argument));
      const sample = endpoint.origin === 'sample';
      const taken = takeDiagram(topology, panel, diagrams.veths.of(topology), sample);
      if (isGone(taken)) {
        void vscode.window.showInformationMessage(GONE);
      } else {
        await act(taken);
      }
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('portolan.exportDiagram', (argument: unknown) =>
      take(argument, exportDiagram),
    ),
    vscode.commands.registerCommand('portolan.copyDiagramPicture', (argument: unknown) =>
      take(argument, copyPicture),
    ),
  );
}

async function exportDiagram(taken: TakenDiagram): Promise<void> {
  const step = await askOne({
    title: taken.target.kind === 'topology' ? 'Export the Docker Topology' : 'Export the Network Diagram',
    placeholder: 'As what?',
    lines: () => formatLines(taken.page !== undefined),
  });
  if (step.kind !== 'done') {
    return;
  }
  const content = await withProgress('Painting the diagram…', () => contentOf(taken, step.value));
  // A message can stand for long: the engine is not watched for it.
  void save(taken, step.value, content);
}

/** Asks where to and writes; what fails can be tried again. */
async function save(taken: TakenDiagram, format: ExportFormat, content: Content): Promise<void> {
  if (!content.ok) {
    return sayFailure(content.problem, async () => save(taken, format, await contentOf(taken, format)));
  }
  const uri = await vscode.window.showSaveDialog({
    title: 'Export Diagram',
    saveLabel: 'Export',
    defaultUri: placeOf(exportFileName(taken.target, taken.topology, format)),
    filters: { [EXPORT_FORMATS[format].files]: [EXPORT_FORMATS[format].extension] },
  });
  if (!uri) {
    return;
  }
  try {
    await withProgress('Exporting the diagram…', () => vscode.workspace.fs.writeFile(uri, content.bytes));
  } catch (problem) {
    return sayFailure(wordsOf(problem), () => save(taken, format, content));
  }
  const open = 'Open';
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const words = plainMessage(withRemark(`The diagram was exported to ${file}.`, content.remark));
  if ((await vscode.window.showInformationMessage(words, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', uri);
  }
}

async function sayFailure(problem: string, again: () => Promise<void>): Promise<void> {
  const tryAgain = 'Try Again';
  const words = plainMessage(`The diagram was not exported: ${problem}`);
  if ((await vscode.window.showErrorMessage(words, tryAgain)) === tryAgain) {
    await again();
  }
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** In the workspace where there is one, else at home. */
function placeOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  return vscode.Uri.joinPath(folder, name);
}

async function copyPicture(taken: TakenDiagram): Promise<void> {
  const { page } = taken;
  if (!page) {
    void vscode.window.showInformationMessage('Open a diagram: it is copied as you see it.');
    return;
  }
  const scene = sceneOf(taken);
  const { problem, remark } = await withProgress('Copying the diagram…', () =>
    page.paint({ svg: themedSvg(scene, page.colours), scale: PAINT_SCALE, to: 'clipboard' }),
  );
  if (problem !== undefined) {
    void vscode.window.showErrorMessage(plainMessage(`The diagram was not copied: ${problem}`));
  } else if (remark !== undefined) {
    const words = withRemark('The diagram was copied as a picture.', remark);
    void vscode.window.showInformationMessage(plainMessage(words));
  } else {
    vscode.window.setStatusBarMessage('Copied the diagram as a picture', SAID_FOR);
  }
}

function withProgress<T>(title: string, run: () => Thenable<T>): Thenable<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, run);
}
