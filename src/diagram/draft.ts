import type { Box, BoxKind, Dot, Point, Rect, Scene, Subject, TextLine, Tone, Wire, WireKind } from './scene';
import { straighten } from './route';
import { measureText } from './text';

/** A scene while it is being laid out. */
export interface Draft {
  readonly boxes: Box[];
  readonly wires: Wire[];
  readonly captions: TextLine[];
}

export function emptyDraft(): Draft {
  return { boxes: [], wires: [], captions: [] };
}

export interface BoxSpec extends Rect {
  readonly id: string;
  readonly kind: BoxKind;
  readonly label: string;
  readonly parent?: string | undefined;
  readonly tone?: Tone;
  readonly lines?: readonly TextLine[];
  readonly subject?: Subject | undefined;
  readonly derived?: boolean;
  readonly faded?: boolean;
  readonly dot?: Dot | undefined;
  readonly expanded?: boolean | undefined;
}

/** Adds a box, with the plain choice for everything left out. */
export function addBox(draft: Draft, spec: BoxSpec): Box {
  return addBoxAt(draft, spec, spec.parent, spec.x, spec.y);
}

/** Adds a box that was prepared before its place was known. */
export function addBoxAt(
  draft: Draft,
  spec: Omit<BoxSpec, 'parent' | 'x' | 'y'>,
  parent: string | undefined,
  x: number,
  y: number,
): Box {
  const box: Box = {
    id: spec.id,
    parent,
    kind: spec.kind,
    tone: spec.tone ?? 'plain',
    x,
    y,
    w: spec.w,
    h: spec.h,
    lines: spec.lines ?? [],
    label: spec.label,
    subject: spec.subject,
    derived: spec.derived ?? false,
    faded: spec.faded ?? false,
    dot: spec.dot,
    expanded: spec.expanded,
  };
  draft.boxes.push(box);
  return box;
}

export interface WireSpec {
  readonly kind: WireKind;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly label: string;
  readonly tone?: Tone;
  readonly arrow?: boolean;
  readonly derived?: boolean;
  readonly faded?: boolean;
  /** Tells wires of one kind between the same two boxes apart. */
  readonly mark?: string;
}

/** Adds a wire; its id is made of its kind and its ends. */
export function addWire(draft: Draft, spec: WireSpec): Wire {
  const mark = spec.mark === undefined ? '' : `#${spec.mark}`;
  const wire: Wire = {
    id: `${spec.kind}:${spec.from}>${spec.to}${mark}`,
    kind: spec.kind,
    tone: spec.tone ?? 'plain',
    from: spec.from,
    to: spec.to,
    points: straighten(spec.points),
    label: spec.label,
    arrow: spec.arrow ?? false,
    derived: spec.derived ?? false,
    faded: spec.faded ?? false,
  };
  draft.wires.push(wire);
  return wire;
}

/** The finished scene; its size is what its boxes and captions need. */
export function finish(
  draft: Draft,
  head: Pick<Scene, 'kind' | 'title' | 'subtitle'>,
  margin: number,
): Scene {
  let width = 0;
  let height = 0;
  for (const { x, y, w, h } of draft.boxes) {
    width = Math.max(width, x + w);
    height = Math.max(height, y + h);
  }
  for (const caption of draft.captions) {
    width = Math.max(
      width,
      caption.x + (caption.anchor === 'start' ? measureText(caption.text, caption.font) : 0),
    );
    height = Math.max(height, caption.y);
  }
  return { ...head, width: width + margin, height: height + margin, ...draft };
}
