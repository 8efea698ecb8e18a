import { composeNetwork, networkNamed, type LiveFacts } from '../facts';
import { bullets, code, codeList } from '../markdown';
import { isInterpolated, type Use } from '../use';
import { partText } from '../values/read';
import { explainUnknown, putInLater, type Explanation } from './explanation';
import { networkWords } from './liveWords';

/** A network of a compose file: joined by a service, or defined at the top. */
export function explainComposeNetwork(use: Use, facts: LiveFacts | undefined): Explanation | undefined {
  if (use.kind !== 'item' || use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const joins = use.syntax === 'networks';
  const exact = joins ? undefined : exactName(use);
  const known = exact === undefined ? projectNetwork(use.text, facts?.project) : code(exact);
  return {
    meaning: joins
      ? `Joins ${code(use.text)}. The engine knows it as ${known}, unless it has a \`name\` or is external.`
      : `The engine knows ${code(use.text)} as ${known}.`,
    details: [bullets(joins ? membershipWords(use) : definitionWords(use))].filter((list) => list !== ''),
    mind: joins ? [] : definitionMind(use),
    now: facts ? composeNow(use.text, exact, facts) : [],
  };
}

/** What compose calls the network on the engine. The command line may choose another project than the file shows. */
function projectNetwork(key: string, project: string | undefined): string {
  return project === undefined
    ? code(`<project>_${key}`)
    : `${code(`${project}_${key}`)} while the project is ${code(project)}`;
}

/** The name that the engine knows a network by, where it is not made of project and key. */
function exactName(use: Use): string | undefined {
  const name = partText(use, 'name') ?? partText(use, 'external/name');
  return name ?? (isExternal(use) ? use.text : undefined);
}

function isExternal(use: Use): boolean {
  return partText(use, 'external') === 'true' || partText(use, 'external/name') !== undefined;
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
  const external = isExternal(use);
  const driver = partText(use, 'driver');
  const words = external
    ? ['made by someone else: compose only joins it']
    : [`driver ${code(driver ?? 'bridge')}`];
  if (partText(use, 'internal') === 'true') {
    const leaks = partText(use, 'enable_ipv6') === 'true' && (driver ?? 'bridge') === 'bridge';
    const open = leaks ? ' (before engine 27 over IPv4 alone)' : '';
    words.push(`internal: no way out${open}, and no published ports`);
  }
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

function composeNow(key: string, exact: string | undefined, facts: LiveFacts): readonly string[] {
  if (exact !== undefined) return exactNow(exact, facts);
  const { project } = facts;
  if (project === undefined) return [];
  const network = composeNetwork(facts, key);
  return network
    ? [`${networkWords(network, facts).slice(0, -1)} (project ${code(project)}).`]
    : [`no network of the project ${code(project)} is called ${code(key)} on this engine.`];
}

function exactNow(name: string, facts: LiveFacts): readonly string[] {
  if (isInterpolated(name)) return [];
  const network = networkNamed(facts, name);
  return [network ? networkWords(network, facts) : `no network ${code(name)} on this engine.`];
}
