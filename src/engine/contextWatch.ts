import { watch } from 'node:fs';
import { configFolder, type ConfigSources } from './contexts';

/** `docker context use` writes a file beside this one and moves it here. */
const CONFIG = 'config.json';

/**
 * Calls back whenever the docker CLI's settings are written, until the signal fires; one file watch, nothing is read.
 * Where the folder is not there, or can't be watched, nothing is called: the next connection reads the settings anyway.
 */
export function onConfigChange(sources: ConfigSources, signal: AbortSignal, then: () => void): void {
  try {
    const watcher = watch(configFolder(sources), { persistent: false, signal }, (_event, file) => {
      // Some systems do not say which file it was.
      if (file === null || file === CONFIG) {
        then();
      }
    });
    watcher.on('error', () => {
      watcher.close();
    });
  } catch {
    // No such folder, or no watch is left.
  }
}
