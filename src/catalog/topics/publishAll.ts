import type { Topic } from '../topic';

/** `-P`: every exposed port on a free port of the host. */
export const publishAll = {
  id: 'publishAll',
  title: 'Publish all exposed ports',
  meaning: 'Publishes every port that the image or `--expose` exposes, each on a free port of the host.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--publish-all', '-P'],
      syntax: 'publishAll',
      example: 'docker run -P nginx',
    },
  ],
  values: [
    { form: '-P', meaning: 'each exposed port on a free port of all addresses of the host' },
    { form: '--publish-all=false', meaning: 'only what `-p` names' },
  ],
  default: 'only what `-p` names is published',
  since: 'any version',
  pitfalls: [
    'The free ports are of the range in /proc/sys/net/ipv4/ip_local_port_range, and others after each start; `docker port NAME` tells them.',
    'Without EXPOSE in the image and `--expose` nothing is published.',
    'The ports are open on **all** addresses of the host.',
    'Compose has no key for it: name the ports of the container alone, `ports: ["80"]`.',
  ],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/#publish-all',
} as const satisfies Topic;
