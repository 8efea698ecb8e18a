import * as vscode from 'vscode';
import type { Store } from '../engine/state';
import type { Topology } from '../model';
import { nodesOf } from '../views/nodes';
import {
  leavingQuestion,
  planLeaving,
  sayUndone,
  undoOf,
  type Leaving,
  type Undo,
} from './disconnectContainerPlan';
import { withCancel, withEngine, type ActionParts, type Afterwards, type OpenEngine } from './quickAction';
import { askMany, askOne } from './quickInputs';
import { containerLines, networkLines } from './quickRows';
import { plainMessage, sayOutcomes, type Outcome } from './quickWords';

/** "Disconnect from Network": asks, saying what is lost, and offers the way back. */
export function registerDisconnectContainer({ store }: ActionParts): vscode.Disposable {
  return vscode.commands.registerCommand(
    'portolan.disconnectContainer',
    (clicked: unknown, selected: unknown) =>
      withEngine(store, async (engine) => {
        const nodes = nodesOf('container', clicked, selected);
        const pairs = nodes.length > 0 ? nodes : await pickPairs(engine);
        return disconnect(planLeaving(engine.topology(), pairs), engine, store);
      }),
  );
}

type Pair = Parameters<typeof planLeaving>[1][number];

const TITLE = 'Disconnect from Network';

async function pickPairs({ topology }: OpenEngine): Promise<readonly Pair[]> {
  const pairsOf = (networkId: string): readonly Leaving[] =>
    planLeaving(topology(), topology().networkById.get(networkId)?.endpoints ?? []);
  const networks = topology().networks.filter(({ id }) => pairsOf(id).length > 0);
  if (networks.length === 0) {
    void vscode.window.showInformationMessage(
      'No container can be disconnected: none is on a network that it could leave.',
    );
    return [];
  }
  const from = await askOne({
    title: TITLE,
    placeholder: 'From which network?',
    lines: () => networkLines(networks),
  });
  if (from.kind !== 'done') {
    return [];
  }
  const containers = pairsOf(from.value).map(({ container }) => container);
  const who = await askMany({
    orActive: true,
    title: TITLE,
    placeholder: 'Which containers?',
    lines: containerLines(containers, topology()),
  });
  return who.kind === 'done' ? who.value.map((containerId) => ({ containerId, networkId: from.value })) : [];
}

async function disconnect(
  leaving: readonly Leaving[],
  { topology }: OpenEngine,
  store: Store,
): Promise<Afterwards> {
  if (leaving.length === 0) {
    return undefined;
  }
  const { message, detail } = leavingQuestion(leaving);
  const button = leaving.length === 1 ? 'Disconnect' : `Disconnect ${leaving.length} Containers`;
  if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, button)) !== button) {
    return undefined;
  }
  const { outcomes, undos } = await carryOut(leaving, topology(), store);
  const networks = new Set(leaving.map(({ network }) => network.name));
  const done = networks.size === 1 ? `disconnected from ${[...networks].join('')}` : 'disconnected';
  const words = plainMessage(sayOutcomes(outcomes, leaving.length, { noun: 'container', done }));
  return () => offerUndo(words, outcomes, undos, store);
}

/** Aliases and requested addresses are nowhere but in an inspect, and gone once the container has left. */
function carryOut(
  leaving: readonly Leaving[],
  { containerById }: Topology,
  store: Store,
): Thenable<{ readonly outcomes: readonly Outcome[]; readonly undos: readonly Undo[] }> {
  const title =
    leaving.length === 1 ? 'Disconnecting the container' : `Disconnecting ${leaving.length} containers`;
  return withCancel(title, async (signal, report) => {
    const outcomes: Outcome[] = [];
    const undos: Undo[] = [];
    for (const one of leaving) {
      const { container, network } = one;
      if (signal.aborted) {
        break;
      }
      report(containerById.get(container.id)?.name ?? container.name);
      const before = await store.ask((calls, abort) => calls.inspectContainer(container.id, abort), signal);
      const undo = before.ok ? undoOf(one, before.value) : undefined;
      const answer = await store.ask(
        (calls, abort) => calls.disconnectContainer(network.id, container.id, abort),
        signal,
      );
      outcomes.push({ name: container.name, problem: answer.ok ? undefined : answer.problem });
      if (answer.ok && undo) {
        undos.push(undo);
      }
    }
    return { outcomes, undos };
  });
}

async function offerUndo(
  words: string,
  outcomes: readonly Outcome[],
  undos: readonly Undo[],
  store: Store,
): Promise<void> {
  const undo = 'Undo';
  const buttons = undos.length === 0 ? [] : [undo];
  const failed = outcomes.some(({ problem }) => problem !== undefined);
  const show = failed ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
  if ((await show<string>(words, ...buttons)) === undo) {
    await withEngine(store, async () => reconnect(undos, store));
  }
}

async function reconnect(undos: readonly Undo[], store: Store): Promise<Afterwards> {
  const outcomes = await withCancel('Connecting again', async (signal, report) => {
    const done: Outcome[] = [];
    for (const { networkId, spec, containerName: name } of undos) {
      report(name);
      const answer = await store.ask(
        (calls, abort) => calls.connectContainer(networkId, spec, abort),
        signal,
      );
      done.push({ name, problem: answer.ok ? undefined : answer.problem });
    }
    return done;
  });
  const failed = outcomes.some(({ problem }) => problem !== undefined);
  return async () =>
    failed
      ? vscode.window.showErrorMessage(
          plainMessage(sayOutcomes(outcomes, undos.length, { noun: 'container', done: 'connected again' })),
        )
      : vscode.window.showInformationMessage(plainMessage(sayUndone(undos)));
}
