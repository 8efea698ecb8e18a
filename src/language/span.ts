/** A half-open stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where a cursor at the offset touches the span: both edges count. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The span, moved. */
export function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
