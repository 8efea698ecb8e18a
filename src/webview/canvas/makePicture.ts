import type { Point, Scene } from '../../diagram';
import { setAttribute } from '../dom';
import type { Mark, Picture, PictureEvents, View } from '../picture';
import {
  centreOn,
  fitReadable,
  fitView,
  keepInside,
  panBy,
  revealIn,
  viewOf,
  zoomAt,
  type Size,
} from './camera';
import { menuContext, menuOf, noMarks, type Marks } from './dress';
import { listenToGestures } from './gestures';
import { Glide } from './glide';
import { lookAt } from './levels';
import { makeMinimap } from './minimap';
import { boundsOf, boxOf, boxUnder, buildModel, type Model } from './model';
import { followPointer, idAt } from './pointer';
import { keepSight } from './sight';
import { Stage } from './stage';

/** So long what changed moves; the stylesheet has the same time. */
const transitionMs = 220;

/** The drawing area: shows a scene, updates it in place, pans and zooms. */
export function makePicture(events: PictureEvents): Picture {
  return new ScenePicture(events);
}

class ScenePicture implements Picture {
  readonly element = document.createElement('div');
  private readonly layer = document.createElement('div');
  private readonly stage = new Stage();
  private readonly glide = new Glide(this.layer, this.stage, (view, window) =>
    this.minimap.follow(view, window),
  );
  private readonly minimap = makeMinimap({
    go: (at) => this.move(centreOn(this.view, at, this.window)),
    rest: () => this.rest(),
  });
  private model: Model | undefined;
  private menus: Readonly<Record<string, string>> = {};
  private marks: Marks = noMarks;
  private view: View = { x: 0, y: 0, k: 1 };
  private window: Size = { width: 0, height: 0 };
  /** How the picture is fitted anew whenever it or the window changes; undefined once the reader has moved it. */
  private fitting: typeof fitView | undefined = fitReadable;
  private readonly pointer = followPointer(this.element);
  private calming: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: PictureEvents) {
    this.element.className = 'picture';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'tree');
    this.element.setAttribute('data-vscode-context', '{"preventDefaultContextMenuItems":true}');
    this.layer.className = 'picture-layer';
    this.layer.setAttribute('role', 'none');
    this.layer.append(this.stage.svg);
    this.element.append(this.layer, this.minimap.element);
    listenToGestures(this.element, {
      pan: (dx, dy) => this.move(panBy(this.view, dx, dy)),
      zoom: (factor, at) => this.move(this.zoomed(factor, at)),
      rest: () => this.rest(),
    });
    this.element.addEventListener('contextmenu', (event) => this.offerFarMenu(event), { capture: true });
    this.element.addEventListener('scroll', () => this.takeScroll());
    new ResizeObserver(() => this.resize()).observe(this.element);
    // Details that open beside a picture must not make it jump: only another size of the page fits it anew.
    window.addEventListener('resize', () => this.fitAnew());
  }

  show(scene: Scene, menus: Readonly<Record<string, string>>): void {
    const before = this.model;
    this.model = buildModel(scene);
    this.menus = menus;
    this.measure();
    if (before) {
      this.animate(before, this.model);
    }
    this.view = this.fitting
      ? this.fitting(scene, this.window)
      : keepSight(this.view, this.model, this.window, before);
    const { model, marks } = this;
    this.stage.update({ model, menus, marks, look: lookAt(this.view.k) });
    setAttribute(this.element, 'aria-label', `${scene.title}, ${scene.subtitle}`);
    this.minimap.show(scene);
    this.glide.go(this.view, this.window, false);
    this.glide.drawNow();
    this.activate();
  }

  mark(mark: Mark, ids: ReadonlySet<string>): void {
    const sets = { ...this.marks.sets, [mark]: new Set(ids) };
    this.setMarks({ ...this.marks, sets });
    this.element.classList.toggle(`has-${mark}`, ids.size > 0);
  }

  focus(boxId: string | undefined, take: boolean): void {
    this.setMarks({ ...this.marks, active: boxId });
    this.activate();
    if (take) {
      this.element.focus({ preventScroll: true });
    }
    if (boxId !== undefined) {
      this.reveal(boxId);
    }
  }

  reveal(boxId: string): void {
    const box = this.model && boxOf(this.model, boxId);
    if (box) {
      this.measure();
      const view = revealIn(this.view, box, this.window, this.minimap.corner(this.window));
      if (view.x !== this.view.x || view.y !== this.view.y) {
        this.jump(view);
      }
    }
  }

  boxAt(target: EventTarget | null): string | undefined {
    const { model } = this;
    if (!model || !(target instanceof Element) || !this.layer.contains(target)) {
      return undefined;
    }
    const id = idAt(model, target, this.pointer.place(this.view));
    return boxOf(model, id)?.subject ? id : undefined;
  }

  fit(): void {
    if (this.model) {
      this.fitting = fitView;
      this.fitAnew();
    }
  }

  zoomTo(ids: readonly string[]): void {
    const bounds = this.model && boundsOf(this.model, ids);
    if (bounds) {
      this.jump(viewOf(bounds, this.window));
    }
  }

  zoomBy(factor: number): void {
    this.jump(this.zoomed(factor, { x: this.window.width / 2, y: this.window.height / 2 }));
  }

  restore(view: View | undefined): void {
    this.fitting = view === undefined ? fitReadable : undefined;
    if (view) {
      this.measure();
      this.stand(this.model ? keepSight(view, this.model, this.window, undefined) : view);
    } else {
      this.fitAnew();
    }
  }

  /** Far away many boxes share an element: it takes the words of the one that the menu is asked for. */
  private offerFarMenu({ target }: Event): void {
    const tile = target instanceof Element ? target.closest('.tile') : null;
    if (tile && this.model) {
      const { x, y } = this.pointer.place(this.view);
      const box = boxUnder(this.model, x, y);
      const context = box && menuContext(box, menuOf(box, this.menus));
      if (context === undefined) {
        tile.removeAttribute('data-vscode-context');
      } else {
        tile.setAttribute('data-vscode-context', context);
      }
    }
  }

  private setMarks(marks: Marks): void {
    this.marks = marks;
    this.stage.mark(marks);
  }

  /** Tells screen readers the active item; it has an element even out of sight. */
  private activate(): void {
    const { active } = this.marks;
    const element = active === undefined ? undefined : this.stage.ensure(active);
    if (element?.id) {
      this.element.setAttribute('aria-activedescendant', element.id);
    } else {
      this.element.removeAttribute('aria-activedescendant');
    }
  }

  private zoomed(factor: number, at: Point): View {
    const whole = this.model ? fitView(this.model.scene, this.window).k : 1;
    return zoomAt(this.view, factor, at, whole);
  }

  /** A step of a gesture. */
  private move(view: View): void {
    if (this.model) {
      this.calm();
      this.fitting = undefined;
      this.view = keepInside(view, this.model.scene, this.window);
      this.glide.go(this.view, this.window, true);
    }
  }

  /** The browser scrolls what it brings into sight, for a screen reader as well: here that is a move of the picture. */
  private takeScroll(): void {
    const { scrollLeft, scrollTop } = this.element;
    if (scrollLeft !== 0 || scrollTop !== 0) {
      this.element.scrollTo(0, 0);
      this.jump(panBy(this.view, -scrollLeft, -scrollTop));
    }
  }

  private rest(): void {
    this.glide.go(this.view, this.window, false);
    this.events.viewChanged(this.view);
  }

  /** To another view at once, by a key or a command. */
  private jump(view: View): void {
    this.move(view);
    this.rest();
  }

  private stand(view: View): void {
    this.view = view;
    this.glide.go(view, this.window, false);
  }

  private fitAnew(): void {
    this.measure();
    if (this.model && this.fitting && this.window.width > 0) {
      this.stand(this.fitting(this.model.scene, this.window));
    }
  }

  private measure(): void {
    const { clientWidth, clientHeight } = this.element;
    this.window = { width: clientWidth, height: clientHeight };
  }

  private resize(): void {
    const unseen = this.window.width === 0 || this.window.height === 0;
    this.measure();
    if (unseen && this.fitting) {
      this.fitAnew();
    } else {
      const { model, view } = this;
      this.stand(model ? keepSight(view, model, this.window, model) : view);
    }
  }

  /** For a moment what changes moves to its new place, and what is new fades in. */
  private animate(before: Model, after: Model): void {
    const known = ({ id }: { readonly id: string }): boolean =>
      before.boxNumber.has(id) || before.wireNumber.has(id);
    const fresh = [...after.scene.boxes, ...after.scene.wires].filter((one) => !known(one));
    this.marks = { ...this.marks, fresh: new Set(fresh.map(({ id }) => id)) };
    this.element.classList.add('changing');
    clearTimeout(this.calming);
    this.calming = setTimeout(() => this.calm(), transitionMs);
  }

  private calm(): void {
    if (this.calming !== undefined) {
      clearTimeout(this.calming);
      this.calming = undefined;
      this.element.classList.remove('changing');
      this.setMarks({ ...this.marks, fresh: new Set() });
    }
  }
}
