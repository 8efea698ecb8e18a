import type { Answer } from '../../engine/calls';
import { hostChoice, type EndpointChoice, type EngineChoice } from '../../engine/choice';
import { listContexts, readContext } from '../../engine/contexts';
import { resolveEndpoint, type EndpointSources, type ResolvedEndpoint } from '../../engine/endpoint';
import type { ProbedEngine } from '../../engine/probe';
import { existingSockets } from '../../engine/sockets';
import type { Endpoint } from '../../engine/state';
import { parseTransport } from '../../engine/transport';
import { sayProblem } from '../../views/engine/state';
import { endpointName, shortLabel } from '../../views/engine/statusWords';
import { plainLabel } from '../../views/rows/plainLabel';

/** An endpoint that can be selected. */
export interface EndpointEntry {
  readonly choice: EngineChoice;
  readonly label: string;
  /** Address, and what is told of it. */
  readonly description: string;
  /** The heading it stands under. */
  readonly group: 'automatic' | 'contexts' | 'sockets' | 'chosen';
  /** Whom to ask for its state; undefined for what needs no asking. */
  readonly resolved: ResolvedEndpoint | undefined;
}

/** Every endpoint that can be selected, in the order in which they are shown: what decides by itself first. */
export async function listEndpoints(
  sources: EndpointSources,
  current: EngineChoice,
): Promise<readonly EndpointEntry[]> {
  const [automatic, contexts, sockets] = await Promise.all([
    resolveEndpoint(sources),
    contextEntries(sources),
    existingSockets(sources),
  ]);
  const first: EndpointEntry = {
    choice: undefined,
    label: automatic.endpoint.origin === 'setting' ? 'As portolan.host Says' : 'As the docker CLI Decides',
    description: sayAutomatic(automatic.endpoint),
    group: 'automatic',
    resolved: automatic,
  };
  const known = [first, ...contexts].map(({ resolved }) => resolved?.endpoint.url);
  const others = sockets
    .filter(({ url }) => !known.includes(url))
    .map(({ name, url }): EndpointEntry => {
      const choice = { kind: 'host', url } as const;
      return { choice, label: name, description: plainLabel(url), group: 'sockets', resolved: at(url) };
    });
  const listed = [first, ...contexts, ...others];
  const missing = current !== undefined && !listed.some(({ choice }) => isSameChoice(choice, current));
  return missing && current.kind !== 'sample' ? [...listed, await chosenEntry(sources, current)] : listed;
}

async function contextEntries(sources: EndpointSources): Promise<readonly EndpointEntry[]> {
  const contexts = await listContexts(sources);
  return Promise.all(
    contexts.map(async ({ name, description }) => {
      const resolved = await readContext(sources, name, 'chosen');
      const words = [resolved.endpoint.url, description ?? ''].filter((part) => part !== '');
      return {
        choice: { kind: 'context', name },
        label: shortLabel(name),
        description: words.map(plainLabel).join(' · '),
        group: 'contexts',
        resolved,
      } as const;
    }),
  );
}

/** What was chosen before and is in no list: an address that was entered, a context that is gone. */
async function chosenEntry(sources: EndpointSources, choice: EndpointChoice): Promise<EndpointEntry> {
  const resolved = await resolveEndpoint({ ...sources, choice });
  const { url } = resolved.endpoint;
  const label = endpointName(resolved.endpoint);
  return { choice, label, description: plainLabel(url), group: 'chosen', resolved };
}

function at(url: string): ResolvedEndpoint {
  return { endpoint: { url, origin: 'chosen' } };
}

function sayAutomatic(endpoint: Endpoint): string {
  const reasons: Readonly<Record<Endpoint['origin'], string>> = {
    chosen: '',
    setting: 'setting',
    DOCKER_HOST: 'DOCKER_HOST',
    DOCKER_CONTEXT: `DOCKER_CONTEXT ${endpoint.context ?? ''}`,
    context: `context ${endpoint.context ?? ''}`,
    default: 'default socket',
    sample: '',
  };
  return `${plainLabel(reasons[endpoint.origin])} · ${plainLabel(endpoint.url)}`;
}

/** Whether two choices are of the same engine by the same way. */
export function isSameChoice(a: EngineChoice, b: EngineChoice): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(choice: EngineChoice): readonly unknown[] {
  switch (choice?.kind) {
    case undefined:
      return [];
    case 'sample':
      return [choice.kind];
    case 'context':
      return [choice.kind, choice.name];
    case 'host':
      return [choice.kind, choice.url];
  }
}

/** The second line of an entry: what the engine answered, or what is known before it does. */
export function sayProbe(probe: Answer<ProbedEngine> | undefined): string {
  if (probe === undefined) {
    return '$(loading~spin) asking…';
  }
  if (!probe.ok) {
    return `$(error) ${plainLabel(sayProblem(probe.problem))}`;
  }
  const { engineVersion, apiVersion } = probe.value;
  const version = shortLabel(engineVersion ?? 'of unknown version');
  return `$(pass) engine ${version}${apiVersion === undefined ? '' : ` · API ${shortLabel(apiVersion)}`}`;
}

/** Why an address that the user enters can't be one, while it is typed; undefined where it can. */
export function sayHostProblem(entered: string): string | undefined {
  if (entered.trim() === '') {
    return 'unix:///run/docker.sock, tcp://host:2376, ssh://user@host or npipe:////./pipe/docker_engine';
  }
  const transport = parseTransport(hostChoice(entered).url);
  return transport.kind === 'unusable' ? `Not an address of an engine: ${transport.why}.` : undefined;
}
