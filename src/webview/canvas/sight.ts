import type { Box } from '../../diagram';
import type { View } from '../picture';
import { keepInside, revealIn, seenRect, type Size } from './camera';
import type { Model } from './model';

/**
 * The view for another scene, or for another window: the same where it still shows anything, else the nearest one that does.
 * `before` is the scene that it was of. Whoever has moved to an empty place of a picture stays there when it is updated.
 */
export function keepSight(view: View, model: Model, window: Size, before: Model | undefined): View {
  if (window.width <= 0 || window.height <= 0) {
    return view;
  }
  const kept = keepInside(view, model.scene, window);
  const moved = kept.x !== view.x || kept.y !== view.y;
  if (sees(model, kept, window) || (!moved && before && !sees(before, view, window))) {
    return kept;
  }
  const nearest = nearestBox(model.scene.boxes, centreOf(kept, window));
  return nearest ? revealIn(kept, nearest, window) : kept;
}

function sees(model: Model, view: View, window: Size): boolean {
  return model.boxes.query(seenRect(view, window)).length > 0;
}

function centreOf(view: View, window: Size): { readonly x: number; readonly y: number } {
  const { x, y, w, h } = seenRect(view, window);
  return { x: x + w / 2, y: y + h / 2 };
}

function nearestBox(boxes: readonly Box[], at: { readonly x: number; readonly y: number }): Box | undefined {
  const far = ({ x, y, w, h }: Box): number =>
    Math.hypot(Math.max(x - at.x, 0, at.x - x - w), Math.max(y - at.y, 0, at.y - y - h));
  let nearest: { readonly box: Box; readonly far: number } | undefined;
  for (const box of boxes) {
    const distance = far(box);
    if (!nearest || distance < nearest.far) {
      nearest = { box, far: distance };
    }
  }
  return nearest?.box;
}
