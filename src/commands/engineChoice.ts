import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { decodeChoice, type EngineChoice } from '../engine/choice';
import type { EndpointSources } from '../engine/endpoint';
import { dockerSource, sampleSource } from '../engine/sources';
import type { Source } from '../engine/store';

/** Which engine this workspace looks at, remembered over a reload of the window. */
export interface ChosenEngine {
  /** Undefined where the docker CLI's rules decide. */
  readonly choice: EngineChoice;
  /** Where the store gets its picture from now. */
  readonly source: Source;
  choose(choice: EngineChoice): Promise<void>;
  /** What decides where the user's engine is; without the choice, as the docker CLI has it. */
  sources(): EndpointSources;
}

const CHOICE = 'engineChoice';

/** Remembers the choice in the workspace's memory; the docker source reads it anew at each connection. */
export function chosenEngine(context: vscode.ExtensionContext): ChosenEngine {
  const memory = context.workspaceState;
  const choice = (): EngineChoice => decodeChoice(memory.get(CHOICE));
  const sample = sampleSource(context.asAbsolutePath('media/sample/engine.json'));
  const docker = dockerSource(() => {
    const chosen = choice();
    return { ...endpointSources(), choice: chosen?.kind === 'sample' ? undefined : chosen };
  });
  return {
    get choice() {
      return choice();
    },
    get source() {
      return choice()?.kind === 'sample' ? sample : docker;
    },
    choose: async (chosen) => memory.update(CHOICE, chosen),
    sources: endpointSources,
  };
}

function endpointSources(): EndpointSources {
  const setting = vscode.workspace.getConfiguration('portolan').get<string>('host', '').trim();
  return { setting, env: process.env, home: homedir(), platform: process.platform };
}
