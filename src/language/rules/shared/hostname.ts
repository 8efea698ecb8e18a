import type { Use } from '../../use';

/** Characters of a hostname with its domain; the limit is the kernel's (__NEW_UTS_LEN, seen on engine 20.10). */
export const longestHostname = 64;

/** True for a hostname that the kernel refuses. Tasks of swarm services have templates for theirs. */
export function isLongHostname({ syntax, text = '' }: Use): boolean {
  return syntax === 'hostname' && text.length > longestHostname;
}
