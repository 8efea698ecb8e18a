/** The visible part of a picture: a translation in pixels, and a scale. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/**
 * Why boxes and wires stand out: selected by the reader, near the pointer, on the packet's way, found, selected in the
 * sidebar.
 */
export type Mark = 'selected' | 'near' | 'lit' | 'found' | 'pointed';
