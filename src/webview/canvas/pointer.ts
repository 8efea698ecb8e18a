import type { Point } from '../../diagram';
import type { View } from '../picture';
import { boxUnder, wireOf, type Model } from './model';

/** What is under the pointer: far away boxes have no elements of their own, so its place tells. */

/** Where the pointer was last. */
export interface Pointer {
  /** The place of the picture under it. */
  place(view: View): Point;
}

/** Notes each place before anybody else hears of the event. */
export function followPointer(element: HTMLElement): Pointer {
  let last: Point = { x: -1, y: -1 };
  const note = ({ clientX, clientY }: MouseEvent): void => {
    const { left, top } = element.getBoundingClientRect();
    last = { x: clientX - left, y: clientY - top };
  };
  for (const name of ['pointermove', 'pointerdown', 'contextmenu', 'click', 'dblclick'] as const) {
    element.addEventListener(name, note, { capture: true });
  }
  return { place: ({ x, y, k }) => ({ x: (last.x - x) / k, y: (last.y - y) / k }) };
}

/** Id of the box that an event on an element is about; of a wire the end that is nearer to the pointer's place. */
export function idAt(model: Model, target: Element, at: Point): string | undefined {
  if (target.closest('.tile')) {
    return boxUnder(model, at.x, at.y)?.id;
  }
  const named = target.closest<SVGElement>('[data-id],[data-ground]');
  const id = named?.dataset.id ?? named?.dataset.ground;
  const wire = id === undefined ? undefined : wireOf(model, id);
  return wire && !model.boxNumber.has(wire.id) ? nearerEnd(wire.points, at, [wire.from, wire.to]) : id;
}

function nearerEnd(points: readonly Point[], at: Point, [from, to]: readonly [string, string]): string {
  const far = (point: Point | undefined): number => (point ? Math.hypot(point.x - at.x, point.y - at.y) : 0);
  return far(points[0]) <= far(points.at(-1)) ? from : to;
}
