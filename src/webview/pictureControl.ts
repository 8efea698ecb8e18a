import type { Box, Scene, Subject } from '../diagram';
import { MOST_UNFOLDED, type DiagramOptions, type DiagramTarget } from '../protocol';
import { sameTarget, sceneOf, wantedOptions, type PageState } from './pageState';
import type { Picture } from './picture';
import { listenToPicture } from './pointing';
import { edgeBox, neighbourhood, nextBox } from './reading';
import { boxesOf, indexScene } from './sceneIndex';

/** What the picture's controls need of the page. */
export interface PageHold {
  state(): PageState;
  set(part: Partial<PageState>): void;
  select(subject: Subject | undefined): void;
  open(target: DiagramTarget): void;
  choose(options: Partial<DiagramOptions>): void;
  keepView(view: PageState['view']): void;
}

/** What the reader does on the picture with mouse and keyboard, for as long as the page lives. */
export class PictureControl {
  constructor(
    private readonly picture: Picture,
    private readonly page: PageHold,
  ) {}

  listen(): void {
    const { picture, page } = this;
    listenToPicture(picture, {
      hover: (id) => this.highlight(id),
      press: (id, heading) => this.press(this.box(id), heading),
      open: (id) => void this.openNetworkOf(this.box(id)),
      enter: () => this.enter(this.activeBox()),
      choose: () => page.select(this.activeBox()?.subject),
      move: (direction) => this.moveTo((scene) => nextBox(scene, page.state().activeId, direction)),
      moveToEdge: (edge) => this.moveTo((scene) => edgeBox(scene, edge)),
      zoom: (factor) => (factor === undefined ? this.fit() : picture.zoomBy(factor)),
      zoomToSelection: () => this.zoomToSelection(),
      clear: () => page.select(undefined),
      arrive: () => this.arrive(),
    });
  }

  fit(): void {
    this.picture.fit();
    this.page.keepView(undefined);
  }

  /** What is selected, else the active box. */
  zoomToSelection(): void {
    const { content, selected, activeId } = this.page.state();
    const ids = boxesOf(this.scene(), selected).map(({ id }) => id);
    const wanted = ids.length > 0 || activeId === undefined ? ids : [activeId];
    if (content.kind === 'picture' && wanted.length > 0) {
      this.picture.zoomTo(wanted);
    }
  }

  /** Brings what a step of the packet's way passes into sight. */
  showStep(at: number): void {
    const { details, content } = this.page.state();
    const step = details?.trace?.steps[at];
    if (step && content.kind === 'picture') {
      this.picture.zoomTo([...step.boxes, ...step.wires]);
    }
  }

  /** Makes a box the one that the keys are about; `take` brings the keyboard to it. */
  activate(box: Box | undefined, take: boolean): void {
    if (box) {
      this.page.set({ activeId: box.id });
      this.picture.focus(box.id, take);
    }
  }

  hasFocus(): boolean {
    return this.picture.element.contains(document.activeElement);
  }

  private scene(): Scene | undefined {
    return sceneOf(this.page.state());
  }

  private box(id: string | undefined): Box | undefined {
    const scene = this.scene();
    return scene && id !== undefined ? indexScene(scene).boxes.get(id) : undefined;
  }

  private activeBox(): Box | undefined {
    return this.box(this.page.state().activeId);
  }

  /** A click: a fold opens, and closes by its heading; everything else is selected. */
  private press(box: Box | undefined, heading: boolean): void {
    this.activate(box, false);
    if (box?.subject?.kind === 'fold' && (box.expanded !== true || heading)) {
      this.toggleFold(box.subject.id);
    } else {
      this.page.select(box?.subject);
    }
  }

  private enter(box: Box | undefined): void {
    if (box?.subject?.kind === 'fold') {
      this.toggleFold(box.subject.id);
    } else if (box && !this.openNetworkOf(box)) {
      this.page.select(box.subject);
    }
  }

  /** Turns what the reader sees; what was chosen a moment ago, and is not drawn yet, stays as chosen. */
  private toggleFold(id: string): void {
    const state = this.page.state();
    const others = wantedOptions(state).unfolded.filter((one) => one !== id);
    const opens = !state.options.unfolded.includes(id);
    this.page.choose({ unfolded: opens ? [...others, id].slice(-MOST_UNFOLDED) : others });
  }

  /** Opens the diagram of a box's network, unless it is this one. */
  private openNetworkOf(box: Box | undefined): boolean {
    const subject = box?.subject;
    const opens = subject?.kind === 'network' && !sameTarget(this.page.state().target, subject);
    if (opens) {
      this.page.open({ kind: 'network', id: subject.id });
    }
    return opens;
  }

  /** The keyboard came to a picture without an active box: what is selected is the one, else the first. */
  private arrive(): void {
    const scene = this.scene();
    if (scene && this.page.state().activeId === undefined) {
      this.activate(boxesOf(scene, this.page.state().selected)[0] ?? edgeBox(scene, 'first'), false);
    }
  }

  private moveTo(choose: (scene: Scene) => Box | undefined): void {
    const scene = this.scene();
    this.activate(scene && choose(scene), true);
  }

  private highlight(id: string | undefined): void {
    const scene = this.scene();
    const near = id !== undefined && scene ? neighbourhood(scene, id) : undefined;
    this.picture.mark('near', new Set(near ? [...near.boxes, ...near.wires] : []));
  }
}
