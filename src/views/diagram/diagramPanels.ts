import * as vscode from 'vscode';
import type { DiagramTarget, Subject } from '../../diagram';
import { systemClock } from '../../engine/debounce';
import { Details } from '../../engine/details';
import type { EngineState, Store } from '../../engine/state';
import { decodeFromWebview, decodeSavedState } from '../../protocol/decode';
import { sayCopied } from '../objects/copyTexts';
import { diagramHtml } from './diagramHtml';
import { DiagramHistory, targetKey } from './diagramHistory';
import { DiagramPanel, type PanelParts } from './diagramPanel';
import { VethNames } from './vethNames';

/** What the diagram panels need of the rest of the extension. */
export interface DiagramDeps {
  readonly extensionUri: vscode.Uri;
  readonly store: Store;
}

/** Opens diagrams; dispose closes them all. */
export interface DiagramPanels extends vscode.Disposable {
  showNetwork(networkId: string): void;
  /** From the diagram that is active, which Back then leads to. */
  goOnTo(networkId: string): void;
  showTopology(): void;
  /** Marks what is selected in the sidebar in every diagram in sight. */
  point(subject: Subject | undefined): void;
  /** The open diagram of a target; of none, the one that is active, else one in sight. */
  current(target: DiagramTarget | undefined): DiagramPanel | undefined;
  readonly veths: VethNames;
}

const viewType = 'portolan.diagram';

/** How long the status bar says what was copied, ms. */
const SAID_FOR = 2500;

/** Registers the diagram panels: one per network and one for the whole topology, restored after a window reload. */
export function registerDiagramPanels(deps: DiagramDeps): DiagramPanels {
  const diagrams = new OpenDiagrams(deps);
  const serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: (panel, state: unknown) => {
      diagrams.restore(panel, decodeSavedState(state)?.target ?? { kind: 'topology' });
      return Promise.resolve();
    },
  });
  const subscription = deps.store.onDidChangeState((state) => diagrams.follow(state));
  return {
    veths: diagrams.veths,
    showNetwork: (id) => diagrams.show({ kind: 'network', id }),
    goOnTo: (id) => diagrams.goOn(diagrams.current(undefined), { kind: 'network', id }),
    showTopology: () => diagrams.show({ kind: 'topology' }),
    point: (subject) => diagrams.point(subject),
    current: (target) => diagrams.current(target),
    dispose: () => {
      serializer.dispose();
      subscription.dispose();
      diagrams.dispose();
    },
  };
}

/** The panels that are open, by what they show, and what they share. */
class OpenDiagrams {
  readonly veths = new VethNames(() => this.update());
  private readonly panels = new Map<string, DiagramPanel>();
  private readonly history = new DiagramHistory();
  private readonly details: Details;
  private pointed: Subject | undefined;
  /** The endpoint that the panels show. */
  private engine: string;

  constructor(private readonly deps: DiagramDeps) {
    this.engine = deps.store.state.endpoint.url;
    this.details = new Details(deps.store, systemClock);
  }

  show(target: DiagramTarget, column = vscode.ViewColumn.Active): void {
    const known = this.panels.get(targetKey(target));
    if (known) {
      known.panel.reveal();
      known.update();
    } else {
      this.adopt(vscode.window.createWebviewPanel(viewType, '', column), target);
    }
  }

  goOn(from: DiagramPanel | undefined, target: DiagramTarget): void {
    if (from && targetKey(from.target) !== targetKey(target)) {
      this.history.go(from.target, target);
    }
    this.show(target, from?.panel.viewColumn);
  }

  restore(panel: vscode.WebviewPanel, target: DiagramTarget): void {
    if (this.panels.has(targetKey(target))) {
      panel.dispose();
    } else {
      this.adopt(panel, target);
    }
  }

  /** The engine's state has changed; what was inspected is another engine's, or may be old, once it does not answer. */
  follow({ kind, endpoint }: EngineState): void {
    if (this.engine !== endpoint.url) {
      this.engine = endpoint.url;
      this.history.clear();
    }
    if (kind !== 'ready') {
      this.details.clear();
    }
    this.update();
  }

  point(subject: Subject | undefined): void {
    this.pointed = subject;
    this.panels.forEach((panel) => panel.point());
  }

  current(target: DiagramTarget | undefined): DiagramPanel | undefined {
    const all = [...this.panels.values()];
    return target
      ? this.panels.get(targetKey(target))
      : (all.find(({ panel }) => panel.active) ?? all.find(({ panel }) => panel.visible));
  }

  dispose(): void {
    for (const { panel } of [...this.panels.values()]) {
      panel.dispose();
    }
  }

  private update(): void {
    this.panels.forEach((panel) => panel.update());
  }

  private adopt(panel: vscode.WebviewPanel, target: DiagramTarget): void {
    const key = targetKey(target);
    this.panels.set(key, listen(dress(panel, this.deps.extensionUri), target, this.parts()));
    panel.onDidDispose(() => {
      this.panels.delete(key);
      this.history.forget(target);
    });
  }

  private parts(): PanelParts {
    return {
      store: this.deps.store,
      details: this.details,
      veths: (topology) => this.veths.of(topology),
      pointed: () => this.pointed,
      before: (target) => this.history.before(target),
      open: (from, target) => this.goOn(from, target),
      back: (from) => {
        const target = this.history.back(from.target);
        if (target) {
          this.show(target, from.panel.viewColumn);
        }
      },
      copy: (text) => void copy(text),
      run: (command, argument) => void vscode.commands.executeCommand(command, argument),
    };
  }
}

/** What every panel has before its page is loaded. */
function dress(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): vscode.WebviewPanel {
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')],
  };
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'diagram-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'diagram-dark.svg'),
  };
  panel.webview.html = diagramHtml(panel.webview, extensionUri);
  return panel;
}

/** Connects a panel with its page, for as long as both are there. */
function listen(panel: vscode.WebviewPanel, target: DiagramTarget, parts: PanelParts): DiagramPanel {
  const diagram = new DiagramPanel(panel, target, parts);
  const subscriptions = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage((message: unknown) => diagram.receive(decodeFromWebview(message))),
    panel.onDidChangeViewState(() => diagram.followVisibility()),
  );
  panel.onDidDispose(() => {
    subscriptions.dispose();
    diagram.release();
  });
  return diagram;
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(sayCopied(text.split('\n')), SAID_FOR);
}
