import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import { anyNodes } from '../../views/rows/nodes';
import { networkWords } from '../../views/rows/rowWords';
import { networkRow } from '../../views/rows/rows';
import { cutContainer, offerUndo, type Cut } from '../containers/cutContainer';
import { keyRows } from '../shared/keyRows';
import type { OpenEngine } from '../shared/openEngine';
import { withCancel, withEngine, type ActionParts, type Afterwards } from '../shared/quickAction';
import { change, type Asked, type ChangeProblem } from '../shared/quickChange';
import { askMany } from '../shared/quickInputs';
import { plainMessage, sayOutcomes, type Outcome } from '../shared/quickWords';
import {
  notTried,
  planRemovals,
  removalQuestion,
  sayCut,
  whyNotRemoved,
  type Removal,
  type RemovalButton,
} from './removeNetworksPlan';

/** What the Delete key gives instead of a row. */
const SELECTION = 'selection';

/** "Remove Network…": asks, naming what goes and what that means, then removes one after the other. */
export function registerRemoveNetworks({ store, rows }: ActionParts): vscode.Disposable {
  return vscode.commands.registerCommand(
    'portolan.removeNetworks',
    async (clicked: unknown, selected: unknown) => {
      const nodes = clicked === SELECTION ? await keyRows(rows) : anyNodes(clicked, selected);
      await withEngine(store, async (engine) => {
        const named = nodes.flatMap((node) => (node.kind === 'network' ? [node.networkId] : []));
        // Only where no row came it is asked which is meant.
        const ids = nodes.length > 0 ? named : await pickRemovable(engine);
        const removals = planRemovals(engine.topology(), ids);
        return removals.length > 0 || nodes.length === 0
          ? removeNetworks(removals, engine, store)
          : async () =>
              vscode.window.showInformationMessage(plainMessage(whyNotRemoved(engine.topology(), nodes)));
      });
    },
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
  removals: readonly Removal[],
  engine: OpenEngine,
  store: Store,
): Promise<Afterwards> {
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
  const cuts: Cut[] = [];
  const outcomes = await carryOut(button, engine, cuts);
  const asked = button.removals.length;
  // Who left a network that is gone can't come back to it.
  const left = cuts.filter(
    ({ leaving: { network }, outcome }) =>
      outcome.problem === undefined && !outcomes.some(({ id, problem }) => id === network.id && !problem),
  );
  return left.length === 0
    ? async () => sayRemoved(outcomes, asked)
    : () => offerUndo(`${sayRemovals(outcomes, asked)} ${sayCut(left)}`, true, left, engine, store);
}

/** Says what became of them; a refusal stands until somebody closes it. */
export function sayRemoved(outcomes: readonly Outcome[], asked: number): Thenable<unknown> {
  const words = plainMessage(sayRemovals(outcomes, asked));
  return outcomes.every(({ problem }) => problem === undefined)
    ? vscode.window.showInformationMessage(words)
    : vscode.window.showErrorMessage(words);
}

function sayRemovals(outcomes: readonly Outcome[], asked: number): string {
  return sayOutcomes(outcomes, asked, { noun: 'network', done: 'removed' });
}

function carryOut(
  { removals, disconnect }: RemovalButton,
  engine: OpenEngine,
  cuts: Cut[],
): Thenable<readonly RemovalOutcome[]> {
  return removeEach(
    removals.map(({ network }) => network),
    engine,
    async ({ id }, signal) => {
      const removal = removals.find(({ network }) => network.id === id);
      return disconnect && removal ? disconnectAll(removal, engine, cuts, signal) : undefined;
    },
  );
}

interface RemovalOutcome extends Outcome {
  /** The network's. */
  readonly id: string;
}

/** Removes networks one after the other, until the signal stops it; `before` may find a reason not to. */
export function removeEach(
  networks: readonly { readonly id: string; readonly name: string }[],
  engine: Asked,
  before: (
    network: { readonly id: string },
    signal: AbortSignal,
  ) => Promise<ChangeProblem | undefined> = () => Promise.resolve(undefined),
): Thenable<readonly RemovalOutcome[]> {
  const title = networks.length === 1 ? 'Removing the network' : `Removing ${networks.length} networks`;
  return withCancel(title, async (signal, report) => {
    const outcomes: RemovalOutcome[] = [];
    for (const { id, name } of networks) {
      if (signal.aborted) {
        break;
      }
      report(name);
      const problem = (await before({ id }, signal)) ?? (await removeOne(id, engine, signal));
      outcomes.push({ id, name, problem });
    }
    return outcomes;
  });
}

async function removeOne(id: string, engine: Asked, signal: AbortSignal): Promise<ChangeProblem | undefined> {
  const answer = await change(engine, (calls, abort) => calls.removeNetwork(id, abort), signal);
  return answer.ok ? undefined : answer.problem;
}

/** Those that are on it now, and not those that were when it was asked: nobody else is cut off. */
async function disconnectAll(
  { network, attached }: Removal,
  engine: OpenEngine,
  cuts: Cut[],
  signal: AbortSignal,
): Promise<ChangeProblem | undefined> {
  const now = engine.topology().networkById.get(network.id)?.endpoints ?? [];
  for (const container of attached) {
    const endpoint = now.find(({ attached: on, containerId }) => on && containerId === container.id);
    if (endpoint) {
      const cut = await cutContainer({ container, network, endpoint }, engine, signal);
      cuts.push(cut);
      if (cut.outcome.problem) {
        return notTried(cut.outcome.name, cut.outcome.problem);
      }
    }
  }
  return undefined;
}
