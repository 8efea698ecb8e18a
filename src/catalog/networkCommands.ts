import type { CommandTopic } from './command';

const docs = 'https://docs.docker.com/reference/cli/docker/network';

const networkCreate: CommandTopic = {
  id: 'networkCreate',
  title: 'Create a network',
  names: ['docker network create'],
  meaning:
    'Makes a network of your own. Containers on it find each other by name, and those on other networks don’t reach them.',
  operands: [{ name: 'NETWORK', names: 'newNetwork', meaning: 'The name of the network to be made.' }],
  repeats: false,
  how: [
    'Without `--driver` it is a bridge: Linux gets an interface `br-…`, a switch inside the host.',
    'It gets a subnet, the next free one where `--subnet` is not given, and its first address is the gateway.',
    'NAT rules are written: what leaves the subnet carries the address of the host (MASQUERADE).',
  ],
  pitfalls: [
    'A second one of the same name is refused: `network with name … already exists`.',
    'A subnet that overlaps with that of another network is refused.',
  ],
  compose: 'networks: { front: {} }',
  docs: `${docs}/create/`,
};

const networkConnect: CommandTopic = {
  id: 'networkConnect',
  title: 'Connect a container to a network',
  names: ['docker network connect'],
  meaning: 'Joins a container to one more network. It may run meanwhile, and keeps those that it is on.',
  operands: [
    { name: 'NETWORK', names: 'network', meaning: 'The network that the container joins.' },
    { name: 'CONTAINER', names: 'container', meaning: 'The container that joins the network.' },
  ],
  repeats: false,
  how: [
    'A veth pair is made: one end is the next interface of the container (`eth1`), the other one is plugged into the bridge.',
    'The container gets an address of the subnet, or the one that `--ip` names.',
    'The DNS of the network knows its name from now on, and its `--alias`.',
  ],
  pitfalls: [
    'One that is on the network is refused: `endpoint with name … already exists in network …`.',
    'Containers in the modes `host`, `none` and `container:…` can’t be connected.',
    'A stopped container takes a network that is not there without a word, and does not start any more (seen on engine 20.10).',
    'Only the ports that it was made with are published; none is added later.',
  ],
  compose: 'services: { web: { networks: [front, back] } }',
  docs: `${docs}/connect/`,
};

const networkDisconnect: CommandTopic = {
  id: 'networkDisconnect',
  title: 'Disconnect a container from a network',
  names: ['docker network disconnect'],
  meaning: 'Takes a container off a network. It may run meanwhile; its connections there end.',
  operands: [
    { name: 'NETWORK', names: 'network', meaning: 'The network that the container leaves.' },
    { name: 'CONTAINER', names: 'container', meaning: 'The container that leaves the network.' },
  ],
  repeats: false,
  how: [
    'Its interface on that network, its address there and its names in the DNS are gone at once.',
    'Where its default route went that way, another of its networks takes it over.',
  ],
  pitfalls: [
    'Off its last network a container has `lo` alone and no published ports, until it is connected again.',
    'Where it is on another bridge, its ports stay published by way of that one.',
  ],
  docs: `${docs}/disconnect/`,
};

const networkInspect: CommandTopic = {
  id: 'networkInspect',
  title: 'Inspect networks',
  names: ['docker network inspect'],
  meaning: 'Prints all that the engine knows of networks, as JSON: subnets, options, and who is on them.',
  operands: [{ name: 'NETWORK', names: 'network', meaning: 'The network that is looked at.' }],
  repeats: true,
  how: [],
  pitfalls: [
    'Only containers that run are listed; one that is stopped has no endpoint.',
    'Of an overlay network each node lists its own containers; `--verbose` adds those of the other nodes.',
  ],
  docs: `${docs}/inspect/`,
};

const networkList: CommandTopic = {
  id: 'networkList',
  title: 'List networks',
  names: ['docker network ls', 'docker network list'],
  meaning: 'Lists the networks of the engine with their driver and scope.',
  operands: [],
  repeats: false,
  how: [],
  pitfalls: [
    'It names neither subnets nor containers: those are in `docker network inspect`.',
    '`bridge`, `host` and `none` are always there; the bridge of `bridge` is called docker0.',
  ],
  docs: `${docs}/ls/`,
};

const networkPrune: CommandTopic = {
  id: 'networkPrune',
  title: 'Remove unused networks',
  names: ['docker network prune'],
  meaning: 'Removes all networks of your own that no running container is on, after a question.',
  operands: [],
  repeats: false,
  how: [],
  pitfalls: [
    'A network whose containers are all stopped is removed too: they don’t start any more, `network … not found`.',
    '`bridge`, `host` and `none` stay.',
  ],
  docs: `${docs}/prune/`,
};

const networkRemove: CommandTopic = {
  id: 'networkRemove',
  title: 'Remove networks',
  names: ['docker network rm', 'docker network remove'],
  meaning: 'Removes networks, with their bridges and their NAT rules.',
  operands: [{ name: 'NETWORK', names: 'network', meaning: 'The network that is removed.' }],
  repeats: true,
  how: [],
  pitfalls: [
    'One that containers are on is refused: `has active endpoints`. Disconnect them first.',
    '`bridge`, `host` and `none` are refused: `is a pre-defined network and cannot be removed`.',
    'A stopped container does not keep it, and does not start any more then: `network … not found`.',
  ],
  docs: `${docs}/rm/`,
};

/** Every command about networks. */
export const networkCommands: readonly CommandTopic[] = [
  networkCreate,
  networkConnect,
  networkDisconnect,
  networkInspect,
  networkList,
  networkPrune,
  networkRemove,
];
