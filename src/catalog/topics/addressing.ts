import type { Topic } from '../topic';

const create = 'https://docs.docker.com/reference/cli/docker/network/create/#specify-advanced-options';
const ipamDocs = 'https://docs.docker.com/reference/compose-file/networks/#ipam';

/** Which addresses a network has. */
export const subnet = {
  id: 'subnet',
  title: 'Subnet',
  meaning: 'The addresses of the network. Its containers get theirs from here, and so does its gateway.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--subnet'],
      syntax: 'subnet',
      example: 'docker network create --subnet 172.28.0.0/16 front',
    },
    {
      places: ['composeIpamConfig'],
      names: ['subnet'],
      syntax: 'subnet',
      example: 'ipam: { config: [{ subnet: 172.28.0.0/16 }] }',
      docs: ipamDocs,
    },
  ],
  values: [
    { form: '172.28.0.0/16', meaning: '65,536 addresses' },
    { form: '10.10.0.0/24', meaning: '256 addresses' },
    { form: 'fd00:28::/64', meaning: 'IPv6, beside `--ipv6` or `enable_ipv6`' },
  ],
  default:
    'a free one of the pools of the engine: 172.17.0.0/16 to 172.31.0.0/16, then parts of 192.168.0.0/16',
  since: 'host bits (`10.10.0.5/24`) are refused from engine 25.0 on',
  pitfalls: [
    'It may not overlap with the subnet of another network of the engine, and should not with what the host reaches (VPN, office).',
    'A bridge has one IPv4 subnet.',
    'Fixed addresses of containers need a subnet that was chosen like this.',
  ],
  docs: create,
} as const satisfies Topic;

/** From which part of the subnet containers get their addresses. */
export const ipRange = {
  id: 'ipRange',
  title: 'Address range',
  meaning:
    'The part of the subnet from which containers get their addresses by themselves. The rest is for fixed ones.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--ip-range'],
      syntax: 'ipRange',
      example: 'docker network create --subnet 172.28.0.0/16 --ip-range 172.28.5.0/24 front',
    },
    {
      places: ['composeIpamConfig'],
      names: ['ip_range'],
      syntax: 'ipRange',
      example: 'ipam: { config: [{ subnet: 172.28.0.0/16, ip_range: 172.28.5.0/24 }] }',
      docs: ipamDocs,
    },
  ],
  values: [{ form: '172.28.5.0/24', meaning: 'of the subnet 172.28.0.0/16' }],
  default: 'all of the subnet',
  since: 'any version',
  pitfalls: ['It needs a subnet beside it.'],
  docs: create,
} as const satisfies Topic;

/** The way out of a network. */
export const gateway = {
  id: 'gateway',
  title: 'Gateway',
  meaning: 'The address to which containers send what is not for their own network.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--gateway'],
      syntax: 'gatewayAddress',
      example: 'docker network create --subnet 172.28.0.0/16 --gateway 172.28.0.254 front',
    },
    {
      places: ['composeIpamConfig'],
      names: ['gateway'],
      syntax: 'gatewayAddress',
      example: 'ipam: { config: [{ subnet: 172.28.0.0/16, gateway: 172.28.0.254 }] }',
      docs: ipamDocs,
    },
  ],
  values: [{ form: '172.28.0.254', meaning: 'of the subnet 172.28.0.0/16' }],
  default: 'the first address of the subnet, or of the range where one is given',
  since: 'any version',
  pitfalls: [
    'It needs a subnet beside it, and must lie in it.',
    'On a bridge the engine gives it to the bridge device of the host.',
    'On macvlan and ipvlan it is the router of the network outside, which Docker does not make.',
  ],
  docs: create,
} as const satisfies Topic;

/** Addresses that no container gets. */
export const auxAddress = {
  id: 'auxAddress',
  title: 'Reserved address',
  meaning: 'Keeps an address of the subnet for something else, such as a router: no container gets it.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--aux-address'],
      syntax: 'auxAddress',
      example: 'docker network create --subnet 172.28.0.0/16 --aux-address router=172.28.0.5 front',
    },
    {
      places: ['composeIpamConfig'],
      names: ['aux_addresses'],
      syntax: 'auxAddress',
      example: 'ipam: { config: [{ subnet: 172.28.0.0/16, aux_addresses: { router: 172.28.0.5 } }] }',
      docs: ipamDocs,
    },
  ],
  values: [{ form: 'router=172.28.0.5', meaning: 'a name of your choice, and the address' }],
  default: 'only the gateway and the outermost addresses are kept',
  since: 'any version',
  pitfalls: ['The name is a note: nothing resolves it.', 'Of two with one name the last one counts.'],
  docs: create,
} as const satisfies Topic;

/** Who gives out addresses. */
export const ipam = {
  id: 'ipam',
  title: 'IP address management',
  meaning: 'Which addresses the network has, and who gives them out.',
  spellings: [
    {
      places: ['composeNetwork'],
      names: ['ipam'],
      syntax: 'text',
      example: 'ipam: { config: [{ subnet: 172.28.0.0/16 }] }',
      values: [
        { form: 'config', meaning: 'the subnets, one entry each' },
        { form: 'driver', meaning: 'who gives the addresses out' },
        { form: 'options', meaning: 'what that one is told' },
      ],
      elsewhere: ['docker network create --subnet 172.28.0.0/16 front'],
    },
    {
      places: ['composeIpam'],
      names: ['config'],
      syntax: 'text',
      example: 'config: [{ subnet: 172.28.0.0/16, gateway: 172.28.0.1 }]',
      meaning: 'The subnets of the network, one entry each.',
      values: [
        { form: 'subnet', meaning: 'the addresses of the network' },
        { form: 'ip_range', meaning: 'the part of them that containers get by themselves' },
        { form: 'gateway', meaning: 'the way out' },
        { form: 'aux_addresses', meaning: 'addresses that no container gets' },
      ],
      pitfalls: ['A bridge has one IPv4 subnet, and may have one of IPv6 beside it.'],
      elsewhere: ['docker network create --subnet 172.28.0.0/16 --gateway 172.28.0.1 front'],
    },
    {
      places: ['networkCreate'],
      names: ['--ipam-driver'],
      syntax: 'text',
      example: 'docker network create --ipam-driver default front',
      meaning: 'Who gives out the addresses of the network.',
      default: '`default`',
      elsewhere: ['ipam: { driver: default }'],
      docs: create,
    },
    {
      places: ['composeIpam'],
      names: ['driver'],
      syntax: 'text',
      example: 'ipam: { driver: default }',
      meaning: 'Who gives out the addresses of the network.',
      default: '`default`',
      elsewhere: ['docker network create --ipam-driver default front'],
    },
    {
      places: ['networkCreate'],
      names: ['--ipam-opt'],
      syntax: 'text',
      example: 'docker network create --ipam-opt key=value front',
      meaning: 'An option for who gives out the addresses; the engine itself knows none.',
      values: [{ form: 'key=value', meaning: 'passed on as it is' }],
      default: 'none',
      elsewhere: ['ipam: { options: { key: value } }'],
      docs: create,
    },
    {
      places: ['composeIpam'],
      names: ['options'],
      syntax: 'text',
      example: 'ipam: { options: { key: value } }',
      meaning: 'Options for who gives out the addresses; the engine itself knows none.',
      values: [{ form: 'key: value', meaning: 'passed on as it is' }],
      default: 'none',
      elsewhere: ['docker network create --ipam-opt key=value front'],
    },
  ],
  values: [
    { form: 'default', meaning: 'the engine itself' },
    { form: 'null', meaning: 'nobody: the containers have no address' },
  ],
  default: 'the engine gives out the addresses of a subnet that it chooses',
  since: 'any version',
  pitfalls: ['An unknown driver is refused: `plugin "x" not found`.'],
  docs: ipamDocs,
} as const satisfies Topic;
