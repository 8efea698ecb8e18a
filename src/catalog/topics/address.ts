import type { Topic } from '../topic';

const run = 'https://docs.docker.com/reference/cli/docker/container/run/#network';
const connect = 'https://docs.docker.com/reference/cli/docker/network/connect/#ip';
const key = 'https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address';
const six = 'Gives the container a fixed IPv6 address on a network.';
const sixValues = [{ form: '2001:db8::33', meaning: 'an address of an IPv6 subnet of the network' }] as const;
const sixDefault = 'the network gives out a free one, where it has an IPv6 subnet';

const sixPitfalls = ['The network must have an IPv6 subnet that you chose, and IPv6 switched on.'] as const;
const perNetwork = [
  'The network must be your own, with a subnet that you chose: `docker network create --subnet`, or `ipam` in compose.',
  'The gateway, the outermost addresses of the subnet and what another container has are refused.',
  'A name is mostly better: on a network of your own containers find each other by name.',
] as const;

/** An address of the container on a network that stays the same. */
export const address = {
  id: 'address',
  title: 'Fixed address',
  meaning: 'Gives the container a fixed IPv4 address on a network.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--ip'],
      syntax: 'ipv4',
      example: 'docker run --network front --ip 172.28.0.10 nginx',
      docs: run,
    },
    {
      places: ['composeServiceNetwork'],
      names: ['ipv4_address'],
      syntax: 'ipv4',
      example: 'networks: { front: { ipv4_address: 172.28.0.10 } }',
      pitfalls: perNetwork,
      docs: key,
    },
    {
      places: ['networkConnect'],
      names: ['--ip'],
      syntax: 'ipv4',
      example: 'docker network connect --ip 172.28.0.10 front web',
      pitfalls: perNetwork,
      docs: connect,
    },
    {
      places: ['run', 'create'],
      names: ['--ip6'],
      syntax: 'ipv6',
      example: 'docker run --network front --ip6 2001:db8::33 nginx',
      meaning: six,
      values: sixValues,
      default: sixDefault,
      pitfalls: sixPitfalls,
      docs: run,
    },
    {
      places: ['composeServiceNetwork'],
      names: ['ipv6_address'],
      syntax: 'ipv6',
      example: 'networks: { front: { ipv6_address: "2001:db8::33" } }',
      meaning: six,
      values: sixValues,
      default: sixDefault,
      pitfalls: sixPitfalls,
      docs: key,
    },
    {
      places: ['networkConnect'],
      names: ['--ip6'],
      syntax: 'ipv6',
      example: 'docker network connect --ip6 2001:db8::33 front web',
      meaning: six,
      values: sixValues,
      default: sixDefault,
      pitfalls: sixPitfalls,
      docs: connect,
    },
  ],
  values: [{ form: '172.28.0.10', meaning: 'an address of a subnet of the network' }],
  default: 'the network gives out a free one, which may be another after the next start',
  since: 'engines before 25.0 check the address when the container starts, later ones when it is created',
  pitfalls: [...perNetwork, 'With several networks, flags without a network in them are for the first one.'],
  docs: run,
} as const satisfies Topic;
