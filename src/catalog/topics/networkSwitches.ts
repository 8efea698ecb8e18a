import type { Topic } from '../topic';

const create = 'https://docs.docker.com/reference/cli/docker/network/create/';
const compose = 'https://docs.docker.com/reference/compose-file/networks/';

/** A network without a way out. */
export const internal = {
  id: 'internal',
  title: 'Internal network',
  meaning: 'Takes away the way out: containers of the network reach each other, and nothing beyond it.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--internal'],
      syntax: 'switch',
      example: 'docker network create --internal back',
    },
    {
      places: ['composeNetwork'],
      names: ['internal'],
      syntax: 'switch',
      example: 'networks: { back: { internal: true } }',
      docs: `${compose}#internal`,
    },
  ],
  values: [
    { form: 'true', meaning: 'no way out, and no way in from other machines' },
    { form: 'false', meaning: 'a way out, on a bridge by NAT' },
  ],
  default: '`false`',
  since: 'any version',
  pitfalls: [
    'Ports of a container that is on such networks alone are not published, and the engine says nothing.',
    'What listens on the host at the address of the bridge is reached all the same, and the host reaches the containers.',
    'Engines before 27 let IPv6 out and in, unless they are told to filter it.',
  ],
  docs: `${create}#internal`,
} as const satisfies Topic;

/** A swarm network for single containers too. */
export const attachable = {
  id: 'attachable',
  title: 'Attachable network',
  meaning: 'Lets single containers join a network of the swarm, beside the tasks of services.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--attachable'],
      syntax: 'switch',
      example: 'docker network create -d overlay --attachable mesh',
    },
    {
      places: ['composeNetwork'],
      names: ['attachable'],
      syntax: 'switch',
      example: 'networks: { mesh: { driver: overlay, attachable: true } }',
      docs: `${compose}#attachable`,
    },
  ],
  values: [
    { form: 'true', meaning: '`docker run --network` and `docker network connect` may use it' },
    { form: 'false', meaning: 'on an overlay network only tasks of services' },
  ],
  default: '`false`',
  since: 'API 1.25',
  pitfalls: ['Networks of one host, such as bridges, take containers without it.'],
  docs: create,
} as const satisfies Topic;

/** The network of the routing mesh. */
export const ingress = {
  id: 'ingress',
  title: 'Ingress network',
  meaning: 'Makes the network that carries the published ports of services between the nodes of a swarm.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--ingress'],
      syntax: 'switch',
      example: 'docker network create -d overlay --ingress mesh',
    },
  ],
  values: [
    { form: 'true', meaning: 'the routing mesh of the swarm' },
    { form: 'false', meaning: 'a network like others' },
  ],
  default: '`false`; a swarm comes with one, called `ingress`',
  since: 'API 1.29; compose has no key for it',
  pitfalls: [
    'There is one in a swarm: remove the other one first.',
    'Nobody names it to join it: services are on it while they publish ports.',
  ],
  docs: create,
} as const satisfies Topic;

/** Which families of addresses a network has. */
export const families = {
  id: 'families',
  title: 'IPv4 and IPv6',
  meaning: 'Whether containers of the network get IPv6 addresses.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--ipv6'],
      syntax: 'switch',
      example: 'docker network create --ipv6 --subnet fd00:28::/64 front',
    },
    {
      places: ['composeNetwork'],
      names: ['enable_ipv6'],
      syntax: 'switch',
      example: 'networks: { front: { enable_ipv6: true } }',
      docs: `${compose}#enable_ipv6`,
    },
    {
      places: ['networkCreate'],
      names: ['--ipv4'],
      syntax: 'switch',
      example: 'docker network create --ipv4=false --ipv6 front',
      elsewhere: ['networks: { front: { enable_ipv4: false, enable_ipv6: true } }'],
      meaning: 'Whether containers of the network get IPv4 addresses.',
      values: [
        { form: 'true', meaning: 'IPv4 addresses, as ever' },
        { form: 'false', meaning: 'none: IPv6 alone; engines before 28.0 (API 1.48) give them all the same' },
      ],
      default: '`true`',
      since: 'API 1.48',
    },
    {
      places: ['composeNetwork'],
      names: ['enable_ipv4'],
      syntax: 'switch',
      example: 'networks: { front: { enable_ipv4: false, enable_ipv6: true } }',
      elsewhere: ['docker network create --ipv4=false --ipv6 front'],
      meaning: 'Whether containers of the network get IPv4 addresses.',
      values: [
        { form: 'true', meaning: 'IPv4 addresses, as ever' },
        { form: 'false', meaning: 'none: IPv6 alone; engines before 28.0 (API 1.48) give them all the same' },
      ],
      default: '`true`',
      since: 'compose 2.33.1; API 1.48',
      docs: `${compose}#enable_ipv4`,
    },
  ],
  values: [
    { form: 'true', meaning: 'IPv6 addresses, beside those of IPv4' },
    { form: 'false', meaning: 'no IPv6 addresses; a given IPv6 subnet is kept and not used' },
  ],
  default: '`false`',
  since: 'any version',
  pitfalls: ['Older engines want an IPv6 subnet beside it: engine 20.10 has none of its own to give.'],
  docs: create,
} as const satisfies Topic;

/** A template of a network. */
export const configOnly = {
  id: 'configOnly',
  title: 'Template of a network',
  meaning:
    'Keeps settings that are those of one node, such as a subnet, for networks that are made from it. No container joins it.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--config-only'],
      syntax: 'switch',
      example: 'docker network create --config-only --subnet 10.1.0.0/24 front-config',
      elsewhere: [],
    },
    {
      places: ['networkCreate'],
      names: ['--config-from'],
      syntax: 'text',
      example: 'docker network create --config-from front-config front',
      meaning: 'Takes subnet and driver options from a template that this node has.',
      values: [{ form: 'front-config', meaning: 'a network made with `--config-only`' }],
      default: 'no template',
      since: 'API 1.30; compose has no key for it',
      pitfalls: ['Subnet and options come from the template alone: beside it the engine refuses others.'],
      elsewhere: [],
    },
  ],
  values: [
    { form: 'true', meaning: 'a template, which carries no packet' },
    { form: 'false', meaning: 'a network like others' },
  ],
  default: '`false`',
  since: 'API 1.30; compose has no key for it',
  pitfalls: [
    'Beside a template the engine refuses settings of the network itself: `--internal`, `--attachable`, `--ingress`, `--scope`.',
  ],
  docs: create,
} as const satisfies Topic;
