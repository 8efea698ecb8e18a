import type { Topic } from '../topic';

const buildValues = [
  { form: 'default', meaning: 'the network that builds have anyway' },
  { form: 'none', meaning: 'no network, only loopback' },
  { form: 'host', meaning: "the host's own network" },
] as const;

const tasksJoin = 'Chooses a network that the tasks of the service join.';
const noServiceNetwork = 'no network of the swarm; tasks do not find other services by name';

const servicePitfalls = [
  'A network of one host, such as a bridge, is refused: `docker network create -d overlay front` makes one of the swarm.',
] as const;

/** A service joins networks of the swarm, and shares that of no container. */
const serviceValues = [
  { form: 'front', meaning: 'a network of the swarm, as `docker network create -d overlay front` makes it' },
  { form: 'name=front,alias=www', meaning: 'the same with a further name' },
  { form: 'host', meaning: "the host's own network, on each node" },
  { form: 'container:NAME', meaning: 'refused: `network container:NAME not found`' },
] as const;

/** Which network a container, a service or a build step joins. */
export const network = {
  id: 'network',
  title: 'Network',
  meaning: 'Chooses the network that the container joins.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--network', '--net'],
      syntax: 'network',
      example: 'docker run --network front nginx',
      default: '`bridge`',
      elsewhere: ['networks: [front]'],
    },
    {
      places: ['composeService'],
      names: ['network_mode'],
      syntax: 'networkMode',
      example: 'network_mode: host',
      default: 'the service joins its `networks`, or the network `default` of the project',
      meaning: 'Takes the service off the networks of the project and gives it another network instead.',
      values: [
        { form: 'none', meaning: 'no network, only loopback' },
        { form: 'host', meaning: "the host's own network" },
        { form: 'bridge', meaning: 'the default bridge, where names do not resolve' },
        { form: 'service:NAME', meaning: 'the network namespace of another service of this file' },
        { form: 'container:NAME', meaning: 'the network namespace of a container' },
      ],
      pitfalls: [
        'Beside `networks` compose refuses it.',
        'With `host` and `none` the `ports` have no effect; with `service:` and `container:` the engine refuses them.',
      ],
      elsewhere: ['docker run --network host nginx'],
      docs: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
    },
    {
      places: ['composeService'],
      names: ['networks'],
      syntax: 'networks',
      example: 'networks: [front]',
      default: 'the network `default` of the project',
      meaning: 'The networks of this file that the service joins; it is found there by its service name.',
      values: [
        { form: '- front', meaning: 'joins a network that the top-level `networks` defines' },
        { form: 'front: { aliases: [www] }', meaning: 'joins it under further names' },
        {
          form: 'front: { ipv4_address: 172.28.0.10 }',
          meaning: 'at a fixed address; the network needs a subnet',
        },
      ],
      pitfalls: [
        'Services without a network in common do not reach each other, except through published ports.',
        'A service with `networks` is on those alone: `default` must be named too.',
      ],
      elsewhere: ['docker run --network front nginx'],
      docs: 'https://docs.docker.com/reference/compose-file/services/#networks',
    },
    {
      places: ['composeTop'],
      names: ['networks'],
      syntax: 'networkDefinition',
      example: 'networks: { front: { driver: bridge } }',
      default: 'a network `default`, which every service without `networks` joins',
      meaning:
        'Defines the networks of this project. The engine knows each as `<project>_<key>`, unless `name` is given.',
      values: [
        { form: 'driver', meaning: '`bridge` unless said otherwise' },
        {
          form: 'internal: true',
          meaning:
            'no way out, and no published ports; engines before 27 let IPv6 pass unless they are told to filter it',
        },
        { form: 'external: true', meaning: 'made by someone else; only `name` may be beside it' },
        { form: 'ipam', meaning: 'subnet, range and gateway' },
      ],
      pitfalls: ['A network that no service joins is not made.'],
      elsewhere: ['docker network create front'],
      docs: 'https://docs.docker.com/reference/compose-file/networks/',
    },
    {
      places: ['build'],
      names: ['--network'],
      syntax: 'buildNetwork',
      example: 'docker build --network host .',
      meaning:
        'Chooses the network of the RUN steps while the image is built. The image keeps nothing of it.',
      values: buildValues,
      default: '`default`',
      since: 'API 1.25',
      docs: 'https://docs.docker.com/reference/cli/docker/buildx/build/#network',
    },
    {
      places: ['composeBuild'],
      names: ['network'],
      syntax: 'buildNetwork',
      example: 'build: { network: host }',
      meaning:
        'Chooses the network of the RUN steps while the image is built. The image keeps nothing of it.',
      values: buildValues,
      default: '`default`',
      docs: 'https://docs.docker.com/reference/compose-file/build/#network',
    },
    {
      places: ['dockerfileRun'],
      names: ['--network'],
      syntax: 'buildNetwork',
      example: 'RUN --network=none make test',
      meaning:
        'Chooses the network of this one step while the image is built. The image keeps nothing of it.',
      values: buildValues,
      default: '`default`',
      since: 'needs BuildKit and Dockerfile syntax 1.3',
      pitfalls: [
        '`host` needs the entitlement `network.host`: `docker buildx build --allow network.host .`',
        'The legacy builder refuses the flag: `Unknown flag: network`.',
      ],
      elsewhere: ['docker build --network none .'],
      docs: 'https://docs.docker.com/reference/dockerfile/#run---network',
    },
    {
      places: ['serviceCreate'],
      names: ['--network'],
      syntax: 'serviceNetwork',
      example: 'docker service create --network front nginx',
      meaning: tasksJoin,
      values: serviceValues,
      default: noServiceNetwork,
      pitfalls: servicePitfalls,
      docs: 'https://docs.docker.com/reference/cli/docker/service/create/#network',
    },
    {
      places: ['serviceUpdate'],
      names: ['--network-add'],
      syntax: 'serviceNetwork',
      example: 'docker service update --network-add front web',
      meaning: tasksJoin,
      values: serviceValues,
      default: noServiceNetwork,
      pitfalls: servicePitfalls,
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/#network-add',
    },
    {
      places: ['serviceUpdate'],
      names: ['--network-rm'],
      syntax: 'removal',
      example: 'docker service update --network-rm front web',
      meaning: 'Takes the tasks of the service off a network.',
      values: [{ form: 'front', meaning: 'a network of the service, by name or id' }],
      default: 'the service stays on all its networks',
      since: 'API 1.29',
      elsewhere: [],
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/',
    },
  ],
  values: [
    { form: 'bridge', meaning: 'the default bridge (docker0), where names do not resolve' },
    { form: 'host', meaning: "the host's own network; published ports are discarded" },
    { form: 'none', meaning: 'no network, only loopback' },
    { form: 'container:NAME', meaning: 'the network namespace of another container' },
    { form: 'NAME', meaning: 'a network made with `docker network create`' },
    { form: 'name=NAME,alias=www,ip=172.28.0.10', meaning: 'the same with settings for this network' },
  ],
  default: '`bridge` in docker commands; in compose the network `default` of the project',
  since: 'several networks at once need API 1.44; `--net` is the older, hidden name of `--network`',
  pitfalls: [
    'On the default bridge containers find each other by address only; on a network of your own by name.',
    'Containers on different bridges do not reach each other, except through published ports.',
  ],
  how: [
    'On a bridge each container has a veth pair: one end is eth0 inside, the other is on the bridge of the host, docker0 for the default one.',
    'Containers on one bridge reach each other through it.',
    'What they send elsewhere leaves through the host by NAT (MASQUERADE), with the address of the host.',
  ],
  docs: 'https://docs.docker.com/engine/network/',
} as const satisfies Topic;
