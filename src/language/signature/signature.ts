import type { Span } from '../span';

/** The form of a value, with the part in which the cursor stands. */
export interface Signature {
  /** `-p [host-ip:][host-port:]container-port[/protocol]` */
  readonly label: string;
  readonly parameters: readonly Parameter[];
  /** Into `parameters`. */
  readonly active: number;
}

/** A part of the label, with what it is in this very value. Markdown. */
export interface Parameter {
  readonly label: Span;
  readonly documentation: string;
}

/** A part of a form: `[host-ip:]` is the name between two signs. */
export interface FormPart {
  readonly before?: string;
  readonly name: string;
  readonly after?: string;
  readonly documentation: string;
}

/** Puts the parts behind the flag or key, and keeps where they stand. */
export function signatureOf(lead: string, parts: readonly FormPart[], active: number): Signature {
  let label = `${lead} `;
  const parameters = parts.map(({ before = '', name, after = '', documentation }) => {
    const start = label.length + before.length;
    label += before + name + after;
    return { label: { start, end: start + name.length }, documentation };
  });
  return { label, parameters, active: Math.max(0, Math.min(active, parts.length - 1)) };
}
