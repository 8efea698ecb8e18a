import type { Topology } from '../../model';
import { standInFor } from '../find/standIn';
import type { LayoutOptions } from '../options';
import type { Box, Scene, Subject } from '../scene';
import { subjectKey } from '../scene';
import { tame } from '../text';
import type { TraceStep } from './trace';

/** What a step touches: an object, whatever box stands for it, or a box by its id where the picture has it. */
export type Stop = Subject | string;

/** A packet's way through a scene while it is told. */
export interface Way {
  /** Adds a step: its words, and the stops it passes in their order; wires are those between them and the stop before. */
  readonly step: (text: string, stops: readonly Stop[], marks?: StepMarks) => void;
  /** Adds stops to the last step that all lie behind the same one: the containers on a network. */
  readonly extend: (stops: readonly Stop[], behind: Stop) => void;
  /** Whether the picture has it. */
  readonly shows: (stop: Stop) => boolean;
  readonly steps: readonly TraceStep[];
}

export interface StepMarks {
  readonly derived?: boolean;
  /** The step goes on from these stops, not from where the last one ended. */
  readonly from?: readonly Stop[];
}

/** Begins a way in a scene that was laid out with these options. */
export function startWay(topology: Topology, scene: Scene, options: Pick<LayoutOptions, 'hideStopped'>): Way {
  const map = mapOf(topology, scene, options);
  const steps: TraceStep[] = [];
  let last: readonly Box[] = [];
  const step = (text: string, stops: readonly Stop[], { derived = false, from }: StepMarks = {}): void => {
    const boxes: string[] = [];
    const wires: string[] = [];
    let before = from === undefined ? last : from.flatMap(map.boxesAt);
    for (const stop of stops) {
      const at = map.boxesAt(stop);
      if (at.length > 0) {
        const joined = map.join(before, at);
        boxes.push(...joined.ends, ...at.map(({ id }) => id));
        wires.push(...joined.wires);
        before = at;
      }
    }
    last = before;
    steps.push({ text: tame(text), derived, boxes: [...new Set(boxes)], wires: [...new Set(wires)] });
  };
  const extend = (stops: readonly Stop[], behind: Stop): void => {
    const done = steps.pop();
    if (done) {
      const from = map.boxesAt(behind);
      const at = stops.map(map.boxesAt);
      const joined = at.map((boxes) => map.join(from, boxes));
      const boxes = [...done.boxes, ...joined.flatMap(({ ends }) => ends), ...at.flat().map(({ id }) => id)];
      const wires = [...done.wires, ...joined.flatMap((one) => one.wires)];
      steps.push({ ...done, boxes: [...new Set(boxes)], wires: [...new Set(wires)] });
    }
  };
  const shows = (stop: Stop): boolean => map.boxesAt(stop).length > 0;
  return { step, extend, shows, steps };
}

interface SceneMap {
  readonly boxesAt: (stop: Stop) => readonly Box[];
  /** Wires between two stops, and the frames around them at which such wires end. */
  readonly join: (a: readonly Box[], b: readonly Box[]) => Joined;
}

interface Joined {
  readonly wires: readonly string[];
  readonly ends: readonly string[];
}

function mapOf(topology: Topology, scene: Scene, options: Pick<LayoutOptions, 'hideStopped'>): SceneMap {
  const byId = new Map(scene.boxes.map((box) => [box.id, box]));
  const bySubject = new Map<string, Box>();
  for (const box of scene.boxes) {
    if (box.subject !== undefined && !bySubject.has(subjectKey(box.subject))) {
      bySubject.set(subjectKey(box.subject), box);
    }
  }
  const wires = new Map<string, string[]>();
  for (const { id, from, to } of scene.wires) {
    const key = pairKey(from, to);
    const known = wires.get(key);
    if (known) {
      known.push(id);
    } else {
      wires.set(key, [id]);
    }
  }
  const boxesAt = (stop: Stop): readonly Box[] => {
    const box =
      typeof stop === 'string'
        ? (byId.get(stop) ?? byId.get(foldedRule(topology, scene, stop)))
        : (bySubject.get(subjectKey(stop)) ?? standInFor(topology, scene, stop, options));
    return box ? [box] : [];
  };
  return { boxesAt, join: (a, b) => joinBoxes(byId, wires, a, b) };
}

/** The row of a rule is folded with that of its port. */
function foldedRule(topology: Topology, scene: Scene, stop: string): string {
  const id = /^nat:(.*)$/s.exec(stop)?.[1];
  const row = id === undefined ? undefined : standInFor(topology, scene, { kind: 'port', id });
  return row === undefined ? '' : row.id.replace(/^port:/, 'nat:');
}

/** A wire often ends at the frame that a box stands in: a group of ports, the host's edge. */
function joinBoxes(
  byId: ReadonlyMap<string, Box>,
  wires: ReadonlyMap<string, readonly string[]>,
  a: readonly Box[],
  b: readonly Box[],
): Joined {
  const found: string[] = [];
  const ends: string[] = [];
  for (const from of a.flatMap((box) => withFrames(byId, box))) {
    for (const to of b.flatMap((box) => withFrames(byId, box))) {
      const between = from === to ? undefined : wires.get(pairKey(from, to));
      if (between) {
        found.push(...between);
        ends.push(from, to);
      }
    }
  }
  return { wires: found, ends };
}

function withFrames(byId: ReadonlyMap<string, Box>, box: Box): string[] {
  const ids: string[] = [];
  for (let at: Box | undefined = box; at && at.kind !== 'host'; at = byId.get(at.parent ?? '')) {
    ids.push(at.id);
  }
  return ids;
}

/** Wires are passed both ways. */
function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
