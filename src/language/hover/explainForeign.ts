import { code } from '../markdown';
import type { Use } from '../use';
import { readNetwork } from '../values/read';
import { explainUnknown, type Explanation } from './explanation';

/** Networks of podman that look like names. */
const ownModes = new Set(['private', 'slirp4netns', 'pasta']);

/**
 * What docker makes of the value, for a program that takes docker's flags: only what holds for both. Refusals,
 * pitfalls and what the engine knows are docker's own.
 */
export function explainForeign(explanation: Explanation, use: Use, program: string): Explanation {
  if (explanation.dockerOnly || hasOwnMeaning(use))
    return explainUnknown(`${code(program)} reads this value in its own way, which may not be Docker's.`);
  return { ...explanation, mind: [], now: [] };
}

/** `slirp4netns:port_handler=…`, `front:ip=…`, and the default network, which is not docker0. */
function hasOwnMeaning(use: Use): boolean {
  if (use.syntax === 'link') return true;
  const value = readNetwork(use);
  if (!value?.ok) return false;
  const { mode, name } = value;
  return (
    mode === 'default' ||
    mode === 'bridge' ||
    (mode === 'named' && (ownModes.has(name) || !/^[\w.-]+$/.test(name)))
  );
}
