import type { View } from '../picture';
import { holds, inflate, seenRect, type Size } from './camera';
import { lookAt, lookWhileMoving } from './levels';
import type { Stage } from './stage';

/** Milliseconds of a frame that go into elements while the reader moves the picture, and while it rests. */
const movingBudget = 4;
const restingBudget = 10;
/** Room around what is in sight that gets elements as well, in windows. */
const overscan = 0.25;
/** When less room than this is left, more is drawn. */
const leastRoom = 0.08;
/** A layer that is drawn this much smaller or larger than it was painted is painted anew. */
const repaintAt = 1.65;

/**
 * Moves the picture as one composited layer and lets elements come and go beside that, in slices. While a gesture runs the
 * layer keeps the pixels it has; at rest it is painted sharp.
 */
export class Glide {
  private view: View = { x: 0, y: 0, k: 1 };
  private window: Size = { width: 1, height: 1 };
  private painted = 1;
  private moving = false;
  private frame = 0;
  private aimed: { readonly look: string; readonly room: ReturnType<typeof seenRect> } | undefined;

  constructor(
    private readonly layer: HTMLElement,
    private readonly stage: Stage,
    private readonly moved: (view: View, window: Size) => void,
  ) {}

  /** Stands at a view from the next frame on. */
  go(view: View, window: Size, moving: boolean): void {
    this.view = view;
    this.window = window;
    this.moving = moving;
    this.schedule();
  }

  /** Draws what is in sight now, and the rest in the frames to come. */
  drawNow(): void {
    this.aimed = undefined;
    this.place();
    const look = lookAt(this.view.k);
    const seen = seenRect(this.view, this.window);
    this.stage.aim(look, seen, seen);
    this.stage.work(Infinity, false);
    this.schedule();
  }

  private schedule(): void {
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.step());
    }
  }

  private step(): void {
    this.frame = 0;
    this.place();
    this.aim();
    const budget = this.moving ? movingBudget : restingBudget;
    if (this.stage.work(performance.now() + budget, true)) {
      this.schedule();
    }
  }

  private place(): void {
    const { x, y, k } = this.view;
    const ratio = k / this.painted;
    const repaint = !this.moving || ratio > repaintAt || ratio < 1 / repaintAt;
    this.layer.classList.toggle('moving', !repaint);
    if (repaint) {
      this.painted = k;
    }
    this.layer.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${k})`;
    this.moved(this.view, this.window);
  }

  /** Asks for elements where the view has left the room that has them, or is looked at from another distance. */
  private aim(): void {
    const { k } = this.view;
    const seen = seenRect(this.view, this.window);
    const look = this.moving && this.aimed ? lookWhileMoving(k, this.aimed.look) : lookAt(k);
    const needed = inflate(seen, seen.w * leastRoom, seen.h * leastRoom);
    if (this.moving && this.aimed?.look === look && holds(this.aimed.room, needed)) {
      return;
    }
    const room = inflate(seen, seen.w * overscan, seen.h * overscan);
    if (this.aimed?.look === look && sameRect(this.aimed.room, room)) {
      return;
    }
    this.aimed = { look, room };
    this.stage.aim(look, seen, room);
  }
}

function sameRect(a: ReturnType<typeof seenRect>, b: ReturnType<typeof seenRect>): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
