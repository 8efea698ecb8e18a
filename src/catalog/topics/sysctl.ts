import type { Topic } from '../topic';

/** Kernel settings of the container's network namespace. */
export const sysctl = {
  id: 'sysctl',
  title: 'Kernel setting',
  meaning: 'Sets a kernel parameter in the namespaces of the container; `net.` is about its own network.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--sysctl'],
      syntax: 'sysctl',
      example: 'docker run --sysctl net.core.somaxconn=1024 nginx',
    },
    {
      places: ['composeService'],
      names: ['sysctls'],
      syntax: 'sysctl',
      example: 'sysctls: { net.core.somaxconn: 1024 }',
      docs: 'https://docs.docker.com/reference/compose-file/services/#sysctls',
    },
    {
      places: ['serviceCreate'],
      names: ['--sysctl'],
      syntax: 'sysctl',
      example: 'docker service create --sysctl net.core.somaxconn=1024 nginx',
      since: 'API 1.40',
      docs: 'https://docs.docker.com/reference/cli/docker/service/create/',
    },
    {
      places: ['serviceUpdate'],
      names: ['--sysctl-add'],
      syntax: 'sysctl',
      example: 'docker service update --sysctl-add net.core.somaxconn=1024 web',
      since: 'API 1.40',
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/',
    },
    {
      places: ['serviceUpdate'],
      names: ['--sysctl-rm'],
      syntax: 'removal',
      example: 'docker service update --sysctl-rm net.core.somaxconn web',
      meaning: 'Takes back a kernel parameter of the service.',
      values: [{ form: 'net.core.somaxconn', meaning: 'its name, without a value' }],
      default: 'all parameters stay',
      since: 'API 1.40',
      elsewhere: [],
      docs: 'https://docs.docker.com/reference/cli/docker/service/update/',
    },
  ],
  values: [
    {
      form: 'net.core.somaxconn=1024',
      meaning: 'the longest queue of connections that nobody has taken yet',
    },
    { form: 'net.ipv4.ip_forward=1', meaning: 'the container passes packets on, as a router or a VPN' },
    { form: 'net.ipv4.ip_unprivileged_port_start=1024', meaning: 'lower ports need a privilege' },
    { form: 'net.ipv6.conf.all.disable_ipv6=1', meaning: 'no IPv6 in the container' },
    { form: 'vm.max_map_count=262144', meaning: 'refused: it belongs to the whole host' },
  ],
  default: 'the values of the kernel for a new network; Docker lets all programs have the ports below 1024',
  since: 'any version',
  pitfalls: [
    'Besides `net.` only `fs.mqueue.` and a few of `kernel.` are taken: all others belong to the host.',
    'On the host network `net.` would change the host: the container does not start.',
    'Nobody looks at the value before the container starts.',
  ],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/#sysctl',
} as const satisfies Topic;
