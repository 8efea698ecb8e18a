import type { Scope } from '../use';
import { readNetwork } from '../values/read';

/**
 * Why a container has no network of its own, for flags that need one: `--ip`, `--network-alias`. Undefined where it has
 * one, or nothing tells.
 */
export function needsOwnNetwork({ place, partial, uses }: Scope): string | undefined {
  if (place !== 'run' && place !== 'create') return undefined;
  const choice = uses.find(({ syntax }) => syntax === 'network');
  if (!choice) return partial ? undefined : 'Without `--network` the container is on the default bridge.';
  const value = readNetwork(choice);
  if (!value?.ok || value.mode === 'named') return undefined;
  return `\`${value.mode === 'container' ? 'container:' : value.mode}\` is no network of your own.`;
}
