import type { ConnectProblem } from './connectFinding';

/** One finding in a sentence, as plain text: names of the engine and of the user stand in it as they are. */
export function sayConnectFinding(finding: ConnectProblem): string {
  const say = WORDS[finding.code] as (finding: ConnectProblem) => string;
  return say(finding);
}

type Problem<Code> = Extract<ConnectProblem, { readonly code: Code }>;

const CLOSED: Readonly<Record<Problem<'network.closed'>['reason'], string>> = {
  host: "is the host's own network: containers join it when they are made, and at no other time.",
  none: 'stands for no network: containers join it when they are made, and at no other time.',
  ingress: 'carries the published ports of the swarm and takes no container.',
  config: 'is a template for other networks and carries no container.',
  notAttachable: 'takes tasks of services only: it was made without attachable.',
};

const MODES: Readonly<Record<Problem<'container.mode'>['mode'], string>> = {
  host: 'uses the network of the host',
  none: 'has no network (none)',
  container: "uses another container's network",
};

const WORDS: { readonly [Code in ConnectProblem['code']]: (finding: Problem<Code>) => string } = {
  'network.closed': ({ network, reason }) => `The network ${network} ${CLOSED[reason]}`,
  'container.unknown': ({ actual }) => `The engine has no container ${actual}.`,
  'container.joined': ({ container, network }) => `${container} is on the network ${network} already.`,
  'container.mode': ({ container, mode }) => `${container} ${MODES[mode]} and can't join another one.`,
  'alias.defaultBridge': ({ network }) =>
    `The network ${network} has no names: aliases need a network that a user made.`,
  'alias.empty': () => 'An alias needs a name.',
  'address.format': ({ actual, family }) =>
    actual === '' ? `An IPv${family} address is missing.` : `${actual} is no IPv${family} address.`,
  'address.defaultBridge': ({ network }) =>
    `On the network ${network} the engine gives out the addresses itself: an address of one's own needs a network that a user made.`,
  'address.noSubnet': ({ network, family }) => `The network ${network} has no IPv${family} subnet.`,
  'address.chosenSubnet': ({ network, subnet }) =>
    `If the engine chose the subnet ${subnet} of ${network} itself, it gives out its addresses itself too and refuses this.`,
  'address.outside': ({ actual, subnets }) => `${actual} is not in ${subnets.join(' or ')}.`,
  'address.edge': ({ actual, subnet }) =>
    `No container can have ${actual}, an outermost address of ${subnet}.`,
  'address.gateway': ({ actual }) => `${actual} is the gateway.`,
  'address.reserved': ({ actual, host }) => `${actual} is kept for ${host} (an auxiliary address).`,
  'address.taken': ({ actual, container }) => `${container} has ${actual} already.`,
  'address.wanted': ({ actual, container }) =>
    `${container} wants ${actual} too: the one that starts first has it.`,
};
