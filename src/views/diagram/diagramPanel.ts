import type * as vscode from 'vscode';
import { findSubjects, optionsToShow, type Subject } from '../../diagram';
import { systemClock } from '../../engine/debounce';
import type { Details } from '../../engine/details';
import type { Store } from '../../engine/state';
import { sameData, type Topology } from '../../model';
import {
  MOST_UNFOLDED,
  plainOptions,
  type DiagramOptions,
  type DiagramTarget,
  type FromWebview,
  type PaintMessage,
  type ToWebview,
} from '../../protocol';
import { makeThinScenes } from '../../protocol/thinScenes';
import { shownTopology } from '../engine/state';
import { actionsOf, conditionsOf, rowOfSubject } from './diagramActions';
import {
  backName,
  boxOf,
  layOut,
  noteWords,
  noticeMessage,
  oldWords,
  panelTitle,
  pictureMessage,
  pointMessage,
  type LaidOut,
} from './diagramMessages';
import { Painter, type Painted } from './painter';
import { SelectionDetails, type SelectionContext } from './selectionDetails';

/** What a panel needs of the rest. */
export interface PanelParts {
  readonly store: Store;
  readonly details: Details;
  /** Names of veth pairs that the reader asked for. */
  veths(topology: Topology): Readonly<Record<string, string>>;
  /** What is selected in the sidebar. */
  pointed(): Subject | undefined;
  /** The diagram that Back leads to from this one. */
  before(target: DiagramTarget): DiagramTarget | undefined;
  open(from: DiagramPanel, target: DiagramTarget): void;
  back(from: DiagramPanel): void;
  copy(text: string): void;
  /** Runs a command for this diagram. */
  run(command: string, argument: unknown): void;
}

/** The theme as the page sees it; undefined until it has told. */
export interface PageColours {
  readonly colours: Readonly<Record<string, string>>;
  readonly dark: boolean;
}

type MessageOf<T extends FromWebview['type']> = Extract<FromWebview, { readonly type: T }>;

type Handlers = { readonly [T in FromWebview['type']]: (message: MessageOf<T>) => void };

/** One panel, for as long as it is open. It holds the store only while it is visible. */
export class DiagramPanel {
  options: DiagramOptions = plainOptions;
  /** The editor's colours as a page told them last; undefined until one has. */
  colours: PageColours | undefined;
  private watching: { dispose(): void } | undefined;
  private laidOut: LaidOut | undefined;
  /** What the page shows now. */
  private shown: ToWebview | undefined;
  private pointed: ToWebview | undefined;
  private scheduled: NodeJS.Immediate | undefined;
  private ready = false;
  /** The endpoint that the choices are for. */
  private engine: string | undefined;
  private readonly scenes = makeThinScenes();
  private readonly selection: SelectionDetails;
  private readonly painter = new Painter(
    systemClock,
    (message) => this.send(message),
    () => this.ready,
  );
  private readonly handlers: Handlers = {
    ready: (message) => this.begin(message),
    options: ({ options }) => this.choose(options),
    select: ({ subject }) => this.selection.select(subject, this.context()),
    find: ({ text }) => this.find(text),
    show: ({ subject }) => this.show(subject),
    act: ({ command, subject }) => this.act(command, subject),
    colours: ({ colours, dark }) => {
      this.colours = { colours, dark };
    },
    painted: (painted) => this.painter.answer(painted),
    open: ({ target }) => this.parts.open(this, target),
    back: () => this.parts.back(this),
    refresh: () => void this.parts.store.refresh(),
    again: () => this.drawAnew(),
    copy: ({ text }) => this.parts.copy(text),
    export: () => this.parts.run('portolan.exportDiagram', this.target),
    copyPicture: () => this.parts.run('portolan.copyDiagramPicture', this.target),
  };

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly target: DiagramTarget,
    private readonly parts: PanelParts,
  ) {
    this.selection = new SelectionDetails(parts.details, (message) => this.send(message));
    panel.title = panelTitle(target, shownTopology(parts.store.state), panel.title);
    this.followVisibility();
  }

  /** A page is there and listens. */
  get listens(): boolean {
    return this.ready;
  }

  /** A hidden page is thrown away and comes back with `ready`; until then nothing is asked and nothing is sent. */
  followVisibility(): void {
    if (this.panel.visible) {
      this.watching ??= this.parts.store.watch();
    } else {
      this.release();
    }
  }

  release(): void {
    this.watching?.dispose();
    this.watching = undefined;
    this.ready = false;
    clearImmediate(this.scheduled);
    this.scheduled = undefined;
    // Whatever is asked meanwhile is told to nobody.
    this.selection.update(undefined);
    this.painter.giveUp();
  }

  /** What the panel shows may have changed: several changes in a row are drawn once, and other panels get their turn. */
  update(): void {
    if (this.ready) {
      this.scheduled ??= setImmediate(() => this.draw());
    }
  }

  /** The sidebar's selection has changed. */
  point(): void {
    if (!this.ready || !this.laidOut) {
      return;
    }
    const message = pointMessage(this.laidOut, this.parts.pointed());
    if (!sameData(this.pointed, message)) {
      this.pointed = message;
      this.send(message);
    }
  }

  /** Has the page paint a picture; one that does not answer is a problem in words. */
  paint(message: Omit<PaintMessage, 'type'>): Promise<Painted> {
    return this.painter.paint(message);
  }

  receive<T extends FromWebview['type']>(message: MessageOf<T> | undefined): void {
    if (message) {
      const handle: (message: MessageOf<T>) => void = this.handlers[message.type];
      handle(message);
    }
  }

  /** A page that comes anew knows nothing. */
  private begin({ options, selected, engine }: MessageOf<'ready'>): void {
    this.ready = true;
    this.options = options;
    this.engine = engine;
    // One that was moved to another window is loaded anew without having been hidden.
    this.painter.giveUp();
    const another = this.isOfAnotherEngine();
    this.drawAnew();
    this.selection.select(another ? undefined : selected, this.context());
  }

  /** For a page that does not have what the panel believes it has. */
  private drawAnew(): void {
    this.scenes.forget();
    this.shown = undefined;
    this.pointed = undefined;
    this.draw();
  }

  private isOfAnotherEngine(): boolean {
    return this.engine !== undefined && this.engine !== this.parts.store.state.endpoint.url;
  }

  /** What was opened and selected on one engine has nothing to do with another. */
  private followEngine(): void {
    if (this.isOfAnotherEngine()) {
      this.options = { ...this.options, unfolded: [] };
      this.selection.select(undefined, undefined);
    }
    this.engine = this.parts.store.state.endpoint.url;
  }

  private choose(options: DiagramOptions): void {
    this.options = options;
    this.draw();
  }

  private draw(): void {
    clearImmediate(this.scheduled);
    this.scheduled = undefined;
    this.followEngine();
    const { state } = this.parts.store;
    const topology = shownTopology(state);
    const { target, options } = this;
    this.panel.title = panelTitle(target, topology, this.panel.title);
    this.laidOut =
      topology && layOut({ topology, target, options, veths: this.parts.veths(topology) }, this.laidOut);
    const around = {
      engine: state.endpoint.url,
      old: oldWords(state),
      note: noteWords(state),
      back: backName(this.parts.before(target), topology),
    };
    const message = this.laidOut ? pictureMessage(this.laidOut, around) : noticeMessage(state, target);
    if (!sameData(this.shown, message)) {
      this.shown = message;
      this.send(message);
    }
    this.selection.update(this.context());
    this.point();
  }

  private context(): SelectionContext | undefined {
    const { state } = this.parts.store;
    return this.laidOut && { ...this.laidOut, conditions: conditionsOf(state), live: state.kind === 'ready' };
  }

  private find(text: string): void {
    const topology = shownTopology(this.parts.store.state);
    const subjects = topology ? findSubjects(topology, this.target, text) : [];
    this.send({ type: 'found', text, subjects });
  }

  private show(subject: Subject): void {
    const topology = shownTopology(this.parts.store.state);
    if (topology) {
      const options = optionsToShow(topology, this.target, this.options, subject);
      this.options = { ...options, unfolded: options.unfolded.slice(-MOST_UNFOLDED) };
      this.draw();
    }
    this.send({ type: 'go', subject, boxId: this.laidOut && boxOf(this.laidOut, subject) });
  }

  /** Only what was offered for the object is run, as the picture is now. */
  private act(command: string, subject: Subject): void {
    const { state } = this.parts.store;
    const topology = shownTopology(state);
    const row = topology && rowOfSubject(topology, this.target, subject);
    const offered = actionsOf(row, conditionsOf(state));
    if (row && offered.some((action) => action.command === command)) {
      this.parts.run(command, row.node);
    }
  }

  private send(message: ToWebview): void {
    if (this.ready) {
      void this.panel.webview.postMessage(this.scenes.thin(message));
    }
  }
}
