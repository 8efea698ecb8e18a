import type { Network } from '../../model';
import { networkNameOf, networkOfUse, ownContainers, type LiveFacts } from '../facts';
import { code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { readList } from '../values/list';
import { explainUnknown, putInLater, type Explanation } from './explanation';
import { networkWords } from './liveWords';
import { needsOwnNetwork } from './needsOwnNetwork';

/** Who finds a container as `--network-alias www` or an entry of `aliases` says. */
export function explainAlias(use: Use, scope: Scope, facts: LiveFacts | undefined): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const refused = needsOwnNetwork(scope);
  if (refused)
    return {
      meaning: '**Docker refuses it:** `network-scoped aliases are only supported for user-defined networks`',
      details: [`${refused} Make one and name it: \`docker network create front\`, \`--network front\`.`],
      mind: [],
      now: [],
      dockerOnly: true,
    };
  const name = networkNameOf(use, scope);
  const where = name === undefined ? 'this network' : code(name);
  const aliases = readList(use);
  return {
    meaning: `Containers on ${where} also find this one as ${codeList(aliases, 6)}. The DNS of the engine (127.0.0.11) answers for it; other networks do not know it.`,
    details: [],
    mind: aliases.every((alias) => /^[\w.-]+$/.test(alias))
      ? []
      : ['a look-up of such a name does not work in most programs.'],
    now: facts ? nowWords(use, aliases, scope, facts) : [],
  };
}

function nowWords(use: Use, aliases: readonly string[], scope: Scope, facts: LiveFacts): readonly string[] {
  const network = networkOfUse(use, scope, facts);
  if (!network) return [];
  const shared = aliases.slice(0, 3).flatMap((alias) => {
    const others = sameName(alias, network, scope, facts);
    return others.length === 0 ? [] : [sharedWords(alias, others)];
  });
  return [...shared, networkWords(network, facts)];
}

function sharedWords(alias: string, others: readonly string[]): string {
  const are = others.length === 1 ? 'is' : 'are';
  return `${codeList(others, 3)} ${are} found under ${code(alias)} there too: a look-up gives the addresses of all.`;
}

/** The aliases of others are known after an inspect only; their names always. */
function sameName(alias: string, { endpoints }: Network, scope: Scope, facts: LiveFacts): readonly string[] {
  const own = ownContainers(scope, facts).map(({ id }) => id);
  return endpoints
    .filter(({ containerId }) => !own.includes(containerId))
    .flatMap(({ containerId, aliases }) => {
      const name = facts.topology.containerById.get(containerId)?.name;
      const known = name !== undefined && (name === alias || aliases?.includes(alias) === true);
      return known ? [name] : [];
    });
}
