import { drivers, type DriverId } from '../../catalog';
import type { Network } from '../../model';
import { findContainer, findNetwork, serviceContainers, type LiveFacts } from '../facts';
import { bullets, code } from '../markdown';
import { hasEntries, type Scope, type Use } from '../use';
import type { NetworkValue } from '../values/network';
import { readNetwork } from '../values/read';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { containerWords, isStopped, networkWords } from './liveWords';

/** What `--network front` or `network_mode: host` joins. */
export function explainNetwork(
  use: Use,
  scope: Scope,
  facts: LiveFacts | undefined,
): Explanation | undefined {
  const value = readNetwork(use);
  if (!value) return use.text === undefined ? undefined : explainUnknown(putInLater);
  if (!value.ok) return explainProblem(value.problem);
  const live = facts && value.mode === 'named' ? findNetwork(facts, value.name) : undefined;
  return {
    meaning: closedToAll(live) ?? meaning(value),
    details: value.settings.length > 0 ? [bullets(settingWords(value))] : [],
    mind: [
      ...modeWords(value),
      ...serviceWords(use, value),
      ...lowerCaseWords(use, value),
      ...conflictWords(use, value, scope),
    ],
    now: facts ? nowWords(value, facts) : [],
  };
}

/** Networks that no container can join. */
function closedToAll(network: Network | undefined): string | undefined {
  if (network?.ingress)
    return `**No container can join** ${code(network.name)}: it carries the published ports of the swarm.`;
  return network?.configOnly
    ? `**No container can join** ${code(network.name)}: it is a template for networks.`
    : undefined;
}

function meaning({ mode, name }: NetworkValue): string {
  switch (mode) {
    case 'default':
    case 'bridge':
      return 'Joins the **default bridge** of the engine (docker0), the network that is taken when none is named.';
    case 'host':
      return `**The network of the host.** ${summary('host')}`;
    case 'none':
      return `**No network.** ${summary('none')}`;
    case 'container':
      return `Shares the network of the container ${code(name)}: same interfaces, same address, and 127.0.0.1 in common.`;
    case 'service':
      return `Shares the network of the service ${code(name)}, which is started first: same address, and 127.0.0.1 in common.`;
    case 'named':
      return `Joins the network ${code(name)}. If it is your own, containers on it find each other by name.`;
  }
}

function summary(id: DriverId): string {
  return drivers.find((driver) => driver.id === id)?.summary ?? '';
}

function modeWords({ mode }: NetworkValue): readonly string[] {
  switch (mode) {
    case 'default':
    case 'bridge':
      return ['container names do not resolve on it. A network of your own resolves them.'];
    case 'host':
      return [
        'published ports are discarded: what the program listens on is open on the host, and must be free there: two containers of one image get in the way of each other.',
      ];
    case 'none':
      return ['published ports are discarded without a word.'];
    case 'container':
    case 'service':
      return [
        'ports, hostname, DNS and links belong to the other container: given here, the engine refuses them.',
      ];
    case 'named':
      return [];
  }
}

/** A word of compose alone: docker makes a name of it, and the container does not start. */
function serviceWords({ syntax }: Use, { mode, name }: NetworkValue): readonly string[] {
  return syntax === 'network' && mode === 'named' && name.startsWith('service:')
    ? ['`service:` is a word of compose: docker looks for a network of that very name.']
    : [];
}

/** The command line lower-cases all of the long form; the network `Front` is not found by it. */
function lowerCaseWords({ text }: Use, { name, settings }: NetworkValue): readonly string[] {
  const changed = text !== undefined && /\w=\w/.test(text) && text !== text.toLowerCase();
  return changed
    ? [
        `docker reads the long form in lower case: ${code([name, ...settings.map(({ value }) => value)].join(', '))}.`,
      ]
    : [];
}

function conflictWords({ syntax }: Use, { mode }: NetworkValue, scope: Scope): readonly string[] {
  if (syntax !== 'networkMode') return [];
  const words = hasEntries(scope, 'networks')
    ? ['the service also has `networks`; compose refuses both together.']
    : [];
  return hasEntries(scope, 'publish') && mode === 'host'
    ? [...words, 'the `ports` of this service have no effect.']
    : words;
}

const settingTitles = {
  alias: 'also found as',
  ip: 'at the address',
  ip6: 'at the IPv6 address',
  'mac-address': 'with the MAC address',
  'link-local-ip': 'with the link-local address',
  'driver-opt': 'with the driver option',
  'gw-priority': 'default route by priority',
} as const;

function settingWords({ settings }: NetworkValue): readonly string[] {
  return settings.map(({ key, value }) => `${settingTitles[key]} ${code(value)}`);
}

function nowWords({ mode, name }: NetworkValue, facts: LiveFacts): readonly string[] {
  if (mode === 'container') return ownerWords(name, facts);
  if (mode === 'service') return serviceContainers(facts, name).slice(0, 3).map(containerWords);
  const network = findNetwork(facts, mode === 'default' ? 'bridge' : name);
  if (network) return [networkWords(network, facts)];
  const make = /^\w[\w.-]*$/.test(name) ? ` To make it: ${code(`docker network create ${name}`)}` : '';
  return [`no network ${code(name)} on this engine.${make}`];
}

function ownerWords(name: string, facts: LiveFacts): readonly string[] {
  const container = findContainer(facts, name);
  if (!container) return [`no container ${code(name)} on this engine; it must be running.`];
  return isStopped(container)
    ? [containerWords(container), 'it must be running when this one starts.']
    : [containerWords(container)];
}
