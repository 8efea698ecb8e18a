import * as vscode from 'vscode';
import type { EngineCalls } from '../../engine/calls';
import { Debouncer, systemClock } from '../../engine/debounce';
import { whenSettled } from '../../engine/settled';
import type { Disposable, EngineState, Store } from '../../engine/state';
import { sayProblem } from '../engine/state';
import {
  glimpse,
  goneText,
  inspectPath,
  inspectText,
  oldText,
  readInspectPath,
  type InspectTarget,
  type LastRead,
} from './inspectText';

/** What opens the documents of single objects of the engine. */
export interface InspectDocuments extends vscode.Disposable {
  /** Opens the document of an object, or comes back to it; `preview` lets the next one take its tab. */
  show(target: InspectTarget, name: string, preview: boolean): Promise<void>;
}

const SCHEME = 'portolan';

/** A burst of changes is one reading. ms. */
const DEBOUNCE = { quiet: 50, atMost: 500 };

/** A file that the engine answers with: a file system and not a content provider, so that a reload of the window keeps the editor. */
export function registerInspectDocuments(store: Store): InspectDocuments {
  const files = new InspectFiles(store);
  const isReadonly = new vscode.MarkdownString('What the engine answers can’t be edited.');
  const registration = vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly, isCaseSensitive: true }),
    vscode.workspace.onDidOpenTextDocument((document) => void allowComments(document)),
    files,
  );
  void Promise.all(vscode.workspace.textDocuments.map(allowComments));
  return {
    async show(target, name, preview) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: inspectPath(target, name) });
      await vscode.window.showTextDocument(uri, { preview });
    },
    dispose: () => {
      registration.dispose();
    },
  };
}

/** A document says in a comment that its object is gone. */
async function allowComments(document: vscode.TextDocument): Promise<void> {
  if (document.uri.scheme === SCHEME && document.languageId === 'json') {
    await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
  }
}

/** One document as it was read last. */
interface Entry {
  bytes: Uint8Array;
  /** Goes up with each new content. ms since the epoch. */
  mtime: number;
  /** What the picture said when it was read; another one asks for another reading. */
  stamp: string;
  /** The engine's last answer. */
  last: LastRead | undefined;
}

/** The read-only files of the scheme. Those that an editor shows follow the engine, which is asked nothing for the others. */
class InspectFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly entries = new Map<string, Entry>();
  private readonly reading = new Map<string, Promise<Entry>>();
  private readonly refresh = new Debouncer(() => this.refreshShown(), DEBOUNCE, systemClock);
  private readonly disposables: readonly vscode.Disposable[];
  private watching: Disposable | undefined;

  constructor(private readonly store: Store) {
    this.disposables = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.followVisibility()),
      vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
        // A document that only turns to another language is told of as closed too.
        if (uri.scheme === SCHEME && isClosed) {
          this.entries.delete(uri.toString());
        }
      }),
      new vscode.Disposable(this.subscribe()),
    ];
    this.followVisibility();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, mtime } = await this.entryOf(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.byteLength };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.entryOf(uri)).bytes;
  }

  /** Freshness follows what the editors show; a watcher of a file needs nothing more. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.refresh.dispose();
    this.watching?.dispose();
    this.disposables.forEach((disposable) => {
      disposable.dispose();
    });
    this.changed.dispose();
  }

  private subscribe(): () => void {
    const subscription = this.store.onDidChangeState(() => {
      this.refresh.request();
    });
    return () => {
      subscription.dispose();
    };
  }

  private followVisibility(): void {
    if (shownUris().length > 0) {
      this.watching ??= this.store.watch();
      this.refresh.request();
    } else {
      this.watching?.dispose();
      this.watching = undefined;
    }
  }

  private async refreshShown(): Promise<void> {
    await Promise.all(shownUris().map((uri) => this.refreshOne(uri)));
  }

  private async refreshOne(uri: vscode.Uri): Promise<void> {
    const known = this.entries.get(uri.toString());
    const target = targetOf(uri);
    if (stampOf(target, this.store) === known?.stamp || this.store.state.kind === 'connecting') {
      return;
    }
    const entry = await this.read(uri, target);
    if (entry.mtime !== known?.mtime) {
      this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }
  }

  private entryOf(uri: vscode.Uri): Promise<Entry> {
    const known = this.entries.get(uri.toString());
    return known ? Promise.resolve(known) : this.read(uri, targetOf(uri));
  }

  /** One reading of a document at a time. */
  private read(uri: vscode.Uri, target: InspectTarget): Promise<Entry> {
    const key = uri.toString();
    const reading =
      this.reading.get(key) ??
      this.ask(key, target).finally(() => {
        this.reading.delete(key);
      });
    this.reading.set(key, reading);
    return reading;
  }

  private async ask(key: string, target: InspectTarget): Promise<Entry> {
    const watch = this.store.watch();
    try {
      await whenSettled(this.store);
      // Taken before the engine is asked: what changes meanwhile asks for another reading.
      const stamp = stampOf(target, this.store);
      const known = this.entries.get(key);
      const { text, last } = await readTarget(this.store, target, known?.last);
      const entry = toEntry(known, text, stamp, last);
      this.entries.set(key, entry);
      return entry;
    } finally {
      watch.dispose();
    }
  }
}

function shownUris(): readonly vscode.Uri[] {
  const uris = vscode.window.visibleTextEditors.map(({ document }) => document.uri);
  return uris.filter(({ scheme }) => scheme === SCHEME);
}

function targetOf(uri: vscode.Uri): InspectTarget {
  const target = readInspectPath(uri.path);
  if (!target) {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  return target;
}

/** The same content keeps its time, so that no editor is told of a change that is none. */
function toEntry(known: Entry | undefined, text: string, stamp: string, last: LastRead | undefined): Entry {
  const bytes = new TextEncoder().encode(text);
  const same = known !== undefined && Buffer.compare(known.bytes, bytes) === 0;
  const mtime = same ? known.mtime : Math.max(Date.now(), (known?.mtime ?? 0) + 1);
  return { bytes: same ? known.bytes : bytes, mtime, stamp, last };
}

function stampOf(target: InspectTarget, { state }: Store): string {
  switch (state.kind) {
    case 'ready':
      return glimpse(target, state.topology)?.stamp ?? 'gone';
    case 'unavailable':
      return `unavailable ${state.problem.detail}`;
    case 'connecting':
      return 'connecting';
  }
}

interface Reading {
  readonly text: string;
  readonly last: LastRead | undefined;
}

async function readTarget(store: Store, target: InspectTarget, last: LastRead | undefined): Promise<Reading> {
  const { state } = store;
  if (state.kind !== 'ready') {
    return { text: oldText(sayNotReady(state), last), last };
  }
  if (!glimpse(target, state.topology)) {
    return { text: goneText(target, last), last };
  }
  const answer = await store.ask((calls, signal) => inspect(target, calls, signal));
  if (!answer.ok) {
    return { text: oldText(sayProblem(answer.problem), last), last };
  }
  const text = inspectText(answer.value);
  return { text, last: { text, at: Date.now() } };
}

function sayNotReady(state: Exclude<EngineState, { readonly kind: 'ready' }>): string {
  return state.kind === 'unavailable' ? sayProblem(state.problem) : 'No Docker engine answers.';
}

function inspect({ kind, id }: InspectTarget, calls: EngineCalls, signal: AbortSignal): Promise<unknown> {
  switch (kind) {
    case 'network':
      return calls.inspectNetwork(id, signal);
    case 'container':
      return calls.inspectContainer(id, signal);
    case 'service':
      return calls.inspectService(id, signal);
    case 'node':
      return calls.inspectNode(id, signal);
  }
}
