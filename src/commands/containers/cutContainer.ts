import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { OpenEngine } from '../shared/openEngine';
import { withCancel, withEngine, type Afterwards } from '../shared/quickAction';
import { change, type Asked } from '../shared/quickChange';
import { plainMessage, sayOutcomes, type Outcome } from '../shared/quickWords';
import { sayNoUndo, sayUndone, undoOf, type Leaving, type Undo } from './disconnectContainerPlan';

/** What came of taking a container off a network, and the way back where there is one. */
export interface Cut {
  readonly leaving: Leaving;
  readonly outcome: Outcome;
  /** Undefined where nothing was cut, and where the engine did not say how the container was connected. */
  readonly undo: Undo | undefined;
}

/** Aliases and requested addresses are nowhere but in an inspect, and gone once the container has left. */
export async function cutContainer(leaving: Leaving, engine: Asked, signal: AbortSignal): Promise<Cut> {
  const { container, network } = leaving;
  const before = await engine.ask((calls, abort) => calls.inspectContainer(container.id, abort), signal);
  const answer = await change(
    engine,
    (calls, abort) => calls.disconnectContainer(network.id, container.id, abort),
    signal,
  );
  return {
    leaving,
    outcome: { name: container.name, problem: answer.ok ? undefined : answer.problem },
    undo: answer.ok && before.ok ? undoOf(leaving, before.value) : undefined,
  };
}

/** Says what was cut, and offers the way back, on the same engine alone; what has none is named. */
export async function offerUndo(
  words: string,
  failed: boolean,
  cuts: readonly Cut[],
  engine: OpenEngine,
  store: Store,
): Promise<void> {
  const done = cuts.filter(({ outcome }) => outcome.problem === undefined);
  const lost = done.filter((cut) => cut.undo === undefined).map(({ outcome }) => outcome.name);
  const undos = done.flatMap((cut) => cut.undo ?? []);
  const undo = 'Undo';
  const show = failed ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
  const message = plainMessage([words, ...sayNoUndo(lost)].join(' '));
  if ((await show<string>(message, ...(undos.length === 0 ? [] : [undo]))) === undo) {
    await withEngine(store, async () => reconnect(undos, engine));
  }
}

async function reconnect(undos: readonly Undo[], engine: Asked): Promise<Afterwards> {
  const outcomes = await withCancel('Connecting again', async (signal, report) => {
    const done: Outcome[] = [];
    for (const { networkId, spec, containerName: name } of undos) {
      if (signal.aborted) {
        break;
      }
      report(name);
      const answer = await change(
        engine,
        (calls, abort) => calls.connectContainer(networkId, spec, abort),
        signal,
      );
      done.push({ name, problem: answer.ok ? undefined : answer.problem });
    }
    return done;
  });
  const fine = outcomes.length === undos.length && outcomes.every(({ problem }) => problem === undefined);
  const words = fine
    ? sayUndone(undos)
    : sayOutcomes(outcomes, undos.length, { noun: 'container', done: 'connected again' });
  const show = fine ? vscode.window.showInformationMessage : vscode.window.showErrorMessage;
  return async () => show(plainMessage(words));
}
