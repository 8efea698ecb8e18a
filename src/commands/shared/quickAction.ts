import * as vscode from 'vscode';
import { systemClock } from '../../engine/debounce';
import { whenSettled } from '../../engine/settled';
import type { EngineState, Store } from '../../engine/state';
import type { Topology } from '../../model';
import { sayProblem } from '../../views/engine/state';
import type { TreeNode } from '../../views/rows/nodes';
import type { Diagrams } from '../diagram/diagrams';
import { openEngine, type OpenEngine } from './openEngine';
import { plainMessage } from './quickWords';

/** The rows of the networks view, as far as actions need them. */
export interface NetworkRows {
  /** What is selected: keybindings call a command without its rows. */
  selection(): readonly TreeNode[];
  /** Shows and selects the row of a network, once the view has it. */
  reveal(networkId: string): Promise<void>;
}

export interface ActionParts {
  readonly store: Store;
  readonly rows: NetworkRows;
  readonly diagrams: Diagrams;
}

/** What is to be said or asked when an action has ended: a message can stand for long, and nobody watches for it. */
export type Afterwards = (() => Promise<unknown>) | undefined;

/** Does something with an engine that can be changed; where there is none, it says so and how to come to one. */
export async function withEngine(
  store: Store,
  act: (engine: OpenEngine) => Promise<Afterwards>,
): Promise<void> {
  const afterwards = await whileWatched(store, act);
  await afterwards?.();
}

async function whileWatched(
  store: Store,
  act: (engine: OpenEngine) => Promise<Afterwards>,
): Promise<Afterwards> {
  const watch = store.watch();
  try {
    const state = await settledWithProgress(store);
    if (state.kind !== 'ready') {
      return () => sayNoEngine(state);
    }
    if (state.endpoint.origin === 'sample') {
      return saySample;
    }
    return await act(openEngine(store, state));
  } finally {
    watch.dispose();
  }
}

/** The engine's state, once there is one; a slow one is seen to be asked. */
export function settledWithProgress(store: Store): Thenable<EngineState> {
  const options = { location: vscode.ProgressLocation.Window, title: 'Asking the Docker engine…' };
  return vscode.window.withProgress(options, () => whenSettled(store));
}

/** Says why there is no engine to ask, and how to come to one. */
export async function sayNoEngine(state: EngineState): Promise<void> {
  const words = state.kind === 'unavailable' ? sayProblem(state.problem) : 'No Docker engine answers.';
  const select = 'Select Docker Endpoint';
  if ((await vscode.window.showWarningMessage(plainMessage(words), select)) === select) {
    await vscode.commands.executeCommand('portolan.selectEndpoint');
  }
}

async function saySample(): Promise<void> {
  const leave = 'Leave the Sample Engine';
  const words = 'The sample engine is a recording: nothing in it can be changed.';
  if ((await vscode.window.showInformationMessage(words, leave)) === leave) {
    await vscode.commands.executeCommand('portolan.useDockerEngine');
  }
}

/** Shows that something is under way, with a button that aborts the signal. */
export function withCancel<T>(
  title: string,
  run: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Thenable<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: plainMessage(title),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    return run(abort.signal, (message) => progress.report({ message: plainMessage(message) }));
  });
}

/** An event of the engine makes a new picture within a quarter of a second; the rest is for a busy machine. ms. */
const PICTURE_LIMIT_MS = 2000;

/** Waits for a picture that has what was done; goes on without it when none comes. The store must be watched meanwhile. */
export function untilPicture(store: Store, has: (topology: Topology) => boolean): Promise<void> {
  const passes = (state: EngineState): boolean => state.kind === 'ready' && has(state.topology);
  return new Promise((resolve) => {
    const settle = (): void => {
      subscription.dispose();
      cancel();
      resolve();
    };
    const subscription = store.onDidChangeState((state) => {
      if (passes(state)) {
        settle();
      }
    });
    const cancel = systemClock.after(PICTURE_LIMIT_MS, settle);
    if (passes(store.state)) {
      settle();
    }
  });
}
