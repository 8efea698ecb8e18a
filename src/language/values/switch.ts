import type { Span } from '../span';
import type { Refused } from './refused';

/** What a flag says that needs no value: `--internal` is on, `--internal=false` is off. */
export interface SwitchValue {
  readonly ok: true;
  readonly on: boolean;
}

export type SwitchProblem = Span & { readonly code: 'switch.value'; readonly actual: string };

export type SwitchResult = SwitchValue | Refused<SwitchProblem>;

/** Reads the value of a switch as Go's ParseBool does; no value is on. */
export function parseSwitch(text: string | undefined): SwitchResult {
  if (text === undefined || /^(1|t|T|TRUE|true|True)$/.test(text)) return { ok: true, on: true };
  if (/^(0|f|F|FALSE|false|False)$/.test(text)) return { ok: true, on: false };
  return { ok: false, problem: { code: 'switch.value', actual: text, start: 0, end: text.length } };
}
