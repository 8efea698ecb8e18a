import * as vscode from 'vscode';
import type { EngineProblem, Store } from '../engine/state';
import type { Topology } from '../model';
import { networkRow } from '../views/rows';
import { networkWords } from '../views/rowWords';
import { nodesOf } from '../views/nodes';
import { withCancel, withEngine, type ActionParts, type Afterwards, type OpenEngine } from './quickAction';
import { askMany } from './quickInputs';
import { plainMessage, sayOutcomes, type Outcome } from './quickWords';
import { planRemovals, removalQuestion, type Removal, type RemovalButton } from './removeNetworksPlan';

/** What the Delete key gives instead of a row: the view's selection is meant. */
const SELECTION = 'selection';

/** "Remove Network…": asks, naming what goes and what that means, then removes one after the other. */
export function registerRemoveNetworks({ store, rows }: ActionParts): vscode.Disposable {
  return vscode.commands.registerCommand('portolan.removeNetworks', (clicked: unknown, selected: unknown) =>
    withEngine(store, async (engine) => {
      const chosen = nodesOf('network', clicked, clicked === SELECTION ? rows.selection() : selected);
      const ids = chosen.map(({ networkId }) => networkId);
      return removeNetworks(planRemovals(engine.topology(), ids), engine, store);
    }),
  );
}

async function pickRemovable({ topology }: OpenEngine): Promise<readonly string[]> {
  const removable = topology().networks.filter((network) => networkWords(network).includes('removable'));
  if (removable.length === 0) {
    void vscode.window.showInformationMessage('This engine has no network that could be removed.');
    return [];
  }
  const step = await askMany({
    orActive: true,
    title: 'Remove Networks',
    placeholder: 'Which networks?',
    lines: removable.map((network) => {
      const { label, description, icon } = networkRow(network);
      return { label, description, icon, value: network.id };
    }),
  });
  return step.kind === 'done' ? step.value : [];
}

async function removeNetworks(
  asked: readonly Removal[],
  engine: OpenEngine,
  store: Store,
): Promise<Afterwards> {
  const { topology } = engine;
  const removals = asked.length > 0 ? asked : planRemovals(topology(), await pickRemovable(engine));
  if (removals.length === 0) {
    return undefined;
  }
  const { message, detail, buttons } = removalQuestion(removals);
  const title = await vscode.window.showWarningMessage(
    message,
    { modal: true, detail },
    ...buttons.map((button) => button.title),
  );
  const button = buttons.find((known) => known.title === title);
  if (button === undefined) {
    return undefined;
  }
  const outcomes = await carryOut(button, topology, store);
  return async () => sayRemoved(outcomes, button.removals.length);
}

/** Says what became of them; a refusal stands until somebody closes it. */
export function sayRemoved(outcomes: readonly Outcome[], asked: number): Thenable<unknown> {
  const words = plainMessage(sayOutcomes(outcomes, asked, { noun: 'network', done: 'removed' }));
  return outcomes.every(({ problem }) => problem === undefined)
    ? vscode.window.showInformationMessage(words)
    : vscode.window.showErrorMessage(words);
}

function carryOut(
  { removals, disconnect }: RemovalButton,
  topology: () => Topology,
  store: Store,
): Thenable<readonly Outcome[]> {
  return removeEach(
    removals.map(({ network }) => network),
    store,
    async ({ id }, signal) => {
      const removal = removals.find(({ network }) => network.id === id);
      return disconnect && removal ? disconnectAll(removal, topology(), store, signal) : undefined;
    },
  );
}

/** Removes networks one after the other, until the signal stops it; `before` may find a reason not to. */
export function removeEach(
  networks: readonly { readonly id: string; readonly name: string }[],
  store: Store,
  before: (
    network: { readonly id: string },
    signal: AbortSignal,
  ) => Promise<EngineProblem | undefined> = () => Promise.resolve(undefined),
): Thenable<readonly Outcome[]> {
  const title = networks.length === 1 ? 'Removing the network' : `Removing ${networks.length} networks`;
  return withCancel(title, async (signal, report) => {
    const outcomes: Outcome[] = [];
    for (const { id, name } of networks) {
      if (signal.aborted) {
        break;
      }
      report(name);
      const problem = (await before({ id }, signal)) ?? (await removeOne(id, store, signal));
      outcomes.push({ name, problem });
    }
    return outcomes;
  });
}

async function removeOne(id: string, store: Store, signal: AbortSignal): Promise<EngineProblem | undefined> {
  const answer = await store.ask((calls, abort) => calls.removeNetwork(id, abort), signal);
  return answer.ok ? undefined : answer.problem;
}

/** Those that are on it now, and not those that were when it was asked: nobody else is cut off. */
async function disconnectAll(
  { network, attached }: Removal,
  topology: Topology,
  store: Store,
  signal: AbortSignal,
): Promise<EngineProblem | undefined> {
  const now = topology.networkById.get(network.id)?.endpoints.filter((endpoint) => endpoint.attached) ?? [];
  const agreed = attached.filter(({ id }) => now.some(({ containerId }) => containerId === id));
  for (const { id } of agreed) {
    const answer = await store.ask(
      (calls, abort) => calls.disconnectContainer(network.id, id, abort),
      signal,
    );
    if (!answer.ok) {
      return answer.problem;
    }
  }
  return undefined;
}
