import type { Container } from '../../model';
import { findContainer, serviceContainers, type LiveFacts } from '../facts';
import { code } from '../markdown';
import type { Scope, Use } from '../use';
import type { LinkValue } from '../values/link';
import { readLink, readNetwork, type BorrowedMode } from '../values/read';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { containerWords, isStopped } from './liveWords';

/** What `--link db:database` or an entry of `links` makes findable. */
export function explainLink(use: Use, scope: Scope, facts: LiveFacts | undefined): Explanation | undefined {
  const link = readLink(use);
  if (!link) return use.text === undefined ? undefined : explainUnknown(putInLater);
  if (!link.ok) return explainProblem(link.problem, use.syntax === 'externalLink' ? 'Compose' : 'Docker');
  if (use.syntax === 'serviceLink') return serviceLink(link, facts);
  return use.syntax === 'externalLink' ? externalLink(link, facts) : containerLink(link, use, scope, facts);
}

/** Compose gives it to the engine with the networks of the service. */
function externalLink({ target, alias }: LinkValue, facts: LiveFacts | undefined): Explanation {
  const name = alias === target ? 'under its own name' : `also under the name ${code(alias)}`;
  const container = facts && findContainer(facts, target);
  const now = container
    ? [containerWords(container), ...(isStopped(container) ? [noAnswer] : [])]
    : [`no container ${code(target)} on this engine.`];
  return {
    meaning: `This service finds the container ${code(target)}, which is none of this file, ${name}.`,
    details: ['The DNS of the engine answers for it, where both are on one network.'],
    mind: ['links are legacy: containers of one network find each other by name without them.'],
    now: facts ? now : [],
  };
}

const noAnswer = 'while it is stopped, the name does not resolve.';

function serviceLink({ target, alias }: LinkValue, facts: LiveFacts | undefined): Explanation {
  const name = alias === target ? 'under its own name' : `also under the name ${code(alias)}`;
  return {
    meaning: `This service finds the service ${code(target)} ${name}, and starts after it.`,
    details: [],
    mind: ['links are legacy: services of one network find each other by name without them.'],
    now: facts ? serviceContainers(facts, target).slice(0, 3).map(containerWords) : [],
  };
}

/** On which kind of network the link stands; `unknown` where a variable or a flag out of sight decides. */
type LinkPlace = 'default' | 'own' | 'unknown' | BorrowedMode;

function containerLink(link: LinkValue, use: Use, scope: Scope, facts: LiveFacts | undefined): Explanation {
  const place = use.place === 'networkConnect' ? 'own' : linkPlace(scope);
  const conflict = conflictWords(place);
  if (conflict !== undefined) return { meaning: conflict, details: [], mind: [], now: [] };
  const { target, alias } = link;
  return {
    meaning: `This container finds the container ${code(target)} under the name ${code(alias)}. ${howWords(place)}`,
    details: [],
    mind: ['links are legacy. On a network of your own, names resolve without them.'],
    now: facts ? nowWords(link, place, facts) : [],
  };
}

/** The first network counts; where none is named it is the default bridge. */
function linkPlace({ uses, partial }: Scope): LinkPlace {
  const choice = uses.find(({ syntax }) => syntax === 'network');
  if (!choice) return partial ? 'unknown' : 'default';
  const value = readNetwork(choice);
  if (!value?.ok) return 'unknown';
  if (value.mode === 'named') return 'own';
  return value.mode === 'bridge' ? 'default' : value.mode;
}

function conflictWords(place: LinkPlace): string | undefined {
  switch (place) {
    case 'host':
      return "**The engine refuses it:** `host type networking can't be used with links`";
    case 'container':
    case 'service':
      return "**The engine refuses it:** `container type network can't be used with links`";
    case 'none':
      return 'Without a network the engine accepts the link, and it leads nowhere.';
    case 'default':
    case 'own':
    case 'unknown':
      return undefined;
  }
}

function howWords(place: LinkPlace): string {
  if (place === 'default') return 'On the default bridge a line in its /etc/hosts does it.';
  if (place === 'own')
    return 'On a network of your own the DNS of the engine answers for it, for this container alone; /etc/hosts stays as it is.';
  return 'A line in its /etc/hosts does it on the default bridge, the DNS of the engine on a network of your own.';
}

function nowWords(link: LinkValue, place: LinkPlace, facts: LiveFacts): readonly string[] {
  const container = findContainer(facts, link.target);
  if (!container) return [missingWords(link.target, place)];
  const words = [containerWords(container)];
  if (place === 'default')
    return isStopped(container)
      ? [...words, 'while it is stopped, the container with the link does not start.']
      : [...words, hostsWords(container, link, facts)];
  return place === 'own' && isStopped(container) ? [...words, noAnswer] : words;
}

function missingWords(target: string, place: LinkPlace): string {
  const missing = `no container ${code(target)} on this engine`;
  if (place === 'default')
    return `${missing}; the engine refuses it: ${code(`could not get container for ${target}`)}.`;
  return place === 'own'
    ? `${missing}; the engine accepts that silently, and the name does not resolve.`
    : `${missing}.`;
}

function hostsWords(container: Container, { alias }: LinkValue, { topology }: LiveFacts): string {
  const endpoint = container.endpoints.find(
    ({ networkId }) => topology.networkById.get(networkId)?.defaultBridge,
  );
  if (!endpoint) {
    return `it is not on the default bridge; the engine refuses the link: ${code(`Cannot link to /${container.name}, as it does not belong to the default network`)}.`;
  }
  const names = [alias, container.id.slice(0, 12), ...(alias === container.name ? [] : [container.name])];
  return `the line in /etc/hosts is ${code(`${endpoint.ipv4 ?? '?'} ${names.join(' ')}`)}, derived.`;
}
