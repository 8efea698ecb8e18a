import type { Topic } from '../topic';

/** Further addresses that no router passes on. */
export const linkLocal = {
  id: 'linkLocal',
  title: 'Link-local address',
  meaning: 'Gives the interface of the container a further address, for neighbours on the same network.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--link-local-ip'],
      syntax: 'linkLocal',
      example: 'docker run --network front --link-local-ip 169.254.8.8 nginx',
    },
    {
      places: ['composeServiceNetwork'],
      names: ['link_local_ips'],
      syntax: 'linkLocal',
      example: 'networks: { front: { link_local_ips: [169.254.8.8] } }',
      docs: 'https://docs.docker.com/reference/compose-file/services/#link_local_ips',
    },
    {
      places: ['networkConnect'],
      names: ['--link-local-ip'],
      syntax: 'linkLocal',
      example: 'docker network connect --link-local-ip 169.254.8.8 front web',
      docs: 'https://docs.docker.com/reference/cli/docker/network/connect/',
    },
  ],
  values: [
    { form: '169.254.8.8', meaning: 'of 169.254.0.0/16, the link-local block of IPv4' },
    { form: 'fe80::8', meaning: 'of fe80::/10, that of IPv6' },
  ],
  default: 'none but what the kernel gives: an IPv6 interface has one of its own',
  since: 'any version',
  pitfalls: [
    'It comes beside the address that the network gives, not in its place.',
    'The engine does not check the block: `10.0.0.1` is taken too.',
    'What is no address at all is found when the container starts.',
  ],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/',
} as const satisfies Topic;
