import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { EndpointSources } from '../../engine/endpoint';
import { dockerSource, sampleSource } from '../../engine/sources';
import type { Source } from '../../engine/store';
import { choiceMemory, type ChoiceMemory } from './choiceMemory';

/** Which engine this workspace looks at, remembered over a reload of the window. */
export interface ChosenEngine extends ChoiceMemory {
  /** Where the store gets its picture from now. */
  readonly source: Source;
  /** What decides where the user's engine is; without the choice, as the docker CLI has it. */
  sources(): EndpointSources;
}

/** Remembers the choice in the workspace's memory; the docker source reads it anew at each connection. */
export function chosenEngine(context: vscode.ExtensionContext): ChosenEngine {
  const memory = choiceMemory(context.workspaceState);
  const sample = sampleSource(context.asAbsolutePath('media/sample/engine.json'));
  const docker = dockerSource(() => {
    const { choice } = memory;
    return { ...endpointSources(), choice: choice?.kind === 'sample' ? undefined : choice };
  });
  return {
    get choice() {
      return memory.choice;
    },
    get beforeSample() {
      return memory.beforeSample;
    },
    get source() {
      return memory.choice?.kind === 'sample' ? sample : docker;
    },
    choose: (choice) => memory.choose(choice),
    sources: endpointSources,
  };
}

function endpointSources(): EndpointSources {
  const setting = vscode.workspace.getConfiguration('portolan').get<string>('host', '').trim();
  return { setting, env: process.env, home: homedir(), platform: process.platform };
}
