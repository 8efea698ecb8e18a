import { hostname, networkInterfaces } from 'node:os';
import * as vscode from 'vscode';
import type { CreatedNetwork } from '../../engine/calls';
import type { Endpoint } from '../../engine/state';
import { networkCreateCommand } from '../../language';
import type { HostRecord, NetworkSpec } from '../../model';
import { untilPicture, withCancel, withEngine, type ActionParts } from '../shared/quickAction';
import { change, type Asked, type Changed } from '../shared/quickChange';
import type { StepFrame } from '../shared/quickInputs';
import { plainMessage, sayNotDone } from '../shared/quickWords';
import type { HostInterface } from './createNetworkChoices';
import { emptyDraft, hasParent, specOfDraft, type NetworkDraft } from './createNetworkDraft';
import { review } from './createNetworkReview';
import {
  askDriver,
  askField,
  askMode,
  askParent,
  type CreateSession,
  type Left,
  type Place,
} from './createNetworkSteps';

/** "Create Network…": a form in steps. What was typed and not made is offered again the next time. */
export function registerCreateNetwork(parts: ActionParts): vscode.Disposable {
  let kept: NetworkDraft | undefined;
  const run = (draft: NetworkDraft, from: Place): Promise<void> =>
    withEngine(parts.store, async (engine) => {
      const { endpoint, topology } = engine;
      const session: CreateSession = {
        draft,
        kept,
        topology,
        changes: (listener) => parts.store.onDidChangeState(listener),
        interfaces: interfacesOf(endpoint, topology().host),
      };
      const pressed = await fillIn(session, from);
      kept = session.draft === emptyDraft ? kept : session.draft;
      if (!pressed) {
        return undefined;
      }
      const spec = specOfDraft(session.draft);
      const answer = await create(spec, engine);
      if (answer.ok) {
        kept = undefined;
        await untilPicture(parts.store, ({ networkById }) => networkById.has(answer.value.id));
        void parts.rows.reveal(answer.value.id);
        return () => sayCreated(spec, answer.value, parts);
      }
      return async () => {
        if (await wantsAnother(spec, answer)) {
          await run(session.draft, 'review');
        }
      };
    });
  return vscode.commands.registerCommand('portolan.createNetwork', () => run(emptyDraft, 'driver'));
}

function create(spec: NetworkSpec, engine: Asked): Thenable<Changed<CreatedNetwork>> {
  return withCancel(`Creating the network ${spec.name}`, (signal) =>
    change(engine, (calls, abort) => calls.createNetwork(spec, abort), signal),
  );
}

const STEPS: Readonly<Record<Place, (session: CreateSession, frame: StepFrame) => Promise<Left>>> = {
  driver: askDriver,
  name: (session, frame) => askField(session, 'name', frame),
  parent: askParent,
  mode: askMode,
  review,
};

/** Goes through the steps, forth and back; true once "Create" was pressed. */
async function fillIn(session: CreateSession, from: Place): Promise<boolean> {
  let at = from;
  for (;;) {
    const places = placesOf(session.draft);
    const index = places.indexOf(at);
    const left = await STEPS[at](session, {
      title: 'Create Network',
      step: [index + 1, places.length],
      back: index > 0,
    });
    if (left === 'cancelled') {
      return false;
    }
    if (left === 'next' && at === 'review') {
      return true;
    }
    const after = placesOf(session.draft);
    at = left === 'next' ? (after[index + 1] ?? 'review') : left === 'back' ? (after[index - 1] ?? at) : left;
  }
}

function placesOf({ driver }: NetworkDraft): readonly Place[] {
  return hasParent(driver) ? ['driver', 'name', 'parent', 'mode', 'review'] : ['driver', 'name', 'review'];
}

async function sayCreated(
  spec: NetworkSpec,
  { id, warning }: CreatedNetwork,
  parts: ActionParts,
): Promise<void> {
  const [diagram, copy] = ['Show Diagram', 'Copy Command'];
  const words = `The network ${spec.name} was created.`;
  const chosen = await (warning === undefined
    ? vscode.window.showInformationMessage(plainMessage(words), diagram, copy)
    : vscode.window.showWarningMessage(plainMessage(`${words} ${warning}`), diagram, copy));
  if (chosen === diagram) {
    parts.diagrams.showNetwork(id);
  } else if (chosen === copy) {
    await vscode.env.clipboard.writeText(networkCreateCommand(spec));
  }
}

/** Nothing that was typed is lost by a refusal. */
async function wantsAnother(
  { name }: NetworkSpec,
  answer: Extract<Changed<unknown>, { readonly ok: false }>,
): Promise<boolean> {
  const again = 'Try Again';
  const words = `The network ${sayNotDone(name, 'created', answer.problem)}`;
  return (await vscode.window.showErrorMessage(plainMessage(words), again)) === again;
}

/**
 * The interfaces of this machine, where the engine runs on it: a local socket can lead into a virtual machine (Docker
 * Desktop, Colima) or out of a container, and then the engine names another host.
 */
function interfacesOf({ url }: Endpoint, host: HostRecord): readonly HostInterface[] {
  const local = /^(unix|npipe):/.test(url) && host.name === hostname();
  return local
    ? Object.entries(networkInterfaces()).map(([name, addresses]) => ({
        name,
        addresses: (addresses ?? []).map(({ cidr, address }) => cidr ?? address),
      }))
    : [];
}
