import type { Topic } from '../topic';

const create = 'https://docs.docker.com/reference/cli/docker/network/create/';

/** What carries the packets of a network. */
export const networkDriver = {
  id: 'networkDriver',
  title: 'Network driver',
  meaning: 'Chooses what carries the packets of the network.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--driver', '-d'],
      syntax: 'driver',
      example: 'docker network create --driver bridge front',
    },
    {
      places: ['composeNetwork'],
      names: ['driver'],
      syntax: 'driver',
      example: 'networks: { front: { driver: bridge } }',
      docs: 'https://docs.docker.com/reference/compose-file/networks/#driver',
    },
  ],
  values: [
    { form: 'bridge', meaning: 'containers of one host, behind NAT' },
    { form: 'overlay', meaning: 'containers of several hosts; needs a swarm' },
    { form: 'macvlan', meaning: 'each container with a MAC address of its own on the network of the host' },
    { form: 'ipvlan', meaning: 'the same with the MAC address of the host' },
    { form: 'host', meaning: 'refused: there is one such network, and the engine makes it' },
    { form: 'NAME', meaning: 'a plugin of that name, which must be installed' },
  ],
  default: '`bridge`',
  since: 'any version',
  pitfalls: ['The driver of a network stays: to have another one, make another network.'],
  docs: create,
} as const satisfies Topic;

/** What a driver is told. */
export const driverOption = {
  id: 'driverOption',
  title: 'Driver option',
  meaning: "Sets an option of the network's driver.",
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--opt', '-o'],
      syntax: 'driverOption',
      example: 'docker network create -o com.docker.network.driver.mtu=1450 front',
    },
    {
      places: ['composeNetwork'],
      names: ['driver_opts'],
      syntax: 'driverOption',
      example: 'networks: { front: { driver_opts: { com.docker.network.driver.mtu: "1450" } } }',
      docs: 'https://docs.docker.com/reference/compose-file/networks/#driver_opts',
    },
  ],
  values: [
    {
      form: 'com.docker.network.bridge.enable_icc=false',
      meaning: 'the containers of the network may not talk to each other',
    },
    {
      form: 'com.docker.network.bridge.host_binding_ipv4=127.0.0.1',
      meaning: 'ports published without an address are for this host only',
    },
    { form: 'com.docker.network.driver.mtu=1450', meaning: 'the largest packet, in bytes' },
    { form: 'parent=eth0.50', meaning: 'macvlan and ipvlan: the interface of the host they stand on' },
  ],
  default: 'what the driver does by itself',
  since: 'any version',
  pitfalls: ['A key that the driver does not know is kept and has no effect.'],
  docs: create,
} as const satisfies Topic;
