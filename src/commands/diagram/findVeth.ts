import * as vscode from 'vscode';
import { findVeth, sayVethProblem } from '../../engine/veth';
import type { Topology } from '../../model';
import type { VethNames } from '../../views/diagram/vethNames';
import { nodeOf } from '../../views/rows/nodes';
import { containerWords } from '../../views/rows/rowWords';
import { everyPlace } from '../../views/rows/subjectNodes';
import type { OpenEngine } from '../shared/openEngine';
import { withCancel, withEngine, type ActionParts, type Afterwards } from '../shared/quickAction';
import { askOne } from '../shared/quickInputs';
import { containerLines, networkLines } from '../shared/quickRows';
import { plainMessage } from '../shared/quickWords';

/** A container and a bridge network that it is on. */
interface Plug {
  readonly containerId: string;
  readonly networkId: string;
}

/**
 * "Find veth Name": the host's end of a container's veth pair, read on this machine, for the Engine API does not tell it. The
 * diagrams show it from then on, until the container is connected or started anew.
 */
export function registerFindVeth({ store }: Pick<ActionParts, 'store'>, names: VethNames): vscode.Disposable {
  return vscode.commands.registerCommand('portolan.findVeth', (clicked: unknown) =>
    withEngine(store, async (engine) => {
      const node = nodeOf('container', clicked);
      const plugs = plugsOf(engine.topology()).filter(
        ({ containerId }) => !node || containerId === node.containerId,
      );
      const named = node && everyPlace(node, engine.topology());
      const here = plugs.filter(
        (plug) => !named || named.some(({ networkId }) => networkId === plug.networkId),
      );
      if (here.length === 0) {
        return sayNone;
      }
      const plug = await choose(here, engine.topology());
      return plug && find(plug, engine, names);
    }),
  );
}

async function sayNone(): Promise<void> {
  const words = 'No container is on a bridge network here now: a veth pair is there while one runs on it.';
  await vscode.window.showInformationMessage(words);
}

function plugsOf(topology: Topology): readonly Plug[] {
  return topology.networks.flatMap((network) =>
    network.endpoints.flatMap((endpoint) => {
      const container = topology.containerById.get(endpoint.containerId);
      const plugged = container && containerWords(container, endpoint, network).includes('plugged');
      return plugged ? [{ containerId: container.id, networkId: network.id }] : [];
    }),
  );
}

async function choose(plugs: readonly Plug[], topology: Topology): Promise<Plug | undefined> {
  const title = 'Find veth Name';
  const ids = [...new Set(plugs.map(({ containerId }) => containerId))];
  const containers = ids.flatMap((id) => topology.containerById.get(id) ?? []);
  const who =
    ids.length === 1
      ? ids[0]
      : await ask(title, 'Of which container?', () => containerLines(containers, topology));
  const own = plugs.filter(({ containerId }) => containerId === who);
  const networks = own.flatMap(({ networkId }) => topology.networkById.get(networkId) ?? []);
  const where =
    own.length === 1
      ? own[0]?.networkId
      : own.length === 0
        ? undefined
        : await ask(title, 'On which network?', () => networkLines(networks));
  return own.find(({ networkId }) => networkId === where);
}

async function ask(
  title: string,
  placeholder: string,
  lines: () => ReturnType<typeof networkLines>,
): Promise<string | undefined> {
  const step = await askOne({ title, placeholder, lines });
  return step.kind === 'done' ? step.value : undefined;
}

async function find(plug: Plug, engine: OpenEngine, names: VethNames): Promise<Afterwards> {
  const { containerId, networkId } = plug;
  const topology = engine.topology();
  const answer = await withCancel('Looking for the veth pair', (signal) =>
    findVeth(topology, containerId, networkId, {
      url: engine.endpoint.url,
      readFiles: (id, paths) => engine.ask((calls, abort) => calls.readFiles(id, paths, abort), signal),
    }),
  );
  if (!answer.ok) {
    return async () => vscode.window.showErrorMessage(plainMessage(sayVethProblem(answer.problem)));
  }
  const network = topology.networkById.get(networkId);
  const endpoint = network?.endpoints.find((one) => one.containerId === containerId);
  if (endpoint) {
    names.add(endpoint, answer.name);
  }
  const who = topology.containerById.get(containerId)?.name ?? containerId;
  return () => sayFound(`${who} is on ${network?.name ?? networkId} through ${answer.name}.`, answer.name);
}

async function sayFound(words: string, name: string): Promise<void> {
  const copy = 'Copy';
  if ((await vscode.window.showInformationMessage(plainMessage(words), copy)) === copy) {
    await vscode.env.clipboard.writeText(name);
  }
}
