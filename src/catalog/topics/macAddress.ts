import type { Topic } from '../topic';

/** The hardware address of the interface in the container. */
export const macAddress = {
  id: 'macAddress',
  title: 'MAC address',
  meaning: 'Sets the hardware address of the interface in the container.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--mac-address'],
      syntax: 'mac',
      example: 'docker run --mac-address 02:42:ac:11:00:02 nginx',
    },
    {
      places: ['composeService'],
      names: ['mac_address'],
      syntax: 'mac',
      example: 'mac_address: 02:42:ac:11:00:02',
      since: 'compose 2.23.2; engines from 25.0 on may refuse it here and want it beside the network',
      docs: 'https://docs.docker.com/reference/compose-file/services/#mac_address',
    },
    {
      places: ['composeServiceNetwork'],
      names: ['mac_address'],
      syntax: 'mac',
      example: 'networks: { front: { mac_address: 02:42:ac:11:00:02 } }',
      since: 'compose 2.23.2; engine 25.0 (API 1.44)',
      docs: 'https://docs.docker.com/reference/compose-file/services/#mac_address',
    },
    {
      places: ['networkConnect'],
      names: ['--mac-address'],
      syntax: 'mac',
      example: 'docker network connect --mac-address 02:42:ac:11:00:02 front web',
      since: 'API 1.54',
      docs: 'https://docs.docker.com/reference/cli/docker/network/connect/',
    },
  ],
  values: [{ form: '02:42:ac:11:00:02', meaning: 'six octets; also with dashes, or as `0242.ac11.0002`' }],
  default: 'the engine chooses one: engine 20.10 writes the IPv4 address behind `02:42`',
  since: 'for one of several networks from API 1.44 on: `--network name=front,mac-address=…`',
  pitfalls: [
    'Two containers with one MAC address on one network lose packets; the engine does not look.',
    'On macvlan the switch outside sees it; ipvlan shares that of the host interface.',
  ],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/',
} as const satisfies Topic;
