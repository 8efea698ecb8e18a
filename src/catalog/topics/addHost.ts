import type { Topic } from '../topic';

/** Lines for the hosts file of a container. */
export const addHost = {
  id: 'addHost',
  title: 'Host entry',
  meaning:
    'Writes a name and an address into /etc/hosts of the container, which programs ask before any DNS.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--add-host'],
      syntax: 'addHost',
      example: 'docker run --add-host host.docker.internal:host-gateway nginx',
    },
    {
      places: ['composeService'],
      names: ['extra_hosts'],
      syntax: 'addHost',
      example: 'extra_hosts: ["host.docker.internal:host-gateway"]',
      docs: 'https://docs.docker.com/reference/compose-file/services/#extra_hosts',
    },
    {
      places: ['build'],
      names: ['--add-host'],
      syntax: 'addHost',
      example: 'docker build --add-host repo:10.0.0.5 .',
      meaning:
        'Writes a name and an address into /etc/hosts of the RUN steps. The image keeps nothing of it.',
      docs: 'https://docs.docker.com/reference/cli/docker/buildx/build/#add-host',
    },
    {
      places: ['composeBuild'],
      names: ['extra_hosts'],
      syntax: 'addHost',
      example: 'build: { extra_hosts: ["repo:10.0.0.5"] }',
      meaning:
        'Writes a name and an address into /etc/hosts of the RUN steps. The image keeps nothing of it.',
      docs: 'https://docs.docker.com/reference/compose-file/build/#extra_hosts',
    },
    {
      places: ['serviceCreate'],
      names: ['--host'],
      syntax: 'addHost',
      example: 'docker service create --host repo:10.0.0.5 nginx',
      docs: 'https://docs.docker.com/reference/cli/docker/service/create/',
    },
    {
      places: ['serviceUpdate'],
      names: ['--host-add'],
      syntax: 'addHost',
      example: 'docker service update --host-add repo:10.0.0.5 web',
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/',
    },
    {
      places: ['serviceUpdate'],
      names: ['--host-rm'],
      syntax: 'removal',
      example: 'docker service update --host-rm repo:10.0.0.5 web',
      meaning: 'Takes a name out of /etc/hosts of the tasks.',
      values: [{ form: 'repo:10.0.0.5', meaning: 'the line of `repo`; the address is not looked at' }],
      default: 'all lines stay',
      since: 'API 1.25',
      elsewhere: [],
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/',
    },
  ],
  values: [
    { form: 'db:10.0.0.5', meaning: '`db` is 10.0.0.5' },
    { form: 'db=10.0.0.5', meaning: 'the same; in compose from 2.24.1' },
    { form: 'db:[2001:db8::5]', meaning: 'an IPv6 address, with or without brackets' },
    {
      form: 'host.docker.internal:host-gateway',
      meaning: 'the host itself: by default the address of the default bridge, docker0',
    },
  ],
  default: 'localhost, and the hostname of the container with its addresses',
  since: '`host-gateway` needs engine 20.10',
  pitfalls: [
    'The address is fixed: a container that gets another one later is not found. On a network of your own the DNS of the engine follows it.',
    'What listens on 127.0.0.1 of the host is not reached by `host-gateway`: it must listen on that address, or on all.',
  ],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/#add-host',
} as const satisfies Topic;
