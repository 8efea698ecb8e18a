import type { Box, Facts, Scene, Subject } from '../diagram';
import {
  plainOptions,
  type DiagramOptions,
  type DiagramTarget,
  type NoticeMessage,
  type SceneMessage,
  type ToWebview,
} from '../protocol';
import { Canvas, type View } from './canvas';
import { makeButton } from './controls';
import { make, makeDetails } from './details';
import { findIn, nothingFound, step, type Found } from './found';
import type { Host } from './host';
import { listenToBoxes } from './pointing';
import { changeWords, neighbourhood, nextBox, sameSubject, selectableBoxes, type Direction } from './reading';
import { makeToolbar } from './toolbar';

/** The whole page, for as long as it lives: it shows what it is sent and sends back what the reader wants. */
export class DiagramPage {
  private readonly canvas = new Canvas((view) => this.keep({ view }));
  private readonly details = makeDetails({
    select: (subject) => this.select(subject, true),
    openNetwork: (id) => this.open({ kind: 'network', id }),
    close: () => this.closeDetails(),
  });
  private readonly toolbar = makeToolbar({
    back: () => this.open({ kind: 'topology' }),
    find: (text) => this.find(text),
    findNext: (backwards) => this.findNext(backwards ? -1 : 1),
    leaveFind: () => this.focus(this.box(this.focusId), true),
    choose: (options) => this.choose(options),
    zoom: (factor) => this.canvas.zoomBy(factor),
    fit: () => this.fit(),
  });
  private readonly stage = make('main', 'stage');
  private readonly notice = make('div', 'notice');
  private readonly banner = make('div', 'banner');
  private readonly live = make('div', 'unseen');
  private readonly heading = make('h1', 'unseen', 'Docker networks');
  private target: DiagramTarget = { kind: 'topology' };
  private options: DiagramOptions = plainOptions;
  private view: View | undefined;
  private scene: Scene | undefined;
  private selected: Subject | undefined;
  /** The reader selected something and its details are on their way. */
  private asked = false;
  private focusId: string | undefined;
  /** Ids of what is highlighted. */
  private near: readonly string[] = [];
  private found: Found = nothingFound;

  constructor(
    private readonly body: HTMLElement,
    private readonly host: Host,
  ) {}

  start(): void {
    const saved = this.host.saved();
    if (saved) {
      ({ target: this.target, options: this.options, selected: this.selected, view: this.view } = saved);
    }
    this.build();
    listenToBoxes(this.canvas.svg, {
      hover: (id) => this.highlight(id),
      press: (id) => this.press(id),
      open: (id) => this.openBox(id),
      move: (direction) => this.move(direction),
      zoom: (factor) => (factor === undefined ? this.fit() : this.canvas.zoomBy(factor)),
      clear: () => this.select(undefined, false),
      find: () => this.toolbar.focusFind(),
    });
    this.host.listen((message) => this.receive(message));
    this.host.send({ type: 'ready', options: this.options, selected: this.selected });
  }

  private build(): void {
    this.live.setAttribute('aria-live', 'polite');
    this.notice.setAttribute('role', 'status');
    this.banner.setAttribute('role', 'status');
    this.banner.hidden = true;
    this.notice.hidden = true;
    this.stage.append(this.canvas.svg, this.notice, this.details.element);
    const head = make('header', '');
    head.append(this.heading, this.toolbar.element);
    this.body.append(head, this.banner, this.stage, this.live);
    this.toolbar.update(this.target, this.options);
    this.canvas.fitInto(this.stage);
  }

  private receive(message: ToWebview): void {
    switch (message.type) {
      case 'scene':
        this.showScene(message);
        break;
      case 'notice':
        this.showNotice(message);
        break;
      case 'details':
        this.showDetails(message.facts);
        break;
      case 'tables':
      case 'found':
      case 'point':
      case 'go':
      case 'paint':
        break;
    }
  }

  private showScene({ target, options, scene, old }: SceneMessage): void {
    const words = changeWords(this.scene, scene);
    const first = this.scene === undefined;
    this.scene = scene;
    this.heading.textContent = scene.title;
    this.notice.hidden = true;
    this.banner.hidden = old === undefined;
    this.banner.textContent = old ?? '';
    this.stage.classList.toggle('old', old !== undefined);
    this.keep({ target, options });
    this.toolbar.update(target, options);
    this.canvas.show(scene);
    if (first && this.view) {
      this.canvas.restore(this.view);
    }
    this.markFocusable();
    this.markSelected();
    if (this.found.text !== '') {
      this.find(this.found.text);
    }
    if (words !== '') {
      this.live.textContent = words;
    }
  }

  /** Details that the reader asks for take room from the picture: what they tell of stays in sight. */
  private showDetails(facts: Facts | undefined): void {
    const opens = this.asked && this.details.element.hidden && facts !== undefined;
    this.asked = false;
    this.details.show(facts);
    if (opens) {
      this.focus(this.box(this.focusId), false);
    }
  }

  /** Words instead of a picture; a picture that was there stays below, marked as old. */
  private showNotice({ target, title, detail, offers }: NoticeMessage): void {
    this.keep({ target });
    this.stage.classList.toggle('old', this.scene !== undefined);
    this.notice.hidden = false;
    const actions = offers.map((offer) =>
      offer === 'topology'
        ? makeButton('Show topology', () => this.open({ kind: 'topology' }))
        : makeButton('Try again', () => this.host.send({ type: 'refresh' })),
    );
    const row = make('div', 'notice-actions');
    row.append(...actions);
    this.notice.replaceChildren(make('h2', '', title), make('p', '', detail), row);
  }

  private keep(part: { target?: DiagramTarget; options?: DiagramOptions; view?: View | undefined }): void {
    this.target = part.target ?? this.target;
    this.options = part.options ?? this.options;
    this.view = 'view' in part ? part.view : this.view;
    this.host.save({ target: this.target, options: this.options, selected: this.selected, view: this.view });
  }

  private open(target: DiagramTarget): void {
    this.host.send({ type: 'open', target });
  }

  private choose(part: Partial<DiagramOptions>): void {
    this.keep({ options: { ...this.options, ...part } });
    this.host.send({ type: 'options', options: this.options });
  }

  private fit(): void {
    this.canvas.fit();
    this.keep({ view: undefined });
  }

  private box(id: string | undefined): Box | undefined {
    return this.scene?.boxes.find((box) => box.id === id);
  }

  private press(id: string | undefined): void {
    const box = this.box(id);
    if (box?.subject?.kind === 'fold') {
      this.choose({ unfolded: [...this.options.unfolded, box.subject.id] });
    } else {
      this.focus(box, false);
      this.select(box?.subject, false);
    }
  }

  /** Double click or Enter: a network opens its own diagram, anything else is selected. */
  private openBox(id: string | undefined): void {
    const subject = this.box(id)?.subject;
    const here =
      this.target.kind === 'network' && subject?.kind === 'network' && subject.id === this.target.id;
    if (subject?.kind === 'network' && !here) {
      this.open({ kind: 'network', id: subject.id });
    } else {
      this.press(id);
    }
  }

  private select(subject: Subject | undefined, reveal: boolean): void {
    this.selected = subject;
    this.asked = subject !== undefined;
    this.keep({});
    this.markSelected();
    this.host.send({ type: 'select', subject });
    if (subject === undefined) {
      this.details.show(undefined);
    } else if (reveal) {
      this.focus(
        this.scene?.boxes.find((box) => sameSubject(box.subject, subject)),
        false,
      );
    }
  }

  /** The focus goes back to the picture, where it came from. */
  private closeDetails(): void {
    this.select(undefined, false);
    this.focus(this.box(this.focusId), true);
  }

  private markSelected(): void {
    for (const box of this.scene?.boxes ?? []) {
      const element = this.canvas.element(box.id);
      if (box.subject) {
        const selected = sameSubject(box.subject, this.selected);
        element?.setAttribute('aria-pressed', `${selected}`);
      }
    }
  }

  /** One box can be reached by Tab; the arrows go on from there. */
  private markFocusable(): void {
    const boxes = this.scene ? selectableBoxes(this.scene) : [];
    if (!boxes.some(({ id }) => id === this.focusId)) {
      this.focusId = boxes[0]?.id;
    }
    boxes.forEach(({ id }) =>
      this.canvas.element(id)?.setAttribute('tabindex', id === this.focusId ? '0' : '-1'),
    );
  }

  private focus(box: Box | undefined, take: boolean): void {
    if (!box) {
      return;
    }
    this.canvas.element(this.focusId ?? '')?.setAttribute('tabindex', '-1');
    this.focusId = box.id;
    const element = this.canvas.element(box.id);
    element?.setAttribute('tabindex', '0');
    if (take) {
      element?.focus({ preventScroll: true });
    }
    this.canvas.reveal(box);
  }

  private move(direction: Direction): void {
    if (this.scene && this.focusId !== undefined) {
      this.focus(nextBox(this.scene, this.focusId, direction), true);
    }
  }

  private highlight(id: string | undefined): void {
    const near = id !== undefined && this.scene ? neighbourhood(this.scene, id) : undefined;
    this.canvas.svg.classList.toggle('hovering', near !== undefined && near.wires.size > 0);
    // Only what was and what is near is touched: a large picture has tens of thousands of elements.
    this.near.forEach((name) => this.canvas.element(name)?.classList.remove('near'));
    this.near = near ? [...near.boxes, ...near.wires] : [];
    this.near.forEach((name) => this.canvas.element(name)?.classList.add('near'));
  }

  private find(text: string): void {
    this.found = findIn(this.scene, text, this.found);
    const ids = new Set(this.found.boxes.map(({ id }) => id));
    this.canvas.all().forEach((element, id) => element.classList.toggle('found-box', ids.has(id)));
    this.showFound();
  }

  /** Jumps to the next match; one that is folded away is unfolded first. */
  private findNext(by: number): void {
    this.found = step(this.found, by, this.selected);
    this.showFound();
    const box = this.found.boxes[this.found.at];
    if (box?.subject?.kind === 'fold') {
      this.choose({ unfolded: [...this.options.unfolded, box.subject.id] });
    } else if (box) {
      this.focus(box, false);
      this.select(box.subject, false);
    }
  }

  private showFound(): void {
    const { text, at, boxes } = this.found;
    this.toolbar.showFound(text.trim() === '' ? undefined : { at, count: boxes.length });
  }
}
