import type { Topic } from '../topic';

const create = 'https://docs.docker.com/reference/cli/docker/network/create/';
const compose = 'https://docs.docker.com/reference/compose-file/networks/';

/** Notes on a network. */
export const networkLabel = {
  id: 'networkLabel',
  title: 'Label of a network',
  meaning: 'A note on the network, which programs and `docker network ls --filter label=…` look for.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--label'],
      syntax: 'text',
      example: 'docker network create --label team=shop front',
    },
    {
      places: ['composeNetwork'],
      names: ['labels'],
      syntax: 'text',
      example: 'networks: { front: { labels: { team: shop } } }',
      docs: `${compose}#labels`,
    },
  ],
  values: [
    { form: 'team=shop', meaning: 'a name and a value' },
    { form: 'team', meaning: 'a name alone' },
  ],
  default:
    'none; compose adds `com.docker.compose.project` and `com.docker.compose.network`, by which it finds its own',
  since: 'any version',
  pitfalls: ['Labels of a network stay as they were when it was made.'],
  docs: create,
} as const satisfies Topic;

/** How far a network reaches. */
export const networkScope = {
  id: 'networkScope',
  title: 'Scope of a network',
  meaning: 'Whether the network belongs to this host or to the whole swarm.',
  spellings: [
    {
      places: ['networkCreate'],
      names: ['--scope'],
      syntax: 'text',
      example: 'docker network create --scope swarm -d bridge front',
    },
  ],
  values: [
    { form: 'local', meaning: 'this host alone' },
    { form: 'swarm', meaning: 'every node that runs a task on it; needs a swarm' },
  ],
  default: 'what the driver has: `local` for bridges, `swarm` for overlay',
  since: 'API 1.30; compose has no key for it',
  pitfalls: ['An overlay network can not be local: `cannot downgrade network scope for overlay networks`.'],
  docs: create,
} as const satisfies Topic;

/** Whose network it is. */
export const externalNetwork = {
  id: 'externalNetwork',
  title: 'External network',
  meaning: 'Says that someone else makes the network: compose joins it, and neither makes nor removes it.',
  spellings: [
    {
      places: ['composeNetwork'],
      names: ['external'],
      syntax: 'switch',
      example: 'networks: { front: { external: true } }',
    },
  ],
  values: [
    { form: 'true', meaning: 'it must be there before, under `name`, or else under its key as it stands' },
    { form: 'false', meaning: 'compose makes it, as `<project>_<key>` unless it has a `name`' },
  ],
  default: '`false`',
  since: 'any version',
  pitfalls: [
    'Only `name` may stand beside it; `external: { name: … }` is the older way to write that.',
    'Where the network is missing, nothing starts; `docker network create` makes it.',
  ],
  docs: `${compose}#external`,
} as const satisfies Topic;

/** What the engine calls a network of a project. */
export const networkName = {
  id: 'networkName',
  title: 'Name of a network',
  meaning: 'What the engine calls the network, without the name of the project before it.',
  spellings: [
    {
      places: ['composeNetwork'],
      names: ['name'],
      syntax: 'text',
      example: 'networks: { front: { name: shop-front } }',
    },
  ],
  values: [
    { form: 'shop-front', meaning: 'for `docker network inspect shop-front`, and for other projects' },
  ],
  default: '`<project>_<key>`',
  since: 'compose file format 3.5',
  pitfalls: ['Two projects with one name for it share the network, or get in the way of each other.'],
  docs: `${compose}#name`,
} as const satisfies Topic;
