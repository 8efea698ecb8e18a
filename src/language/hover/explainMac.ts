import { networkNameOf, networkOfUse, ownContainers, type LiveFacts } from '../facts';
import { code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { parseMac } from '../values/macAddress';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';

/** What `--mac-address 02:42:ac:11:00:02` sets. */
export function explainMac(use: Use, scope: Scope, facts: LiveFacts | undefined): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const value = parseMac(use.text);
  // `network connect` has other words than `run`.
  if (!value.ok) return explainProblem(value.problem, use.place === 'networkConnect' ? 'Compose' : 'Docker');
  const { octets } = value;
  if (octets.length === 0) return explainUnknown('No wish: the engine chooses an address.');
  const mac = octets.join(':');
  const name = networkNameOf(use, scope);
  return {
    meaning: `The interface on ${name === undefined ? 'its network' : code(name)} has ${code(mac)}.`,
    details: [],
    mind: macWords(octets),
    now: facts ? nowWords(use, mac, scope, facts) : [],
  };
}

/** The two lowest bits of the first octet: for a group, and not made by a maker of cards. */
function macWords(octets: readonly string[]): readonly string[] {
  const first = Number.parseInt(octets[0] ?? '0', 16);
  if (octets.length !== 6)
    return [`docker takes ${octets.length} octets; the interface of a container has six.`];
  if (octets.every((octet) => octet === '00')) return ['Linux gives no interface an address of zeros.'];
  if (first % 2 === 1)
    return ['an odd first octet is for groups (multicast): Linux gives no interface such an address.'];
  return first % 4 === 2
    ? []
    : [
        'it is in the space of makers of network cards; one of your own starts with `02`, `06`, `0a` or `0e`.',
      ];
}

/** Two of them on one network disturb each other, and the engine does not look. */
function nowWords(use: Use, mac: string, scope: Scope, facts: LiveFacts): readonly string[] {
  const own = ownContainers(scope, facts).map(({ id }) => id);
  const network = networkOfUse(use, scope, facts);
  const others = (network ? [network] : facts.topology.networks)
    .flatMap(({ endpoints }) => endpoints)
    .filter((endpoint) => endpoint.mac === mac && !own.includes(endpoint.containerId))
    .map(({ containerId, networkName }) => {
      const name = facts.topology.containerById.get(containerId)?.name ?? containerId.slice(0, 12);
      return `${name} (${networkName})`;
    });
  if (others.length > 0)
    return [`${codeList(others, 3)} has it already: on one network two of them lose packets.`];
  return network ? [`no other container on ${code(network.name)} has it.`] : [];
}
