import type { Topic } from '../topic';

const nodesListen =
  'Every node of the swarm listens (`mode=ingress`), or only nodes that run a task (`mode=host`).';
const nothingOfService = 'nothing is published; services on the same network reach all ports without it';

const pitfalls = [
  'Without an address the port is open on **all** addresses of the host, and firewall rules on INPUT, such as those of ufw, do not stop it.',
  'Nothing is published on the `host` and `none` networks, on internal networks, and on macvlan and ipvlan.',
  'A taken port shows when the container starts, not when it is created.',
] as const;
const servicePitfalls = [
  'It is open on **all** addresses of the nodes: an address can not be chosen.',
  'With `mode=host` a node has the port once: two tasks with one port do not run there.',
] as const;

/** Compose has keys in the place of the words of the command line. */
const composeValues = [
  { form: '8080:80', meaning: 'host port 8080 to container port 80, on all addresses of the host' },
  { form: '127.0.0.1:8080:80', meaning: 'the same, for programs on this host only' },
  { form: '80', meaning: 'a free host port, chosen at start' },
  { form: '8000-8010:80', meaning: 'one free port of the range' },
  { form: '8000-8002:80-82', meaning: 'port by port; both ranges are of one length' },
  { form: '8080:80/udp', meaning: '`tcp` (default), `udp` or `sctp`' },
  {
    form: '{ target: 80, published: "8080", host_ip: 127.0.0.1 }',
    meaning: 'the second in keys; also `protocol` and `mode`',
  },
] as const;

/** A service knows no address of a host, and no keys but these four. */
const serviceValues = [
  { form: '8080:80', meaning: 'port 8080 of every node to port 80 of the tasks' },
  { form: '80', meaning: 'a free port, the same on every node, chosen by the swarm' },
  { form: 'published=8080,target=80', meaning: 'the first in words; `target` must be there' },
  { form: 'published=8080,target=80,mode=host', meaning: 'only on nodes that run a task' },
  { form: 'published=53,target=53,protocol=udp', meaning: '`tcp` (default), `udp` or `sctp`' },
  { form: '127.0.0.1:8080:80', meaning: 'refused: `hostip is not supported`' },
  { form: 'foo=bar,target=80', meaning: 'refused, as every other key: `invalid field key: foo`' },
] as const;

/** Publishing container ports on the host. */
export const publish = {
  id: 'publish',
  title: 'Publish a port',
  meaning: 'Opens a port of the host and sends what arrives there to a port of the container.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--publish', '-p'],
      syntax: 'publish',
      example: 'docker run -p 8080:80 nginx',
    },
    {
      places: ['composeService'],
      names: ['ports'],
      syntax: 'publish',
      example: 'ports: ["8080:80"]',
      values: composeValues,
      since: '`sctp` needs API 1.37',
      pitfalls: [...pitfalls, 'Quote it: YAML may read `22:22` as a number.'],
      docs: 'https://docs.docker.com/reference/compose-file/services/#ports',
    },
    {
      places: ['serviceCreate'],
      names: ['--publish', '-p'],
      syntax: 'servicePublish',
      example: 'docker service create -p published=8080,target=80 nginx',
      meaning: nodesListen,
      values: serviceValues,
      pitfalls: servicePitfalls,
      default: nothingOfService,
      docs: 'https://docs.docker.com/reference/cli/docker/service/create/#publish',
    },
    {
      places: ['serviceUpdate'],
      names: ['--publish-add'],
      syntax: 'servicePublish',
      example: 'docker service update --publish-add published=8080,target=80 web',
      meaning: nodesListen,
      values: serviceValues,
      pitfalls: servicePitfalls,
      default: nothingOfService,
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/#publish-add',
    },
    {
      places: ['serviceUpdate'],
      names: ['--publish-rm'],
      syntax: 'removal',
      example: 'docker service update --publish-rm 80 web',
      meaning: 'Ends the publication of a port of the tasks.',
      values: [
        { form: '80', meaning: 'what leads to port 80/tcp of the tasks by `mode=ingress`' },
        { form: '53/udp', meaning: 'what leads to port 53/udp' },
        { form: 'target=80,mode=host', meaning: 'what `mode=host` published' },
      ],
      default: 'all published ports stay',
      elsewhere: [],
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/',
    },
    {
      places: ['projectRun'],
      names: ['--publish', '-p'],
      syntax: 'publish',
      example: 'docker compose run -p 8080:80 web',
      meaning:
        'Opens a port of the host for this one container. The `ports` of the service are published with `--service-ports` only.',
      docs: 'https://docs.docker.com/reference/cli/docker/compose/run/',
    },
    {
      places: ['pipelineContainer'],
      names: ['ports'],
      syntax: 'publish',
      example: 'services: { db: { ports: ["5432:5432"] } }',
      meaning:
        'Opens a port of the machine that runs the job, and sends what arrives there to a port of this container.',
      elsewhere: ['docker run -p 8080:80 nginx'],
    },
    {
      places: ['devcontainer'],
      names: ['appPort'],
      syntax: 'publish',
      example: '"appPort": [3000, "8921:5000"]',
      meaning:
        'Opens a port of the host and sends what arrives there to a port of the dev container. A number is open for programs on this host only; a string is the value of `-p`.',
      values: [
        { form: '3000', meaning: 'as `-p 127.0.0.1:3000:3000`' },
        { form: '"8921:5000"', meaning: 'as `-p 8921:5000`: on all addresses of the host' },
      ],
      elsewhere: ['docker run -p 8080:80 nginx'],
    },
  ],
  values: [
    { form: '8080:80', meaning: 'host port 8080 to container port 80, on all addresses of the host' },
    { form: '127.0.0.1:8080:80', meaning: 'the same, for programs on this host only' },
    { form: '80', meaning: 'a free host port, chosen at start' },
    { form: '127.0.0.1::80', meaning: 'a free host port on one address' },
    { form: '8000-8010:80', meaning: 'one free port of the range' },
    { form: '8000-8002:80-82', meaning: 'port by port; both ranges are of one length' },
    { form: '[::1]:8080:80', meaning: 'on an IPv6 address' },
    { form: '8080:80/udp', meaning: '`tcp` (default), `udp` or `sctp`' },
    { form: 'published=8080,target=80,protocol=udp', meaning: 'the same in words; other keys are ignored' },
  ],
  default: 'nothing is published; containers on the same network reach all ports without it',
  since: '`sctp` needs API 1.37',
  pitfalls,
  how: [
    'A request comes to the port of the host.',
    'A NAT rule (DNAT) turns its target into the address and the port of the container. What comes to 127.0.0.1 is passed on by a program, docker-proxy.',
    'The bridge of the network, docker0 for the default one, takes it to the container: one end of a veth pair is on the bridge, the other end is eth0 inside.',
    'The answer goes back the same way.',
  ],
  docs: 'https://docs.docker.com/engine/network/port-publishing/',
} as const satisfies Topic;
