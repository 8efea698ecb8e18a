import { drivers, type DriverId } from '../../catalog';
import { composeNetworks, findContainer, findNetwork, serviceContainers, type Facts } from '../facts';
import { bullets, code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import type { NetworkValue } from '../values/network';
import { partText, readNetwork } from '../values/read';
import { explainProblem, explainUnknown, type Explanation } from './explanation';
import { containerWords, networkWords } from './liveWords';

const unknown = 'Known when the variables are put in.';

/** What `--network front` or `network_mode: host` joins. */
export function explainNetwork(use: Use, scope: Scope, facts: Facts | undefined): Explanation | undefined {
  const value = readNetwork(use);
  if (!value) return use.text === undefined ? undefined : explainUnknown(unknown);
  if (!value.ok) return explainProblem(value.problem);
  return {
    meaning: meaning(value),
    details: value.settings.length > 0 ? [bullets(settingWords(value))] : [],
    mind: [...modeWords(value), ...lowerCaseWords(use, value), ...conflictWords(use, value, scope)],
    now: facts ? nowWords(value, facts) : [],
  };
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
        'published ports are discarded: what the program listens on is open on the host, and must be free there.',
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

/** The command line lower-cases all of the long form; the network `Front` is not found by it. */
function lowerCaseWords({ text }: Use, { name, settings }: NetworkValue): readonly string[] {
  const changed = text !== undefined && /\w=\w/.test(text) && text !== text.toLowerCase();
  return changed
    ? [`Docker lower-cases the long form: ${code([name, ...settings.map(({ value }) => value)].join(', '))}.`]
    : [];
}

function conflictWords({ syntax }: Use, { mode }: NetworkValue, { uses }: Scope): readonly string[] {
  if (syntax !== 'networkMode') return [];
  const words = uses.some((use) => use.kind === 'key' && use.syntax === 'networks')
    ? ['the service also has `networks`; compose refuses both together.']
    : [];
  const published = uses.some((use) => use.kind === 'key' && use.syntax === 'publish');
  return published && mode === 'host' ? [...words, 'the `ports` of this service have no effect.'] : words;
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

function nowWords({ mode, name }: NetworkValue, facts: Facts): readonly string[] {
  if (mode === 'container') {
    const container = findContainer(facts, name);
    return [
      container
        ? containerWords(container)
        : `no container ${code(name)} on this engine; it must be running.`,
    ];
  }
  if (mode === 'service') return serviceContainers(facts, name).slice(0, 3).map(containerWords);
  const network = findNetwork(facts, mode === 'default' ? 'bridge' : name);
  if (network) return [networkWords(network, facts)];
  return [`no network ${code(name)} on this engine. To make it: ${code(`docker network create ${name}`)}`];
}

/** A network of a compose file: joined by a service, or defined at the top. */
export function explainComposeNetwork(use: Use, facts: Facts | undefined): Explanation | undefined {
  if (use.kind !== 'item' || use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(unknown);
  const joins = use.syntax === 'networks';
  const name = partText(use, 'name');
  const known = name === undefined || joins ? code(`<project>_${use.text}`) : code(name);
  return {
    meaning: joins
      ? `Joins ${code(use.text)}. The engine knows it as ${known}, unless it has a \`name\` or is external.`
      : `The engine knows ${code(use.text)} as ${known}.`,
    details: [bullets(joins ? membershipWords(use) : definitionWords(use))].filter((list) => list !== ''),
    mind: joins ? [] : definitionMind(use),
    now: facts ? composeNow(use.text, name, facts) : [],
  };
}

function membershipWords(use: Use): readonly string[] {
  const aliases = use.parts.filter(({ path }) => path.startsWith('aliases/')).map(({ text }) => text);
  const words = aliases.length > 0 ? [`also found as ${codeList(aliases, 6)}`] : [];
  for (const key of [
    'ipv4_address',
    'ipv6_address',
    'mac_address',
    'interface_name',
    'gw_priority',
  ] as const) {
    const value = partText(use, key);
    if (value !== undefined) words.push(`${key.replaceAll('_', ' ')} ${code(value)}`);
  }
  return words;
}

function definitionWords(use: Use): readonly string[] {
  const external = partText(use, 'external') === 'true';
  const driver = partText(use, 'driver');
  const words = external
    ? ['made by someone else: compose only joins it']
    : [`driver ${code(driver ?? 'bridge')}`];
  if (partText(use, 'internal') === 'true') words.push('internal: no way out, and no published ports');
  const subnets = use.parts
    .filter(({ path }) => /^ipam\/config\/\d+\/subnet$/.test(path))
    .map(({ text }) => text);
  if (subnets.length > 0) words.push(`subnet ${codeList(subnets, 4)}`);
  return words;
}

function definitionMind(use: Use): readonly string[] {
  const bridge = partText(use, 'driver_opts/com.docker.network.bridge.name');
  if (bridge !== 'docker0') return [];
  return [
    'engines before 25.0 accept the bridge name `docker0` and lose their default bridge. Choose another name.',
  ];
}

/** Without the project's name, every live network with this label may be it: each is named. */
function composeNow(key: string, name: string | undefined, facts: Facts): readonly string[] {
  const labelled = composeNetworks(facts, key);
  const exact = findNetwork(facts, name ?? key);
  const found = labelled.length > 0 ? labelled : exact ? [exact] : [];
  if (found.length === 0) return [`no network of a project is called ${code(key)} on this engine.`];
  return found.slice(0, 3).map((network) => {
    const project = network.composeProject === undefined ? '' : ` (project ${code(network.composeProject)})`;
    return `${networkWords(network, facts).slice(0, -1)}${project}.`;
  });
}

/** The network of a build: three words. */
export function explainBuildNetwork({ text, place }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(unknown);
  const scope = place === 'dockerfileRun' ? 'This step' : 'Every RUN step of the build';
  const known: Readonly<Record<string, string>> = {
    default: `${scope} runs on the network that builds have anyway.`,
    none: `${scope} runs **without a network**, with loopback only: nothing can be downloaded.`,
    host: `${scope} runs on **the network of the host**: it reaches what listens on 127.0.0.1 there.`,
  };
  const meaning = Object.hasOwn(known, text) ? known[text] : undefined;
  const mind =
    text === 'host' && place === 'dockerfileRun'
      ? ['BuildKit allows it only with the entitlement `network.host`.']
      : [];
  return {
    meaning:
      meaning ?? `${code(text)} is none of \`default\`, \`none\` and \`host\`, the three that a build knows.`,
    details: ['It holds while the image is built; containers of the image choose their own network.'],
    mind,
    now: [],
  };
}
