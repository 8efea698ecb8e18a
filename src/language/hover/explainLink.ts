import type { Container } from '../../model';
import { findContainer, serviceContainers, type Facts } from '../facts';
import { code } from '../markdown';
import type { Scope, Use } from '../use';
import type { LinkValue } from '../values/link';
import { readLink, readNetwork } from '../values/read';
import { explainProblem, explainUnknown, type Explanation } from './explanation';
import { containerWords } from './liveWords';

/** What `--link db:database` or an entry of `links` makes findable. */
export function explainLink(use: Use, scope: Scope, facts: Facts | undefined): Explanation | undefined {
  const link = readLink(use);
  if (!link)
    return use.text === undefined ? undefined : explainUnknown('Known when the variables are put in.');
  if (!link.ok) return explainProblem(link.problem);
  return use.syntax === 'serviceLink' ? serviceLink(link, facts) : containerLink(link, use, scope, facts);
}

function serviceLink({ target, alias }: LinkValue, facts: Facts | undefined): Explanation {
  const name = alias === target ? 'under its own name' : `also under the name ${code(alias)}`;
  return {
    meaning: `This service finds the service ${code(target)} ${name}, and starts after it.`,
    details: [],
    mind: ['links are legacy: services of one network find each other by name without them.'],
    now: facts ? serviceContainers(facts, target).slice(0, 3).map(containerWords) : [],
  };
}

function containerLink(link: LinkValue, use: Use, scope: Scope, facts: Facts | undefined): Explanation {
  const onDefault = use.place !== 'networkConnect' && isOnDefaultBridge(scope);
  const { target, alias } = link;
  const how = onDefault
    ? 'On the default bridge a line in its /etc/hosts does it.'
    : 'On a network of your own the DNS of the engine answers for it, for this container alone; /etc/hosts stays as it is.';
  return {
    meaning: `This container finds the container ${code(target)} under the name ${code(alias)}. ${how}`,
    details: [],
    mind: ['links are legacy. On a network of your own, names resolve without them.'],
    now: facts ? nowWords(link, onDefault, facts) : [],
  };
}

/** The first network counts; where none is named it is the default bridge. */
function isOnDefaultBridge({ uses }: Scope): boolean {
  const network = uses.map(readNetwork).find((value) => value !== undefined);
  return !network?.ok || network.mode === 'default' || network.mode === 'bridge';
}

function nowWords(link: LinkValue, onDefault: boolean, facts: Facts): readonly string[] {
  const container = findContainer(facts, link.target);
  if (!container) {
    const engine = onDefault
      ? `the engine refuses it: ${code(`could not get container for ${link.target}`)}`
      : 'the engine accepts that silently, and the name does not resolve';
    return [`no container ${code(link.target)} on this engine; ${engine}.`];
  }
  const words = [containerWords(container)];
  if (container.state !== 'running')
    return [...words, 'while it is stopped, the container with the link does not start.'];
  return onDefault ? [...words, hostsWords(container, link, facts)] : words;
}

function hostsWords(container: Container, { alias }: LinkValue, { topology }: Facts): string {
  const endpoint = container.endpoints.find(
    ({ networkId }) => topology.networkById.get(networkId)?.defaultBridge,
  );
  if (!endpoint) {
    return `it is not on the default bridge; the engine refuses the link: ${code(`Cannot link to /${container.name}, as it does not belong to the default network`)}.`;
  }
  const names = [alias, container.id.slice(0, 12), ...(alias === container.name ? [] : [container.name])];
  return `the line in /etc/hosts is ${code(`${endpoint.ipv4 ?? '?'} ${names.join(' ')}`)}, derived.`;
}
