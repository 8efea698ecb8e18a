import { watch } from 'node:fs';
import { configFolder, metaFolder, type ConfigSources } from './contexts';

/** `docker context use` writes a file beside this one and moves it here. */
const CONFIG = 'config.json';

/** `docker context update` does so with this one, before it writes the context's certificates. */
const META = 'meta.json';

/**
 * Calls back whenever the docker CLI's settings are written, or those of the context that is named, until the signal
 * fires; a watch of each folder, nothing is read. Where a folder is not there, or can't be watched, nothing is called:
 * the next connection reads the settings anyway.
 */
export function onConfigChange(
  sources: ConfigSources,
  context: string | undefined,
  signal: AbortSignal,
  then: () => void,
): void {
  onWritten(configFolder(sources), CONFIG, signal, then);
  if (context !== undefined) {
    onWritten(metaFolder(sources, context), META, signal, then);
  }
}

function onWritten(folder: string, name: string, signal: AbortSignal, then: () => void): void {
  try {
    const watcher = watch(folder, { persistent: false, signal }, (_event, file) => {
      // Some systems do not say which file it was.
      if (file === null || file === name) {
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
