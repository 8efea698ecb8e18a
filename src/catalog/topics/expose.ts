import type { Topic } from '../topic';

const pitfalls = [
  'The host and other machines reach nothing by it: publish the port for them.',
  'Containers on the same network reach every port of each other, exposed or not.',
  'Some programs do read the note: `-P` publishes each exposed port, and proxies look there for their targets.',
] as const;

/** Ports that a container is said to listen on. */
export const expose = {
  id: 'expose',
  title: 'Expose a port',
  meaning: 'Notes that a program in the container listens on a port. It opens nothing.',
  spellings: [
    {
      places: ['dockerfile'],
      names: ['EXPOSE'],
      syntax: 'exposeInstruction',
      example: 'EXPOSE 80',
      meaning: 'Notes in the image that a program listens on a port. It opens nothing.',
      values: [
        { form: '80', meaning: 'TCP, as `80/tcp`' },
        { form: '53/udp', meaning: '`tcp` (default), `udp` or `sctp`' },
        { form: '8000-8003', meaning: 'four ports' },
        { form: '80 443', meaning: 'several in one line' },
        { form: '8080:80', meaning: 'as `80`: the host part is dropped without a word' },
      ],
      default: 'the ports of the base image',
      pitfalls,
      docs: 'https://docs.docker.com/reference/dockerfile/#expose',
    },
    {
      places: ['run', 'create'],
      names: ['--expose'],
      syntax: 'expose',
      example: 'docker run --expose 80 nginx',
    },
    {
      places: ['composeService'],
      names: ['expose'],
      syntax: 'exposeKey',
      example: 'expose: ["80"]',
      docs: 'https://docs.docker.com/reference/compose-file/services/#expose',
    },
  ],
  values: [
    { form: '80', meaning: 'TCP, as `80/tcp`' },
    { form: '53/udp', meaning: '`tcp` (default), `udp` or `sctp`' },
    { form: '8000-8003', meaning: 'four ports' },
    { form: '8080:80', meaning: 'refused: a port of the host belongs to `--publish`, or `ports` in compose' },
  ],
  default: 'the ports that the image exposes; these come on top of them',
  since: '`sctp` needs API 1.37',
  pitfalls,
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/#publish',
} as const satisfies Topic;
