import type { Subject } from '../diagram';
import { sameData } from '../model';
import type { DiagramOptions, DiagramTarget, FromWebview, ToWebview } from '../protocol';
import { watchColours } from './colours';
import { makeDetails } from './details';
import { askFor, step } from './found';
import { makeHelp } from './help';
import type { Host } from './host';
import { listenToKeys } from './pageKeys';
import { PageView } from './pageView';
import {
  chooseSubject,
  isAnother,
  receive,
  savedState,
  sceneOf,
  startState,
  wantedOptions,
  type PageState,
} from './pageState';
import { paint } from './painting';
import type { Picture, PictureEvents } from './picture';
import { PictureControl } from './pictureControl';
import { boxesOf } from './sceneIndex';
import { makeTables } from './tables';
import { makeToolbar } from './toolbar';

const saveAfterMs = 100;

/** The whole page, for as long as it lives: it shows what it is sent and sends back what the reader wants. */
export class DiagramPage {
  private state: PageState;
  private saving = false;
  /** The reader selected something and its details are on their way. */
  private asked = false;
  private readonly picture: Picture;
  private readonly control: PictureControl;
  private readonly view: PageView;
  private readonly help = makeHelp();
  private readonly details = makeDetails({
    go: (subject) => this.goTo(subject),
    openNetwork: (id) => this.open({ kind: 'network', id }),
    act: (command, subject) => this.send({ type: 'act', command, subject }),
    copy: (text, what) => this.copy(text, what),
    close: () => this.closeDetails(),
    light: (at) => this.set({ step: at }),
    showStep: (at) => this.control.showStep(at),
  });
  private readonly toolbar = makeToolbar({
    back: () => this.goBack(),
    find: (text) => this.find(text),
    prepareFind: () => this.send({ type: 'find', text: this.state.found.text }),
    findNext: (backwards) => this.findNext(backwards ? -1 : 1),
    leaveFind: () => this.focusContent(),
    choose: (options) => this.choose(options),
    zoom: (factor) => this.picture.zoomBy(factor),
    fit: () => this.control.fit(),
    zoomToSelection: () => this.control.zoomToSelection(),
    copyPicture: () => this.send({ type: 'copyPicture' }),
    exportDiagram: () => this.send({ type: 'export' }),
    help: () => this.help.open(),
  });
  private readonly tables = makeTables({
    select: (subject) => this.select(subject),
    copy: (text, what) => this.copy(text, what),
    say: (words) => this.view.say(words),
  });

  constructor(
    private readonly body: HTMLElement,
    private readonly host: Host,
    makePicture: (events: PictureEvents) => Picture,
  ) {
    this.state = startState(host.saved());
    this.picture = makePicture({ viewChanged: (view) => this.keepView(view) });
    this.control = new PictureControl(this.picture, {
      state: () => this.state,
      set: (part) => this.set(part),
      select: (subject) => this.select(subject),
      open: (target) => this.open(target),
      choose: (options) => this.choose(options),
      keepView: (view) => this.keepView(view),
    });
    this.view = new PageView(this.picture, this.toolbar, this.details, this.tables, {
      open: (target) => this.open(target),
      refresh: () => this.send({ type: 'refresh' }),
    });
  }

  start(): void {
    this.body.append(...this.view.elements, this.help.element);
    this.view.render(undefined, this.state);
    this.listen();
    this.host.listen((message) => this.receive(message));
    const { options, selected, engine } = this.state;
    this.send({ type: 'ready', options, selected, engine });
    watchColours((colours) => this.send(colours));
  }

  private listen(): void {
    this.control.listen();
    listenToKeys({
      find: () => this.toolbar.focusFind(),
      help: () => this.help.open(),
      back: () => this.goBack(),
    });
  }

  private receive(message: ToWebview): void {
    if (message.type === 'paint') {
      void this.paint(message);
      return;
    }
    const before = this.state;
    this.set(receive(before, message));
    if (message.type === 'scene' || message.type === 'tables') {
      this.settle(before);
    } else if (message.type === 'details') {
      this.keepInSight(before);
    } else if (message.type === 'go') {
      this.arriveAt(message.subject, message.boxId);
    } else if (message.type === 'point' && !document.hasFocus() && message.boxId !== undefined) {
      // The picture follows the sidebar while the reader is there; who works on this page keeps what he looks at.
      this.picture.reveal(message.boxId);
    }
  }

  /** A picture stands where it stood before a reload; another one begins anew; the active box stays the active one. */
  private settle(before: PageState): void {
    const { content, view, activeId, found } = this.state;
    if (found.text !== '') {
      this.send({ type: 'find', text: found.text });
    }
    if (content.kind === 'picture') {
      if (before.content.kind === 'nothing' && view) {
        this.picture.restore(view);
      } else if (before.content.kind !== 'nothing' && isAnother(before, this.state)) {
        this.picture.restore(undefined);
        this.set({ view: undefined });
      }
      if (activeId !== undefined && activeId !== before.activeId) {
        this.picture.focus(activeId, this.control.hasFocus());
      }
    }
  }

  /** Details that the reader asked for take room from the picture: what they tell of stays in sight. */
  private keepInSight(before: PageState): void {
    const opens = this.asked && before.details === undefined && this.state.details?.facts !== undefined;
    this.asked = false;
    if (opens && this.state.activeId !== undefined && this.state.content.kind === 'picture') {
      this.picture.reveal(this.state.activeId);
    }
  }

  private arriveAt(subject: Subject, boxId: string | undefined): void {
    this.asked = true;
    this.send({ type: 'select', subject });
    if (boxId !== undefined) {
      // In the find box the reader goes on to the next match.
      this.picture.focus(boxId, document.activeElement === document.body);
    }
  }

  private set(part: Partial<PageState>): void {
    const before = this.state;
    const next = { ...before, ...part };
    this.state = next;
    this.view.render(before, next);
    if (
      before.target !== next.target ||
      before.options !== next.options ||
      before.wanted !== next.wanted ||
      before.engine !== next.engine ||
      before.found.text !== next.found.text ||
      before.selected !== next.selected
    ) {
      this.save();
    }
  }

  private keepView(view: PageState['view']): void {
    this.state = { ...this.state, view };
    if (!this.saving) {
      this.saving = true;
      setTimeout(() => this.save(), saveAfterMs);
    }
  }

  private save(): void {
    this.saving = false;
    this.host.save(savedState(this.state));
  }

  private send(message: FromWebview): void {
    this.host.send(message);
  }

  private open(target: DiagramTarget): void {
    this.send({ type: 'open', target });
  }

  private goBack(): void {
    if (this.state.back !== undefined) {
      this.send({ type: 'back' });
    }
  }

  private copy(text: string, what: string): void {
    this.send({ type: 'copy', text });
    this.view.say(`Copied ${what}`);
  }

  private choose(part: Partial<DiagramOptions>): void {
    const before = wantedOptions(this.state);
    const options = { ...before, ...part };
    if (sameData(before, options)) {
      return;
    }
    // The picture on the screen was made with the old choices: the new ones are shown when their picture comes.
    this.set({ wanted: options });
    this.send({ type: 'options', options });
  }

  private select(subject: Subject | undefined): void {
    this.asked = subject !== undefined;
    this.set(chooseSubject(this.state, subject));
    this.send({ type: 'select', subject });
  }

  /** A link, or a match: its box where it has one, else the extension shows it. */
  private goTo(subject: Subject): void {
    const box = boxesOf(sceneOf(this.state), subject)[0];
    if (box || this.state.content.kind === 'tables') {
      this.control.activate(box, false);
      this.select(subject);
    } else {
      this.send({ type: 'show', subject });
    }
  }

  private closeDetails(): void {
    this.select(undefined);
    this.focusContent();
  }

  /** The focus goes back to what it came from. */
  private focusContent(): void {
    if (this.state.content.kind === 'tables') {
      this.tables.focus();
    } else {
      this.picture.focus(this.state.activeId, true);
    }
  }

  private find(text: string): void {
    this.set({ found: askFor(text) });
    this.send({ type: 'find', text });
  }

  private findNext(by: number): void {
    if (this.state.content.kind === 'tables') {
      this.tables.focus();
      return;
    }
    const found = step(this.state.found, by, this.state.selected);
    this.set({ found });
    const subject = found.subjects[found.at];
    if (subject) {
      this.goTo(subject);
    }
  }

  private async paint(message: Extract<ToWebview, { type: 'paint' }>): Promise<void> {
    const painted = await paint(message);
    this.send(painted);
    const done = message.to === 'clipboard' ? ['Copied the picture', painted.remark] : [];
    this.view.say(painted.problem ?? done.filter((words) => words !== undefined).join('. '));
  }
}
