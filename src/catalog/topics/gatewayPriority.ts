import type { Topic } from '../topic';

/** Which of several networks has the default route. */
export const gatewayPriority = {
  id: 'gatewayPriority',
  title: 'Gateway priority',
  meaning: 'Among several networks of a container, the one with the highest number has its default route.',
  spellings: [
    {
      places: ['composeServiceNetwork'],
      names: ['gw_priority'],
      syntax: 'gatewayPriority',
      example: 'networks: { front: { gw_priority: 1 } }',
      since: 'compose 2.33.0; engine 28.0 (API 1.48)',
      docs: 'https://docs.docker.com/reference/compose-file/services/#gw_priority',
    },
    {
      places: ['networkConnect'],
      names: ['--gw-priority'],
      syntax: 'gatewayPriority',
      example: 'docker network connect --gw-priority 1 front web',
      elsewhere: ['docker run --network name=front,gw-priority=1 nginx'],
      docs: 'https://docs.docker.com/reference/cli/docker/network/connect/',
    },
    {
      places: ['composeServiceNetwork'],
      names: ['priority'],
      syntax: 'connectPriority',
      title: 'Order of connecting',
      example: 'networks: { front: { priority: 1000 } }',
      meaning: 'In which order compose connects the service to its networks, the highest number first.',
      values: [{ form: '1000', meaning: 'before networks with a lower number, or with none' }],
      default: '0',
      pitfalls: [
        'It decides neither the default route nor the names of the interfaces: see `gw_priority` and `interface_name`.',
      ],
      elsewhere: [],
      docs: 'https://docs.docker.com/reference/compose-file/services/#priority',
    },
  ],
  values: [
    { form: '1', meaning: 'before all networks that have no number' },
    { form: '-1', meaning: 'after them' },
  ],
  default: '0; among equals an internal network comes last, and then the name decides',
  since: 'engine 28.0 (API 1.48)',
  pitfalls: [
    'In compose `priority` is another thing: the order of connecting.',
    'Traffic to the networks themselves does not depend on it; only the way to all others does.',
  ],
  docs: 'https://docs.docker.com/engine/network/',
} as const satisfies Topic;
