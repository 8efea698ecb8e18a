import type { Span } from '../span';
import { goQuote } from './goQuote';
import type { Refused } from './refused';

export interface GatewayPriority {
  readonly ok: true;
  readonly priority: number;
}

export type PriorityProblem = Span & {
  readonly code: 'priority.number';
  readonly actual: string;
  readonly reason: string;
};

export type PriorityResult = GatewayPriority | Refused<PriorityProblem>;

/** Reads a `--gw-priority` value as pflag reads a whole number: `10`, `-1`, `0x10`. */
export function parsePriority(text: string): PriorityResult {
  const priority = wholeNumber(text);
  const refused = (why: string): PriorityResult => ({
    ok: false,
    problem: {
      code: 'priority.number',
      actual: text,
      reason: `strconv.ParseInt: parsing ${goQuote(text)}: ${why}`,
      start: 0,
      end: text.length,
    },
  });
  if (priority === undefined) return refused('invalid syntax');
  return Math.abs(priority) >= 2 ** 63 ? refused('value out of range') : { ok: true, priority };
}

/** With base 0 Go takes `0x`, `0b`, `0o` and a leading zero for octal, and underscores between digits. */
function wholeNumber(text: string): number | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)([\da-z_]+)$/i.exec(text) ?? [];
  const plain = digits.replace(/(?<=[\da-f])_(?=[\da-f])/gi, '');
  const octal = /^0[0-7]+$/.test(plain) ? `0o${plain.slice(1)}` : plain;
  const known = /^(0x[\da-f]+|0b[01]+|0o[0-7]+|0|[1-9]\d*)$/i.test(octal);
  return known ? (sign === '-' ? -1 : 1) * Number(octal) : undefined;
}
