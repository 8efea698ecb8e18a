// @ts-check
// What must not outlive this process: run when it ends, however it ends (but SIGKILL).
import { constants } from 'node:os';

/** @type {Set<() => void>} */
const cleanups = new Set();

/** A terminal that hangs up, Ctrl-C, and what a test runner or CI sends. */
const endings = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

let installed = false;

/**
 * Runs a cleanup when the process exits, throws or is told to end. It must be synchronous: nothing else runs then.
 * @param {() => void} cleanup
 * @returns {() => void} takes the cleanup back, once its work was done in good order
 */
export function onExit(cleanup) {
  install();
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

function install() {
  if (installed) {
    return;
  }
  installed = true;
  process.on('exit', cleanUp);
  for (const signal of endings) {
    process.on(signal, endBySignal);
  }
}

/** @param {NodeJS.Signals} signal */
function endBySignal(signal) {
  cleanUp();
  process.off(signal, endBySignal);
  // Another listener (mocha's, say) decides for itself; alone, the process ends as a shell expects it to.
  if (process.listenerCount(signal) === 0) {
    process.exit(128 + constants.signals[signal]);
  }
}

/** Newest first, as what came later stands on what came before. One failure does not keep the others from running. */
function cleanUp() {
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    try {
      cleanup();
    } catch (problem) {
      console.error(problem);
    }
  }
}
