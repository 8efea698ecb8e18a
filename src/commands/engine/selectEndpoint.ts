import * as vscode from 'vscode';
import type { Answer } from '../../engine/calls';
import { hostChoice, type EngineChoice } from '../../engine/choice';
import { probeEndpoint, type ProbedEngine } from '../../engine/probe';
import type { EngineStore } from '../../engine/store';
import { connectTo } from './connectTo';
import { isSameChoice, listEndpoints, sayHostProblem, sayProbe, type EndpointEntry } from './endpointRows';
import type { ChosenEngine } from './engineChoice';

interface EndpointItem extends vscode.QuickPickItem {
  /** Undefined for a heading and for what is no engine. */
  readonly pick?: { readonly choice: EngineChoice } | 'enter';
}

const HEADINGS: Readonly<Record<EndpointEntry['group'], string>> = {
  automatic: 'automatic',
  contexts: 'docker contexts',
  sockets: 'sockets of this machine',
  chosen: 'chosen before',
};

/** The command that lists every endpoint with its state and turns to the one that is picked. */
export function registerSelectEndpoint(store: EngineStore, engine: ChosenEngine): vscode.Disposable {
  return vscode.commands.registerCommand('portolan.selectEndpoint', async () => {
    const picked = await pickEndpoint(engine);
    const choice = picked === 'enter' ? await enterHost() : picked;
    if (choice) {
      await connectTo(store, engine, choice.choice);
    }
  });
}

/** Opens at once; the entries come as they are read, and their states as the engines answer. Closing hangs up. */
async function pickEndpoint(engine: ChosenEngine): Promise<EndpointItem['pick']> {
  const pick = vscode.window.createQuickPick<EndpointItem>();
  const closed = new AbortController();
  pick.title = 'Select Docker Endpoint';
  pick.placeholder = 'The engine that Portolan shows in this workspace';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.keepScrollPosition = true;
  pick.busy = true;
  pick.items = itemsOf([], new Map(), engine.choice);
  pick.show();
  void fill(pick, engine, closed.signal);
  try {
    return await new Promise<EndpointItem['pick']>((resolve) => {
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]?.pick);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
    });
  } finally {
    closed.abort();
    pick.dispose();
  }
}

/** Lists the endpoints, asks all of them at a time, and shows each answer when it is there. */
async function fill(
  pick: vscode.QuickPick<EndpointItem>,
  engine: ChosenEngine,
  signal: AbortSignal,
): Promise<void> {
  const { choice } = engine;
  const entries = await listEndpoints(engine.sources(), choice);
  const answers = new Map<EndpointEntry, Answer<ProbedEngine>>();
  const show = (): void => {
    if (!signal.aborted) {
      replaceItems(pick, itemsOf(entries, answers, choice));
    }
  };
  show();
  // Until here nobody can have gone anywhere.
  pick.activeItems = pick.items.filter(({ pick: picked }) => isCurrent(picked, choice));
  await Promise.all(
    entries.map(async (entry) => {
      if (entry.resolved) {
        answers.set(entry, await probeEndpoint(entry.resolved, signal));
        show();
      }
    }),
  );
  if (!signal.aborted) {
    pick.busy = false;
  }
}

function isCurrent(picked: EndpointItem['pick'], choice: EngineChoice): boolean {
  return typeof picked === 'object' && isSameChoice(picked.choice, choice);
}

/** The row that the user has gone to stays the active one. */
function replaceItems(pick: vscode.QuickPick<EndpointItem>, items: readonly EndpointItem[]): void {
  const [before] = pick.activeItems;
  pick.items = items;
  const active = items.find(
    (item) => item.label === before?.label && item.description === before.description,
  );
  pick.activeItems = active ? [active] : [];
}

function itemsOf(
  entries: readonly EndpointEntry[],
  answers: ReadonlyMap<EndpointEntry, Answer<ProbedEngine>>,
  current: EngineChoice,
): EndpointItem[] {
  const listed = entries.flatMap((entry, index): EndpointItem[] => [
    ...(entries[index - 1]?.group === entry.group ? [] : [separator(HEADINGS[entry.group])]),
    {
      label: entry.label,
      description: mark(entry.description, isSameChoice(entry.choice, current)),
      detail: sayProbe(answers.get(entry)),
      pick: { choice: entry.choice },
    },
  ]);
  const sample: EngineChoice = { kind: 'sample' };
  return [
    ...listed,
    separator('others'),
    {
      label: 'Enter a Host…',
      description: 'unix://, tcp://, ssh:// or npipe://',
      alwaysShow: true,
      pick: 'enter',
    },
    {
      label: 'The Sample Engine',
      description: mark('a recorded picture with every kind of network', isSameChoice(sample, current)),
      pick: { choice: sample },
    },
  ];
}

function separator(label: string): EndpointItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function mark(description: string, current: boolean): string {
  return current ? `$(check) current · ${description}` : description;
}

async function enterHost(): Promise<{ readonly choice: EngineChoice } | undefined> {
  const entered = await vscode.window.showInputBox({
    title: 'Docker Endpoint',
    prompt:
      'The address of a Docker engine: unix:///…, tcp://host:2376, ssh://user@host or npipe:////./pipe/…',
    placeHolder: 'ssh://user@host',
    ignoreFocusOut: true,
    validateInput: (value) => sayHostProblem(value),
  });
  return entered === undefined ? undefined : { choice: hostChoice(entered) };
}
