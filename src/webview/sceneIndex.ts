import { subjectKey, type Box, type Scene, type Subject, type Wire } from '../diagram';

/** A scene with its ways in: made once for each scene, so that hovering and arrows cost what they touch. */
export interface SceneIndex {
  readonly boxes: ReadonlyMap<string, Box>;
  /** Boxes that stand for an object, by `subjectKey`, in reading order. */
  readonly bySubject: ReadonlyMap<string, readonly Box[]>;
  /** Wires that end at a box. */
  readonly wires: ReadonlyMap<string, readonly Wire[]>;
  readonly children: ReadonlyMap<string, readonly Box[]>;
  /** Boxes with a subject, in reading order. */
  readonly selectable: readonly Box[];
}

const known = new WeakMap<Scene, SceneIndex>();

/** The index of a scene; the same one for the same scene. */
export function indexScene(scene: Scene): SceneIndex {
  const index = known.get(scene) ?? buildIndex(scene);
  known.set(scene, index);
  return index;
}

function buildIndex({ boxes, wires }: Scene): SceneIndex {
  const bySubject = new Map<string, Box[]>();
  const children = new Map<string, Box[]>();
  const wiresOf = new Map<string, Wire[]>();
  for (const box of boxes) {
    if (box.subject) {
      add(bySubject, subjectKey(box.subject), box);
    }
    if (box.parent !== undefined) {
      add(children, box.parent, box);
    }
  }
  for (const wire of wires) {
    add(wiresOf, wire.from, wire);
    if (wire.to !== wire.from) {
      add(wiresOf, wire.to, wire);
    }
  }
  return {
    boxes: new Map(boxes.map((box) => [box.id, box])),
    bySubject,
    wires: wiresOf,
    children,
    selectable: boxes.filter(({ subject }) => subject !== undefined),
  };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}

/** The boxes that stand for an object; none where it is not drawn. */
export function boxesOf(scene: Scene | undefined, subject: Subject | undefined): readonly Box[] {
  return scene && subject ? (indexScene(scene).bySubject.get(subjectKey(subject)) ?? []) : [];
}
