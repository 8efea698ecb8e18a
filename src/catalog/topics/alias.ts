import type { Topic } from '../topic';

const pitfalls = [
  'It needs a network of your own: on `bridge`, `host` and `none` no names resolve.',
  'Several containers may have one alias: a look-up then gives the addresses of all.',
  'On other networks the container is not found under it.',
] as const;

/** Further names of a container on one network. */
export const alias = {
  id: 'alias',
  title: 'Network alias',
  meaning: 'A further name under which the containers of one network find this one.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--network-alias', '--net-alias'],
      syntax: 'alias',
      example: 'docker run --network front --network-alias www nginx',
      since: '`--net-alias` is the older, hidden name of `--network-alias`',
    },
    {
      places: ['composeServiceNetwork'],
      names: ['aliases'],
      syntax: 'alias',
      example: 'networks: { front: { aliases: [www] } }',
      pitfalls,
      docs: 'https://docs.docker.com/reference/compose-file/services/#aliases',
    },
    {
      places: ['networkConnect'],
      names: ['--alias'],
      syntax: 'alias',
      example: 'docker network connect --alias www front web',
      values: [
        { form: 'www', meaning: 'the DNS of the engine answers for `www`, on this network alone' },
        { form: 'www,shop', meaning: 'two of them; `docker run --network-alias` takes one at a time' },
      ],
      pitfalls,
      docs: 'https://docs.docker.com/reference/cli/docker/network/connect/#alias',
    },
  ],
  values: [
    { form: 'www', meaning: 'the DNS of the engine answers for `www`, on this network alone' },
    { form: 'db.local', meaning: 'dots are fine' },
  ],
  default: 'the name of the container and its short id; in compose also the name of the service',
  since: 'any version',
  pitfalls: [...pitfalls, 'With several networks, a flag without a network in it is for the first one.'],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/#network',
} as const satisfies Topic;
