/**
 * A drawing as plain data: what stands where, what it means, and what it stands for.
 * Safe to compare, to serialise and to send to a webview. Coordinates are absolute, in pixels.
 */
export interface Scene {
  readonly kind: 'network' | 'topology';
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  /** Headings and notes that belong to no box. */
  readonly captions: readonly TextLine[];
  /** Parents before their children. */
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a box is; the renderer and the stylesheet know how each kind looks. */
export type BoxKind =
  /** The machine the engine runs on. */
  | 'host'
  /** One stage of a packet's way: host interfaces, NAT, bridge device. */
  | 'stage'
  /** A heading with rows inside a stage. */
  | 'section'
  /** One line inside a stage: a published port, a NAT rule, a parent interface. */
  | 'row'
  /** Someone outside: the LAN, this machine's own programs, another node. */
  | 'client'
  | 'veth'
  /** A network in the whole topology. */
  | 'region'
  | 'container'
  /** Containers that were folded away: "+37 more". */
  | 'fold'
  /** What belongs together inside a region: a compose project, a service of it. */
  | 'group'
  /** Another machine of the swarm. */
  | 'node'
  /** A swarm service with its virtual address, or the load balancer of a network. */
  | 'service'
  /** Words where nothing can be drawn. */
  | 'note';

/** What a colour says. The stylesheet maps a tone to a theme colour. */
export type Tone =
  | 'plain'
  | 'muted'
  | 'bridge'
  | 'internal'
  | 'overlay'
  | 'parent'
  | 'host'
  | 'none'
  | 'plugin'
  | 'port'
  | 'nat'
  | 'link'
  | 'error';

export interface Box extends Rect {
  /** Stable: made of what the box stands for, never of its place. */
  readonly id: string;
  readonly parent: string | undefined;
  readonly kind: BoxKind;
  readonly tone: Tone;
  /** Lines already fitted to the box; their places are relative to it. */
  readonly lines: readonly TextLine[];
  /** What a screen reader says. */
  readonly label: string;
  readonly subject: Subject | undefined;
  /** Follows from the engine's answers and is not in them. */
  readonly derived: boolean;
  /** Stopped, or not in force. */
  readonly faded: boolean;
  readonly dot: Dot | undefined;
  /** Whether a fold is open; undefined for all that can't be folded. Its `subject` is what is opened and closed. */
  readonly expanded: boolean | undefined;
}

/** The small round sign of a container's state. */
export interface Dot extends Point {
  readonly tone: 'running' | 'paused' | 'stopped';
}

export type Font = 'heading' | 'title' | 'body' | 'small' | 'mono' | 'monoSmall' | 'caption';

export interface TextLine extends Point {
  /** As it is drawn: cut with an ellipsis where the whole does not fit. */
  readonly text: string;
  /** The whole text, only where it was cut. */
  readonly whole: string | undefined;
  readonly font: Font;
  readonly tone: Tone;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The object that a box stands for: what is selected, described and revealed. */
export type Subject =
  | { readonly kind: 'network'; readonly id: string }
  | { readonly kind: 'container'; readonly id: string }
  | { readonly kind: 'port'; readonly id: string }
  | { readonly kind: 'host' }
  | { readonly kind: 'service'; readonly id: string }
  | { readonly kind: 'node'; readonly id: string }
  /** Something that opens and closes: containers of a network, a project or a service, ports of the host's edge. */
  | { readonly kind: 'fold'; readonly id: string };

export type WireKind =
  | 'request'
  | 'port'
  | 'masquerade'
  | 'attachment'
  | 'shared'
  | 'link'
  | 'parent'
  | 'tunnel'
  /** What does not work, drawn so that nobody waits for it. */
  | 'blocked';

export interface Wire {
  readonly id: string;
  readonly kind: WireKind;
  readonly tone: Tone;
  /** Ids of the boxes at its ends. */
  readonly from: string;
  readonly to: string;
  /** Corners, first on the border of `from`, last on the border of `to`. */
  readonly points: readonly Point[];
  readonly label: string;
  readonly arrow: boolean;
  readonly derived: boolean;
  readonly faded: boolean;
}

/** One line of a drawing's name for an object, to compare subjects: `container:79eae81b…`. */
export function subjectKey(subject: Subject): string {
  return subject.kind === 'host' ? 'host' : `${subject.kind}:${subject.id}`;
}
