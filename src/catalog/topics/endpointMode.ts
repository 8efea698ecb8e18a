import type { Topic } from '../topic';

/** How the name of a service resolves. */
export const endpointMode = {
  id: 'endpointMode',
  title: 'Endpoint mode',
  meaning: 'What the name of the service resolves to on its networks.',
  spellings: [
    {
      places: ['serviceCreate', 'serviceUpdate'],
      names: ['--endpoint-mode'],
      syntax: 'text',
      example: 'docker service create --endpoint-mode dnsrr --network front nginx',
      elsewhere: ['deploy: { endpoint_mode: dnsrr }'],
    },
  ],
  values: [
    { form: 'vip', meaning: 'one virtual address, behind which requests are spread over the tasks' },
    {
      form: 'dnsrr',
      meaning: 'the addresses of the tasks themselves; no port can be published by `ingress`',
    },
  ],
  default: '`vip`',
  since: 'any version',
  pitfalls: ['With either one, `tasks.NAME` gives the addresses of the tasks.'],
  docs: 'https://docs.docker.com/reference/cli/docker/service/create/',
} as const satisfies Topic;
