import type { Topic } from '../topic';

const docs = 'https://docs.docker.com/reference/cli/docker/network/ls/';
const inspect = 'https://docs.docker.com/reference/cli/docker/network/inspect/';
const prune = 'https://docs.docker.com/reference/cli/docker/network/prune/';

/** Which networks a command is about. */
export const networkFilter = {
  id: 'networkFilter',
  title: 'Filter of networks',
  meaning: 'Lists only networks that fit. Several filters must all fit; of one key any value.',
  spellings: [
    {
      places: ['networkList'],
      names: ['--filter', '-f'],
      syntax: 'text',
      example: 'docker network ls --filter driver=bridge',
      elsewhere: [],
    },
    {
      places: ['networkPrune'],
      names: ['--filter'],
      syntax: 'text',
      example: 'docker network prune --filter until=24h',
      meaning: 'Removes only unused networks that fit.',
      values: [
        { form: 'until=24h', meaning: 'made before that: so long ago, or before a point in time' },
        { form: 'label=team=shop', meaning: 'with this label' },
        { form: 'label!=keep', meaning: 'without this label' },
      ],
      default: 'all networks that nobody uses',
      elsewhere: [],
      docs: `${prune}#filter`,
    },
  ],
  values: [
    { form: 'driver=bridge', meaning: 'of this driver' },
    { form: 'name=front', meaning: 'with this in its name' },
    { form: 'id=3f2a', meaning: 'with this in its id' },
    { form: 'label=team=shop', meaning: 'with this label' },
    { form: 'scope=swarm', meaning: 'of this scope: `local`, `swarm` or `global`' },
    { form: 'type=custom', meaning: '`custom`: made by users; `builtin`: made by the engine' },
    { form: 'dangling=true', meaning: '`true`: that nobody uses; `false`: in use; API 1.40' },
  ],
  default: 'all networks',
  since: 'any version',
  pitfalls: ['A name fits in part: `name=front` also lists `shop_front`.'],
  docs: `${docs}#filter`,
} as const satisfies Topic;

const quote = 'Quote it: braces and blanks mean something to the shell.';

/** How a list or an inspect is written. */
export const networkFormat = {
  id: 'networkFormat',
  title: 'Output format',
  meaning: 'Writes the output by a template of Go.',
  spellings: [
    {
      places: ['networkList'],
      names: ['--format'],
      syntax: 'text',
      example: "docker network ls --format '{{.Name}}: {{.Driver}}'",
      elsewhere: [],
    },
    {
      places: ['networkInspect'],
      names: ['--format', '-f'],
      syntax: 'text',
      example: "docker network inspect -f '{{range .IPAM.Config}}{{.Subnet}}{{end}}' front",
      default: 'JSON',
      pitfalls: [quote],
      elsewhere: [],
      values: [
        { form: 'json', meaning: 'JSON, as without it' },
        { form: '{{range .IPAM.Config}}{{.Subnet}} {{end}}', meaning: 'the subnets' },
        {
          form: '{{range .Containers}}{{.Name}} {{.IPv4Address}} {{end}}',
          meaning: 'who is on it, with addresses',
        },
      ],
      docs: inspect,
    },
  ],
  values: [
    { form: 'json', meaning: 'one line of JSON for each network' },
    { form: 'table {{.Name}}\\t{{.Driver}}', meaning: 'columns with a head' },
    {
      form: '{{.ID}} {{.Name}} {{.Driver}} {{.Scope}}',
      meaning: 'what there is; also `.Labels`, `.Internal`, `.IPv6`, `.CreatedAt`',
    },
  ],
  default: 'a table',
  since: 'any version',
  pitfalls: [quote],
  docs: `${docs}#format`,
} as const satisfies Topic;

/** How much a list tells. */
export const networkDetail = {
  id: 'networkDetail',
  title: 'How much is told',
  meaning: 'Lists whole ids, where else the first 12 digits stand.',
  spellings: [
    {
      places: ['networkList'],
      names: ['--no-trunc'],
      syntax: 'switch',
      example: 'docker network ls --no-trunc',
      elsewhere: [],
    },
    {
      places: ['networkList'],
      names: ['--quiet', '-q'],
      syntax: 'switch',
      example: 'docker network ls --quiet',
      pitfalls: [],
      elsewhere: [],
      meaning: 'Lists ids alone, for other commands.',
      values: [
        { form: 'true', meaning: 'one id a line' },
        { form: 'false', meaning: 'the whole table' },
      ],
    },
    {
      places: ['networkInspect'],
      names: ['--verbose', '-v'],
      syntax: 'switch',
      example: 'docker network inspect --verbose mesh',
      since: 'API 1.28',
      pitfalls: ['Of other networks it tells no more than without it.'],
      elsewhere: [],
      meaning:
        'Also tells, of a network of the swarm, its services with virtual addresses and tasks, and the nodes on it.',
      values: [
        { form: 'true', meaning: 'with services, tasks and peers' },
        { form: 'false', meaning: 'what this node alone knows' },
      ],
      docs: `${inspect}#verbose`,
    },
  ],
  values: [
    { form: 'true', meaning: 'ids of 64 digits, and nothing cut' },
    { form: 'false', meaning: 'ids of 12 digits' },
  ],
  default: '`false`',
  since: 'any version',
  pitfalls: ['An id of 12 digits is enough for every command.'],
  docs,
} as const satisfies Topic;

/** Without asking, or in spite of an error. */
export const networkForce = {
  id: 'networkForce',
  title: 'Force',
  meaning: 'Takes a container off the network even if the engine can not find it, such as one that is gone.',
  spellings: [
    {
      places: ['networkDisconnect'],
      names: ['--force', '-f'],
      syntax: 'switch',
      example: 'docker network disconnect --force front web',
      pitfalls: ['Connections that are open are cut.'],
      elsewhere: [],
      docs: 'https://docs.docker.com/reference/cli/docker/network/disconnect/',
    },
    {
      places: ['networkRemove'],
      names: ['--force', '-f'],
      syntax: 'switch',
      example: 'docker network rm --force front',
      meaning: 'Says nothing where a network does not exist.',
      values: [
        { form: 'true', meaning: 'a missing network is no error' },
        { form: 'false', meaning: 'a missing network is an error' },
      ],
      pitfalls: ['A network with containers on it stays all the same: `has active endpoints`.'],
      elsewhere: [],
      docs: 'https://docs.docker.com/reference/cli/docker/network/rm/',
    },
    {
      places: ['networkPrune'],
      names: ['--force', '-f'],
      syntax: 'switch',
      example: 'docker network prune --force',
      meaning: 'Does not ask before it removes the networks that nobody uses.',
      values: [
        { form: 'true', meaning: 'removed without a question' },
        { form: 'false', meaning: 'asked before' },
      ],
      pitfalls: ['A stopped container does not count: its network goes, and then it does not start again.'],
      elsewhere: [],
      docs: prune,
    },
  ],
  values: [
    { form: 'true', meaning: 'also where the engine does not find the container any more' },
    { form: 'false', meaning: 'only a container that the engine finds' },
  ],
  default: '`false`',
  since: 'any version',
  pitfalls: ['Connections that are open are cut.'],
  docs: prune,
} as const satisfies Topic;
