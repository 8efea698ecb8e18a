import * as vscode from 'vscode';
import { isUp } from '../../model';
import { nodeOf, nodesOf } from '../../views/rows/nodes';
import type { OpenEngine } from '../shared/openEngine';
import { withCancel, withEngine, type ActionParts, type Afterwards } from '../shared/quickAction';
import { change } from '../shared/quickChange';
import { askMany, askOne } from '../shared/quickInputs';
import { containerLines, networkLines } from '../shared/quickRows';
import { plainMessage, sayOutcomes, type Outcome } from '../shared/quickWords';
import {
  candidates,
  connectForm,
  isConnectable,
  openNetworks,
  type ConnectDraft,
} from './connectContainerForm';
import { CONNECT_TITLE as title, fillIn } from './connectContainerReview';

/** "Connect Container…" on a network, "Connect to Another Network…" on a container; each asks for the other half. */
export function registerConnectContainer(parts: ActionParts): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('portolan.connectContainer', (clicked: unknown) =>
      withEngine(parts.store, async (engine) => {
        const networkId = nodeOf('network', clicked)?.networkId ?? (await pickNetwork(engine));
        const containerIds = networkId === undefined ? [] : await pickContainers(networkId, engine);
        return networkId === undefined ? undefined : connect(networkId, containerIds, engine, parts);
      }),
    ),
    registerCommand('portolan.connectToNetwork', (clicked: unknown, selected: unknown) =>
      withEngine(parts.store, async (engine) => {
        const chosen = nodesOf('container', clicked, selected).map(({ containerId }) => containerId);
        const containerIds = chosen.length > 0 ? [...new Set(chosen)] : await pickContainer(engine);
        const networkId = await pickNetworkFor(containerIds, engine);
        return networkId === undefined ? undefined : connect(networkId, containerIds, engine, parts);
      }),
    ),
  );
}

async function pickNetwork({ topology }: OpenEngine): Promise<string | undefined> {
  const networks = topology().networks.filter(isConnectable);
  const step = await askOne({
    title,
    placeholder: 'To which network?',
    lines: () => networkLines(networks),
  });
  return step.kind === 'done' ? step.value : undefined;
}

async function pickNetworkFor(
  containerIds: readonly string[],
  { topology }: OpenEngine,
): Promise<string | undefined> {
  const containers = containerIds.flatMap((id) => topology().containerById.get(id) ?? []);
  const [first, ...others] = containers.map((container) => openNetworks(container, topology()));
  const networks = (first ?? []).filter((network) => others.every((known) => known.includes(network)));
  if (containers.length === 0) {
    return undefined;
  }
  if (networks.length === 0) {
    const words = `${containers.length === 1 ? 'It' : 'They'} can join no other network of this engine.`;
    void vscode.window.showInformationMessage(words);
    return undefined;
  }
  const step = await askOne({
    title,
    placeholder: 'To which network?',
    lines: () => networkLines(networks),
  });
  return step.kind === 'done' ? step.value : undefined;
}

async function pickContainer({ topology }: OpenEngine): Promise<readonly string[]> {
  const able = topology().containers.filter((container) => openNetworks(container, topology()).length > 0);
  const step = await askOne({
    title,
    placeholder: 'Which container?',
    lines: () => containerLines(able, topology()),
  });
  return step.kind === 'done' ? [step.value] : [];
}

async function pickContainers(networkId: string, { topology }: OpenEngine): Promise<readonly string[]> {
  const network = topology().networkById.get(networkId);
  const able = network === undefined ? [] : candidates(network, topology());
  if (network === undefined || able.length === 0) {
    const words = 'No container can be connected: those that could be are on it already.';
    void vscode.window.showInformationMessage(words);
    return [];
  }
  const step = await askMany({
    orActive: true,
    title,
    placeholder: `Which containers join ${network.name}?`,
    lines: containerLines(able, topology()),
  });
  return step.kind === 'done' ? step.value : [];
}

async function connect(
  networkId: string,
  containerIds: readonly string[],
  engine: OpenEngine,
  parts: ActionParts,
): Promise<Afterwards> {
  if (containerIds.length === 0) {
    return undefined;
  }
  const start: ConnectDraft = { networkId, containerIds, ipv4: '', ipv6: '', aliases: [] };
  const draft = await fillIn(start, engine, parts.store);
  return draft === undefined ? undefined : carryOut(draft, engine, parts);
}

async function carryOut(
  draft: ConnectDraft,
  engine: OpenEngine,
  { diagrams }: ActionParts,
): Promise<Afterwards> {
  const before = engine.topology();
  const network = before.networkById.get(draft.networkId)?.name ?? draft.networkId;
  const specs = connectForm(draft, before)?.specs ?? [];
  const nameOf = (id: string): string => before.containerById.get(id)?.name ?? id;
  const outcomes = await withCancel(`Connecting to ${network}`, async (signal, report) => {
    const done: Outcome[] = [];
    for (const spec of specs) {
      if (signal.aborted) {
        break;
      }
      report(nameOf(spec.containerId));
      const answer = await change(
        engine,
        (calls, abort) => calls.connectContainer(draft.networkId, spec, abort),
        signal,
      );
      done.push({ name: nameOf(spec.containerId), problem: answer.ok ? undefined : answer.problem });
    }
    return done;
  });
  const asleep = specs.every(({ containerId }) => {
    const container = before.containerById.get(containerId);
    return container !== undefined && !isUp(container);
  });
  return async () => {
    const failed = outcomes.some(({ problem }) => problem !== undefined);
    const words = sayOutcomes(outcomes, specs.length, { noun: 'container', done: `connected to ${network}` });
    if (failed) {
      return vscode.window.showErrorMessage(plainMessage(words));
    }
    const more = asleep ? ' Stopped containers join when they start.' : '';
    const show = 'Show Diagram';
    if ((await vscode.window.showInformationMessage(plainMessage(words + more), show)) === show) {
      diagrams.showNetwork(draft.networkId);
    }
    return undefined;
  };
}
