import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import { anyNodes, nodesOf } from '../../views/rows/nodes';
import type { OpenEngine } from '../shared/openEngine';
import { withCancel, withEngine, type ActionParts, type Afterwards } from '../shared/quickAction';
import { askMany, askOne } from '../shared/quickInputs';
import { containerLines, networkLines } from '../shared/quickRows';
import { plainMessage, sayOutcomes } from '../shared/quickWords';
import { cutContainer, offerUndo, type Cut } from './cutContainer';
import {
  leavingQuestion,
  planLeaving,
  sayNoLeaving,
  type ContainerOnNetwork,
  type Leaving,
} from './disconnectContainerPlan';

/** "Disconnect from Network…": asks, saying what is lost, and offers the way back. */
export function registerDisconnectContainer({ store }: ActionParts): vscode.Disposable {
  return vscode.commands.registerCommand(
    'portolan.disconnectContainer',
    (clicked: unknown, selected: unknown) =>
      withEngine(store, async (engine) => {
        // Only where no row came it is asked which is meant.
        if (anyNodes(clicked, selected).length === 0) {
          return disconnect(planLeaving(engine.topology(), await pickPairs(engine)), engine, store);
        }
        const nodes = await placed(nodesOf('container', clicked, selected), engine);
        if (nodes === undefined) {
          return undefined;
        }
        const leaving = planLeaving(engine.topology(), nodes);
        return leaving.length > 0
          ? disconnect(leaving, engine, store)
          : async () =>
              vscode.window.showInformationMessage(plainMessage(sayNoLeaving(engine.topology(), nodes)));
      }),
  );
}

const TITLE = 'Disconnect from Network';

/** A diagram shows a container between its networks: which one is meant is asked. Undefined where nobody says. */
async function placed(
  nodes: readonly ContainerOnNetwork[],
  { topology }: OpenEngine,
): Promise<readonly ContainerOnNetwork[] | undefined> {
  const [node] = nodes;
  if (node?.networkId !== '') {
    return nodes;
  }
  const places = topology().containerById.get(node.containerId)?.endpoints ?? [];
  const leaving = planLeaving(topology(), places);
  if (leaving.length < 2) {
    return leaving.length === 0 ? places : leaving.map(({ endpoint }) => endpoint);
  }
  const from = await askOne({
    title: TITLE,
    placeholder: 'From which network?',
    lines: () => networkLines(leaving.map(({ network }) => network)),
  });
  return from.kind === 'done' ? places.filter(({ networkId }) => networkId === from.value) : undefined;
}

async function pickPairs({ topology }: OpenEngine): Promise<readonly ContainerOnNetwork[]> {
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
  engine: OpenEngine,
  store: Store,
): Promise<Afterwards> {
  if (leaving.length === 0) {
    return undefined;
  }
  const { message, detail } = leavingQuestion(leaving, engine.topology());
  const button = leaving.length === 1 ? 'Disconnect' : `Disconnect ${leaving.length} Containers`;
  if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, button)) !== button) {
    return undefined;
  }
  const cuts = await carryOut(leaving, engine);
  const outcomes = cuts.map(({ outcome }) => outcome);
  const networks = new Set(leaving.map(({ network }) => network.name));
  const done = networks.size === 1 ? `disconnected from ${[...networks].join('')}` : 'disconnected';
  const words = sayOutcomes(outcomes, leaving.length, { noun: 'container', done });
  const failed = outcomes.some(({ problem }) => problem !== undefined);
  return () => offerUndo(words, failed, cuts, engine, store);
}

function carryOut(leaving: readonly Leaving[], engine: OpenEngine): Thenable<readonly Cut[]> {
  const title =
    leaving.length === 1 ? 'Disconnecting the container' : `Disconnecting ${leaving.length} containers`;
  return withCancel(title, async (signal, report) => {
    const cuts: Cut[] = [];
    for (const one of leaving) {
      if (signal.aborted) {
        break;
      }
      report(one.container.name);
      cuts.push(await cutContainer(one, engine, signal));
    }
    return cuts;
  });
}
