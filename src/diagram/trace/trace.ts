/** One step of a packet's way, in words, with what it touches in a picture. */
export interface TraceStep {
  readonly text: string;
  /** Follows from the engine's answers and is not in them: NAT rules, veth pairs. */
  readonly derived: boolean;
  /** Ids of the scene's boxes and wires that this step passes. */
  readonly boxes: readonly string[];
  readonly wires: readonly string[];
}

/** A packet's way through a picture, in numbered words: where a request to a port goes, or where a container's own go. */
export interface Trace {
  /** `A request to *:8080`, `Requests of api`. */
  readonly title: string;
  readonly steps: readonly TraceStep[];
}
