import type { Edge, NetworkProblem } from './networkFinding';

/**
 * One finding in a sentence or two: what the engine does, and what to do. Plain text: names of the engine and of the
 * user stand in it as they are, so a view that reads Markdown has to escape it.
 */
export function sayNetworkFinding(finding: NetworkProblem): string {
  const say = WORDS[finding.code] as (finding: NetworkProblem) => string;
  return say(finding);
}

type Problem<Code> = Extract<NetworkProblem, { readonly code: Code }>;

const EDGES: Readonly<Record<Edge, string>> = {
  network: 'is the address of the subnet',
  broadcast: 'is the broadcast address of the subnet',
};

/** What engines before 25 do when an auxiliary address fails late (seen on engine 20.10). */
const KEEPS = ' This engine then keeps the subnet from all networks until it is started anew.';

const PARENT_TAKEN: Readonly<Record<Problem<'parent.taken'>['reason'], string>> = {
  one: '.',
  passthru: ', and passthru wants the parent for itself.',
  otherDriver: ': containers of only one of the two can be on it at a time.',
};

const WORDS: { readonly [Code in NetworkProblem['code']]: (finding: Problem<Code>) => string } = {
  'name.empty': () => 'A network needs a name.',
  'name.reserved': (finding) => `${finding.actual} is one of Docker's own names. Choose another one.`,
  'name.taken': (finding) => `A network with the name ${finding.actual} already exists.`,
  'name.characters': () =>
    'A swarm takes letters, digits, - and _ in the name of a network; the first and the last are a letter or a digit.',
  'name.long': (finding) =>
    `A swarm takes at most ${finding.most} characters in the name of a network; these are ${finding.actual.length}.`,
  'driver.single': (finding) =>
    `An engine has one network of the driver ${finding.actual}, and it is there: ${finding.network}.`,
  'driver.unknown': (finding) =>
    `The engine does not list the driver ${finding.actual}; it has ${joinWords(finding.known)}. A plugin is not listed before its first network.`,
  'driver.noSwarm': () =>
    'Overlay networks need a swarm, and this engine is in none: docker swarm init makes one.',
  'driver.worker': (finding) =>
    `This engine is a worker of its swarm: make overlay networks on a manager${finding.managers.length === 0 ? '' : ` (${finding.managers.join(', ')})`}.`,
  'subnet.format': (finding) =>
    finding.actual === ''
      ? 'A subnet is an address and the length of its prefix, such as 10.1.0.0/16 or fd00:1::/64.'
      : `${finding.actual} is no subnet: write an address and the length of its prefix, such as 10.1.0.0/16 or fd00:1::/64.`,
  'subnet.hostBits': (finding) =>
    `${finding.actual} has bits behind its prefix: the subnet is ${finding.network}. Engines from 25.0 on refuse it.`,
  'subnet.small': (finding) => `${finding.actual} is too small: no address is left for the gateway.`,
  'subnet.multicast': (finding) => `${finding.actual} is for multicast: no bridge can have an address in it.`,
  'subnet.twice': (finding) => `${finding.actual} overlaps ${finding.other}, which this network has too.`,
  'subnet.several': (finding) => `A bridge network has one IPv${finding.family} subnet.`,
  'subnet.ipv6Off': (finding) => `${finding.actual} has no effect: IPv6 is off for this network.`,
  'ipv6.noSubnet': () =>
    'This engine has no IPv6 pool to choose from: give an IPv6 subnet, such as fd00:1::/64.',
  'subnet.taken': (finding) =>
    finding.overlay
      ? `${finding.actual} overlaps ${finding.taken} of the network ${finding.network}. The swarm takes it, and the network never gets a subnet.`
      : `${finding.actual} overlaps ${finding.taken} of the network ${finding.network}.`,
  'subnet.shared': (finding) =>
    `${finding.actual} overlaps ${finding.taken} of the network ${finding.network}. The engine takes it, as overlay networks have an address space of their own; a container on both can't tell their addresses apart.`,
  'subnet.inPool': (finding) =>
    `The engine chooses subnets from ${finding.base} itself, and will pass over this one.`,
  'subnet.noneFree': (finding) =>
    `No subnet is free in the pools of this engine (${joinWords(finding.bases)}): give one, or remove networks.`,
  'gateway.format': (finding) =>
    `${finding.actual} is no address: the gateway is one of the subnet, without the length of a prefix.`,
  'gateway.outside': (finding) => `The gateway ${finding.actual} is not in the subnet ${finding.subnet}.`,
  'gateway.reserved': (finding) =>
    `${finding.actual} ${EDGES[finding.edge]} ${finding.subnet} and can't be its gateway.`,
  'range.format': (finding) =>
    `${finding.actual} is no range: write an address and the length of its prefix, such as 10.1.5.0/24.`,
  'range.outside': (finding) => `The range ${finding.actual} is not in the subnet ${finding.subnet}.`,
  'range.large': (finding) =>
    `The range ${finding.actual} is larger than the subnet ${finding.subnet}. Engines from 25.0 on refuse it.`,
  'range.hostBits': (finding) =>
    `${finding.actual} has bits behind its prefix: the range is ${finding.network}. Engines from 25.0 on refuse it.`,
  'range.noGateway': (finding) =>
    `The range ${finding.actual} has no address for the gateway: give a gateway, or a larger range.`,
  'auxiliary.format': (finding) =>
    `${finding.actual === '' ? 'Nothing' : finding.actual} is no address for ${finding.host}.${finding.keepsSubnet ? KEEPS : ''}`,
  'auxiliary.outside': (finding) =>
    `${finding.actual} of ${finding.host} is not in the subnet ${finding.subnet}.${finding.keepsSubnet ? KEEPS : ''}`,
  'auxiliary.reserved': (finding) =>
    `${finding.actual} of ${finding.host} ${EDGES[finding.edge]} ${finding.subnet}.`,
  'auxiliary.gateway': (finding) =>
    finding.chosen
      ? `${finding.actual} of ${finding.host} is what the engine chooses as gateway: name another gateway.`
      : `${finding.actual} of ${finding.host} is the gateway.`,
  'auxiliary.twice': (finding) => `${finding.actual} is both of ${finding.other} and of ${finding.host}.`,
  'auxiliary.ignored': () => 'Overlay networks keep no addresses back: auxiliary addresses have no effect.',
  'parent.missing': () =>
    'Without a parent the network stands on a dummy interface: its containers reach one another and nothing else.',
  'parent.loopback': () => "The loopback interface lo can't be a parent.",
  'parent.taken': ({ driver, network, actual, reason }) =>
    `The ${driver} network ${network} stands on ${actual} already${PARENT_TAKEN[reason]}`,
  'parent.name': (finding) =>
    `${finding.actual} is no name of an interface: it has at most 15 characters, no space, / or :.`,
  'parent.vlan': (finding) =>
    `${finding.actual} has to be there: the engine makes an interface only with a VLAN from 1 to 4094 behind the dot, as in eth0.10.`,
  'bridge.docker0': () =>
    'The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse.',
  'bridge.default': () =>
    'The engine makes its default network itself: with this option it would take this one for it.',
  'bridge.long': (finding) =>
    `${finding.actual} is too long for an interface: it has ${finding.length} bytes, and 15 is the most.`,
  'bridge.name': (finding) => `${finding.actual} can't be the name of a bridge.`,
  'bridge.taken': (finding) => `The bridge ${finding.actual} belongs to the network ${finding.network}.`,
  'option.boolean': (finding) => `${finding.key} is true or false, and not ${orEmpty(finding.actual)}.`,
  'option.integer': (finding) =>
    `${finding.key} is a whole number from 0 upwards, and not ${orEmpty(finding.actual)}.`,
  'option.address': (finding) => `${finding.key} is an IP address, and not ${orEmpty(finding.actual)}.`,
  'option.value': (finding) =>
    `${finding.key} is ${joinWords(finding.values, 'or')}, and not ${finding.actual}.`,
};

function orEmpty(text: string): string {
  return text === '' ? 'empty' : text;
}

/** "a", "a and b", "a, b and c". */
function joinWords(texts: readonly string[], last = 'and'): string {
  return texts.length < 2
    ? (texts[0] ?? 'nothing')
    : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1) ?? ''}`;
}
