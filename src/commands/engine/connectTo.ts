import * as vscode from 'vscode';
import type { EngineChoice } from '../../engine/choice';
import { systemClock } from '../../engine/debounce';
import { whenSettled } from '../../engine/settled';
import type { EngineState } from '../../engine/state';
import type { EngineStore } from '../../engine/store';
import { sayProblem } from '../../views/engine/state';
import { endpointName, shortLabel } from '../../views/engine/statusWords';
import { plainMessage } from '../shared/quickWords';
import { isSameChoice } from './endpointRows';
import type { ChosenEngine } from './engineChoice';

/** ms: an engine that is there answers before a notification could be read; one that is not must not hold it open. */
const CONNECT = { silent: 300, limit: 30_000 };

/** Turns to an engine and remembers it; tells when it does not answer. Cancelling goes back to the engine before. */
export async function connectTo(
  store: EngineStore,
  engine: ChosenEngine,
  choice: EngineChoice,
): Promise<void> {
  const before = engine.choice;
  await turnTo(store, engine, choice);
  const outcome = await untilConnected(store, choice);
  if (!isSameChoice(engine.choice, choice)) {
    // Meanwhile another one was selected, which tells of itself.
    return;
  }
  if (outcome === 'cancelled') {
    await turnTo(store, engine, before);
  } else if (outcome.kind !== 'ready') {
    void tellFailure(store, engine, choice, outcome);
  }
}

/** Turns to an engine and remembers it. */
export async function turnTo(store: EngineStore, engine: ChosenEngine, choice: EngineChoice): Promise<void> {
  await engine.choose(choice);
  store.use(engine.source);
}

/** The engine's first state, with a notification where it takes longer than a moment. */
async function untilConnected(store: EngineStore, choice: EngineChoice): Promise<EngineState | 'cancelled'> {
  const watch = store.watch();
  const limit = new AbortController();
  const timers = [
    systemClock.after(CONNECT.limit, () => {
      limit.abort();
    }),
  ];
  const settled = whenSettled(store, limit.signal);
  try {
    const silent = new Promise<undefined>((resolve) => {
      timers.push(
        systemClock.after(CONNECT.silent, () => {
          resolve(undefined);
        }),
      );
    });
    return (await Promise.race([settled, silent])) ?? (await showProgress(settled, nameOf(choice)));
  } finally {
    timers.forEach((cancel) => {
      cancel();
    });
    watch.dispose();
  }
}

function showProgress(settled: Promise<EngineState>, name: string): Thenable<EngineState | 'cancelled'> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: plainMessage(`Connecting to ${name}…`),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (_progress, token) => {
    const cancelled = new Promise<'cancelled'>((resolve) => {
      token.onCancellationRequested(() => {
        resolve('cancelled');
      });
    });
    return Promise.race([settled, cancelled]);
  });
}

function nameOf(choice: EngineChoice): string {
  switch (choice?.kind) {
    case undefined:
      return 'Docker';
    case 'sample':
      return 'Sample Engine';
    case 'context':
      return `Docker context ${shortLabel(choice.name)}`;
    case 'host':
      return endpointName({ url: choice.url, origin: 'chosen' });
  }
}

/** Portolan goes on trying meanwhile: the endpoint stays the chosen one. */
async function tellFailure(
  store: EngineStore,
  engine: ChosenEngine,
  choice: EngineChoice,
  state: EngineState,
): Promise<void> {
  const words =
    state.kind === 'unavailable' ? sayProblem(state.problem) : `No answer within ${CONNECT.limit / 1000} s.`;
  const answer = await vscode.window.showErrorMessage(
    plainMessage(`${nameOf(choice)}: ${words}`),
    'Select Another',
    'Try Again',
    'Show Log',
  );
  switch (answer) {
    case 'Select Another':
      return vscode.commands.executeCommand('portolan.selectEndpoint');
    case 'Try Again':
      return connectTo(store, engine, choice);
    case 'Show Log':
      return vscode.commands.executeCommand('portolan.showLog');
    case undefined:
  }
}
