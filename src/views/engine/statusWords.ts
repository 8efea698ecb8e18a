import type { Endpoint, EngineState } from '../../engine/state';
import { code } from '../../language';
import { plainCharacters } from '../rows/plainLabel';
import { headlineOf, sayProblem } from './state';

/** What the status bar shows of the engine. */
export interface StatusWords {
  /** With the icons of VS Code: `$(plug) default`. */
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly warns: boolean;
}

/** More than that of an address would push others out of the status bar. */
const LONGEST_NAME = 40;

const ICONS: Readonly<Record<EngineState['kind'], string>> = {
  connecting: '$(loading~spin)',
  ready: '$(plug)',
  unavailable: '$(warning)',
};

/** A short name: the context's, `default`, `Sample Engine`, `u@host`, `host:2376`, a socket's path. */
export function endpointName({ url, origin, context }: Endpoint): string {
  if (context !== undefined) {
    return shortLabel(context);
  }
  switch (origin) {
    case 'sample':
      return 'Sample Engine';
    case 'default':
      return 'default';
    case 'chosen':
    case 'setting':
    case 'DOCKER_HOST':
    case 'DOCKER_CONTEXT':
    case 'context':
      return shortLabel(url.replace(/^\w+:\/\//, ''));
  }
}

/** Who said that this is the engine, as a clause: `the current docker context`. */
export function sayOrigin({ origin }: Endpoint): string {
  const words: Readonly<Record<Endpoint['origin'], string>> = {
    chosen: 'chosen for this workspace',
    setting: 'the setting portolan.host',
    DOCKER_HOST: 'the environment variable DOCKER_HOST',
    DOCKER_CONTEXT: 'the environment variable DOCKER_CONTEXT',
    context: 'the current docker context',
    default: 'the default socket',
    sample: 'a recording, not your Docker',
  };
  return words[origin];
}

/** What stands in the status bar; undefined while nobody has asked for the engine. */
export function statusOf(state: EngineState): StatusWords | undefined {
  const { endpoint } = state;
  const asked = endpoint.url !== '' || endpoint.context !== undefined || state.kind !== 'connecting';
  if (!asked) {
    return undefined;
  }
  const name = endpointName(endpoint);
  return {
    text: `${ICONS[state.kind]} ${name}`,
    tooltip: [`**Docker endpoint** ${code(name)}`, facts(state).join('\n'), sayNow(state)].join('\n\n'),
    spoken: `Docker endpoint ${name}, ${spokenState(state)}`,
    warns: state.kind === 'unavailable',
  };
}

function facts(state: EngineState): readonly string[] {
  const { endpoint } = state;
  const { engineVersion, apiVersion } = state.kind === 'ready' ? state.topology.host : {};
  return [
    ...(endpoint.url === '' || endpoint.origin === 'sample' ? [] : [`- Address: ${code(endpoint.url)}`]),
    `- From: ${sayOrigin(endpoint)}`,
    ...(engineVersion === undefined ? [] : [`- Engine: ${code(engineVersion)}`]),
    ...(apiVersion === undefined ? [] : [`- Newest API of the engine: ${code(apiVersion)}`]),
  ];
}

function sayNow(state: EngineState): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting…';
    case 'ready':
      return 'Click to select another one.';
    case 'unavailable':
      return `${headlineOf(state.problem)}: ${code(state.problem.detail)}\n\nClick to select another one.`;
  }
}

function spokenState(state: EngineState): string {
  switch (state.kind) {
    case 'connecting':
      return 'connecting';
    case 'ready':
      return 'connected';
    case 'unavailable':
      return sayProblem(state.problem);
  }
}

/** A text of others in a label or a message of VS Code: `$(name)` in it is no icon anywhere, and it is not too long. */
export function shortLabel(text: string): string {
  const plain = plainCharacters(text).replaceAll('$(', '$ (');
  return plain.length > LONGEST_NAME ? `…${plain.slice(-LONGEST_NAME)}` : plain;
}
