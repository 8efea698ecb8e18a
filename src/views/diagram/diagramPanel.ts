import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { describeSubject, layoutNetwork, layoutTopology, type Subject } from '../../diagram';
import type { EngineState, Store } from '../../engine/state';
import type { Topology } from '../../model';
import {
  decodeFromWebview,
  decodeSavedState,
  plainOptions,
  type DiagramOptions,
  type DiagramTarget,
  type FromWebview,
  type ToWebview,
} from '../../protocol';

/** What the diagram panels need of the rest of the extension. */
export interface DiagramDeps {
  readonly extensionUri: vscode.Uri;
  readonly store: Store;
}

/** Opens diagrams; dispose closes them all. */
export interface DiagramPanels extends vscode.Disposable {
  showNetwork(networkId: string): void;
  showTopology(): void;
}

const viewType = 'portolan.diagram';

/** Registers the diagram panels: one per network and one for the whole topology, restored after a window reload. */
export function registerDiagramPanels(deps: DiagramDeps): DiagramPanels {
  const open = new Map<string, DiagramPanel>();
  const adopt = (panel: vscode.WebviewPanel, target: DiagramTarget): void => {
    const key = targetKey(target);
    panel.onDidDispose(() => open.delete(key));
    open.set(key, new DiagramPanel(panel, deps, target, show));
  };
  const show = (target: DiagramTarget): void => {
    const known = open.get(targetKey(target));
    if (known) {
      known.reveal();
    } else {
      adopt(vscode.window.createWebviewPanel(viewType, '', vscode.ViewColumn.Active), target);
    }
  };
  const serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: (panel, state) => {
      const target = decodeSavedState(state)?.target ?? { kind: 'topology' };
      if (open.has(targetKey(target))) {
        panel.dispose();
      } else {
        adopt(panel, target);
      }
      return Promise.resolve();
    },
  });
  return {
    showNetwork: (id) => show({ kind: 'network', id }),
    showTopology: () => show({ kind: 'topology' }),
    dispose: () => {
      serializer.dispose();
      [...open.values()].forEach((panel) => panel.dispose());
    },
  };
}

function targetKey(target: DiagramTarget): string {
  return target.kind === 'topology' ? 'topology' : `network:${target.id}`;
}

/** One panel, for as long as it is open. It holds the store only while it is visible. */
class DiagramPanel {
  private readonly disposables: { dispose(): void }[];
  private watching: { dispose(): void } | undefined;
  private options: DiagramOptions = plainOptions;
  private selected: Subject | undefined;
  private ready = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly deps: DiagramDeps,
    private readonly target: DiagramTarget,
    private readonly show: (target: DiagramTarget) => void,
  ) {
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(deps.extensionUri, 'dist')],
    };
    this.disposables = [
      webview.onDidReceiveMessage((message: unknown) => this.receive(decodeFromWebview(message))),
      panel.onDidChangeViewState(() => this.followVisibility()),
      panel.onDidDispose(() => this.release()),
      deps.store.onDidChangeState(() => this.update()),
    ];
    panel.title = this.title(topologyOf(deps.store.state)?.topology);
    panel.iconPath = {
      light: vscode.Uri.joinPath(deps.extensionUri, 'media', 'diagram-light.svg'),
      dark: vscode.Uri.joinPath(deps.extensionUri, 'media', 'diagram-dark.svg'),
    };
    webview.html = diagramHtml(webview, deps.extensionUri, randomBytes(16).toString('base64'));
    this.followVisibility();
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private release(): void {
    this.watching?.dispose();
    this.watching = undefined;
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  /** A hidden page is thrown away and comes back with `ready`; until then nothing is asked and nothing is sent. */
  private followVisibility(): void {
    if (this.panel.visible) {
      this.watching ??= this.deps.store.watch();
    } else {
      this.watching?.dispose();
      this.watching = undefined;
      this.ready = false;
    }
  }

  private receive(message: FromWebview | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.ready = true;
        this.options = message.options;
        this.selected = message.selected;
        this.update();
        break;
      case 'select':
        this.selected = message.subject;
        this.sendDetails();
        break;
      case 'options':
        this.options = message.options;
        this.update();
        break;
      case 'open':
        this.show(message.target);
        break;
      case 'refresh':
        void this.deps.store.refresh();
        break;
      case 'find':
      case 'show':
      case 'back':
      case 'act':
      case 'copy':
      case 'export':
      case 'copyPicture':
      case 'colours':
      case 'painted':
      case undefined:
        break;
    }
  }

  private update(): void {
    if (!this.ready) {
      return;
    }
    const { store } = this.deps;
    this.panel.title = this.title(topologyOf(store.state)?.topology);
    this.send(diagramMessage(store.state, this.target, this.options));
    this.sendDetails();
  }

  private sendDetails(): void {
    const topology = topologyOf(this.deps.store.state)?.topology;
    if (this.ready && this.selected !== undefined) {
      const facts = topology && describeSubject(topology, this.selected);
      this.send({ type: 'details', facts, actions: [], trace: undefined });
    }
  }

  private send(message: ToWebview): void {
    void this.panel.webview.postMessage(message);
  }

  private title(topology: Topology | undefined): string {
    if (this.target.kind === 'topology') {
      return 'Docker Topology';
    }
    const name = topology?.networkById.get(this.target.id)?.name;
    // A network that is gone keeps the name it had.
    return name === undefined ? this.panel.title || 'Network' : `Network: ${name}`;
  }
}

/** The topology to draw: the engine's, or the last one before it was lost. */
function topologyOf(state: EngineState): { readonly topology: Topology; readonly at?: number } | undefined {
  switch (state.kind) {
    case 'ready':
      return { topology: state.topology };
    case 'unavailable':
      return state.last;
    case 'connecting':
      return undefined;
  }
}

/** The picture of a state, or the words where there is none. */
function diagramMessage(state: EngineState, target: DiagramTarget, options: DiagramOptions): ToWebview {
  const known = topologyOf(state);
  if (!known) {
    return noticeOf(state, target);
  }
  const { topology } = known;
  if (target.kind === 'network' && !topology.networkById.has(target.id)) {
    const detail = 'It was removed, or it belongs to another engine.';
    return { type: 'notice', target, title: 'This network is gone', detail, offers: ['topology', 'refresh'] };
  }
  const scene =
    target.kind === 'topology' ? layoutTopology(topology, options) : layoutNetwork(topology, target.id);
  return { type: 'scene', target, options, scene, old: oldWords(state), back: undefined, menus: {} };
}

function noticeOf(state: EngineState, target: DiagramTarget): ToWebview {
  return state.kind === 'unavailable'
    ? {
        type: 'notice',
        target,
        title: 'Docker can’t be reached',
        detail: state.problem.detail,
        offers: ['refresh'],
      }
    : { type: 'notice', target, title: 'Connecting to Docker…', detail: state.endpoint.url, offers: [] };
}

function oldWords(state: EngineState): string | undefined {
  if (state.kind !== 'unavailable' || !state.last) {
    return undefined;
  }
  return `The engine can’t be reached. This is how it was at ${new Date(state.last.at).toLocaleTimeString()}. ${state.problem.detail}`;
}

/** The page: one script, one stylesheet, and nothing else may load or run. The toolkit takes the nonce for its own style. */
function diagramHtml(webview: vscode.Webview, extensionUri: vscode.Uri, nonce: string): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta property="csp-nonce" content="${nonce}">
    <link rel="stylesheet" href="${file('webview.css')}">
    <title>Portolan diagram</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${file('webview.js')}"></script>
  </body>
</html>`;
}
