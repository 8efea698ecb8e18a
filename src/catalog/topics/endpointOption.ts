import type { Topic } from '../topic';

/** Options of the driver for one container on one network. */
export const endpointOption = {
  id: 'endpointOption',
  title: 'Driver option of a connection',
  meaning: 'Tells the driver of the network something about this one container on it.',
  spellings: [
    {
      places: ['composeServiceNetwork'],
      names: ['driver_opts'],
      syntax: 'endpointOption',
      example: 'networks: { front: { driver_opts: { com.docker.network.endpoint.ifname: eth7 } } }',
      since: 'compose 2.27.1',
      docs: 'https://docs.docker.com/reference/compose-file/services/#driver_opts',
    },
    {
      places: ['networkConnect'],
      names: ['--driver-opt'],
      syntax: 'endpointOption',
      example: 'docker network connect --driver-opt com.docker.network.endpoint.ifname=eth7 front web',
      elsewhere: ['docker run --network name=front,driver-opt=com.docker.network.endpoint.ifname=eth7 nginx'],
      docs: 'https://docs.docker.com/reference/cli/docker/network/connect/',
    },
  ],
  values: [
    {
      form: 'com.docker.network.endpoint.sysctls=net.ipv4.conf.IFNAME.log_martians=1',
      meaning: 'kernel settings of this interface; API 1.46',
    },
    {
      form: 'com.docker.network.endpoint.ifname=eth7',
      meaning: 'the name of the interface in the container',
    },
  ],
  default: 'what the driver does by itself',
  since: 'any version',
  pitfalls: ['A key that the driver does not know is passed on and has no effect.'],
  docs: 'https://docs.docker.com/reference/cli/docker/network/connect/',
} as const satisfies Topic;
