import type { Topic } from '../topic';

/** What the interface is called in the container. */
export const interfaceName = {
  id: 'interfaceName',
  title: 'Interface name',
  meaning:
    'What the interface of this network is called in the container. It is one end of a veth pair; the other end is on the bridge of the host.',
  spellings: [
    {
      places: ['composeServiceNetwork'],
      names: ['interface_name'],
      syntax: 'interfaceName',
      example: 'networks: { front: { interface_name: eth7 } }',
      elsewhere: ['docker network connect --driver-opt com.docker.network.endpoint.ifname=eth7 front web'],
      docs: 'https://docs.docker.com/reference/compose-file/services/#interface_name',
    },
  ],
  values: [{ form: 'eth7', meaning: 'at most 15 characters, without a slash or a blank' }],
  default: '`eth0`, `eth1` and so on, as networks are connected',
  since: 'compose 2.36.0',
  pitfalls: ['Two networks of one container need two names.'],
  docs: 'https://docs.docker.com/reference/compose-file/services/#interface_name',
} as const satisfies Topic;
