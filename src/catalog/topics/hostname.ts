import type { Topic } from '../topic';

/** What the container calls itself. */
export const hostname = {
  id: 'hostname',
  title: 'Hostname',
  meaning:
    'The name that the container has for itself: in `hostname`, and in its /etc/hosts with its own address.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--hostname', '-h'],
      syntax: 'hostname',
      example: 'docker run --hostname web1 nginx',
    },
    {
      places: ['composeService'],
      names: ['hostname'],
      syntax: 'hostname',
      example: 'hostname: web1',
      docs: 'https://docs.docker.com/reference/compose-file/services/#hostname',
    },
    {
      places: ['serviceCreate', 'serviceUpdate'],
      names: ['--hostname'],
      syntax: 'hostname',
      example: 'docker service create --hostname web1 nginx',
      docs: 'https://docs.docker.com/reference/cli/docker/service/create/#hostname',
    },
  ],
  values: [
    { form: 'web1', meaning: 'letters, digits and dashes, at most 63 of them' },
    { form: 'web1.example.com', meaning: 'with its domain' },
  ],
  default: 'the first 12 digits of the id; on the host network the name of the host',
  since: 'any version',
  pitfalls: [
    'It is another thing than the name of the container, under which the engine knows it.',
    'Docker takes nearly any text; programs and DNS do not.',
    'With `container:` the name belongs to the other container, and the engine refuses one here.',
  ],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/',
} as const satisfies Topic;

/** The NIS domain of the container. */
export const domainname = {
  id: 'domainname',
  title: 'Domain name',
  meaning: 'The NIS domain name that the kernel gives programs in the container.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--domainname'],
      syntax: 'domainname',
      example: 'docker run --domainname example.com nginx',
    },
    {
      places: ['composeService'],
      names: ['domainname'],
      syntax: 'domainname',
      example: 'domainname: example.com',
      docs: 'https://docs.docker.com/reference/compose-file/services/#domainname',
    },
  ],
  values: [{ form: 'example.com', meaning: 'the domain behind the hostname' }],
  default: 'none',
  since: 'any version',
  pitfalls: ['For look-ups of short names there is `--dns-search`, in compose `dns_search`.'],
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/',
} as const satisfies Topic;
