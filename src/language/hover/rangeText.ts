import type { PortRange } from '../values/publish';

/** True for more than one port. */
export function isRange({ first, last }: PortRange): boolean {
  return last > first;
}

/** `8000-8002`, or `80`. */
export function rangeText({ first, last }: PortRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
