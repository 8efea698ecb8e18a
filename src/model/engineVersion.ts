import type { HostRecord } from './snapshot';

/**
 * The engine is of that major version or newer: `20.10.24+dfsg1` is at least 20. An engine that does not say its version
 * counts as the newest.
 */
export function isAtLeast({ engineVersion }: Pick<HostRecord, 'engineVersion'>, major: number): boolean {
  const stated = /^v?(\d+)\./.exec(engineVersion ?? '')?.[1];
  return stated === undefined || Number(stated) >= major;
}
