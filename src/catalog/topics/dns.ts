import type { Topic } from '../topic';

const run = 'https://docs.docker.com/engine/network/#dns-services';
const create = 'https://docs.docker.com/reference/cli/docker/service/create/';
const update = 'https://docs.docker.com/reference/cli/docker/service/update/';

/** Which DNS servers a container asks. */
export const dnsServer = {
  id: 'dnsServer',
  title: 'DNS server',
  meaning: 'Chooses a DNS server for names that the engine does not know itself.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--dns'],
      syntax: 'dnsServer',
      example: 'docker run --dns 9.9.9.9 nginx',
    },
    {
      places: ['composeService'],
      names: ['dns'],
      syntax: 'dnsServer',
      example: 'dns: [9.9.9.9]',
      docs: 'https://docs.docker.com/reference/compose-file/services/#dns',
    },
    {
      places: ['serviceCreate'],
      names: ['--dns'],
      syntax: 'dnsServer',
      example: 'docker service create --dns 9.9.9.9 nginx',
      docs: create,
    },
    {
      places: ['serviceUpdate'],
      names: ['--dns-add'],
      syntax: 'dnsServer',
      example: 'docker service update --dns-add 9.9.9.9 web',
      docs: update,
    },
    {
      places: ['serviceUpdate'],
      names: ['--dns-rm'],
      syntax: 'removal',
      example: 'docker service update --dns-rm 9.9.9.9 web',
      meaning: 'Takes a DNS server off the list of the service.',
      values: [{ form: '9.9.9.9', meaning: 'as it was given' }],
      default: 'the list stays as it is',
      since: 'API 1.25',
      elsewhere: [],
      docs: update,
    },
  ],
  values: [
    { form: '9.9.9.9', meaning: 'an IPv4 address' },
    { form: '2001:db8::53', meaning: 'an IPv6 address' },
  ],
  default: 'the servers of the host, without those on its own loopback',
  since: 'any version',
  pitfalls: [
    'On a network of your own /etc/resolv.conf names 127.0.0.11, the DNS of the engine, whatever you choose: it asks these servers in turn.',
    'The address `127.0.0.1` is the container itself, not the host.',
    'There is no port: it is always 53.',
  ],
  docs: run,
} as const satisfies Topic;

/** Which domains are tried behind a short name. */
export const dnsSearch = {
  id: 'dnsSearch',
  title: 'DNS search domain',
  meaning: 'A domain that is tried behind a short name.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--dns-search'],
      syntax: 'dnsSearch',
      example: 'docker run --dns-search example.com nginx',
    },
    {
      places: ['composeService'],
      names: ['dns_search'],
      syntax: 'dnsSearch',
      example: 'dns_search: [example.com]',
      docs: 'https://docs.docker.com/reference/compose-file/services/#dns_search',
    },
    {
      places: ['serviceCreate'],
      names: ['--dns-search'],
      syntax: 'dnsSearch',
      example: 'docker service create --dns-search example.com nginx',
      docs: create,
    },
    {
      places: ['serviceUpdate'],
      names: ['--dns-search-add'],
      syntax: 'dnsSearch',
      example: 'docker service update --dns-search-add example.com web',
      docs: update,
    },
    {
      places: ['serviceUpdate'],
      names: ['--dns-search-rm'],
      syntax: 'removal',
      example: 'docker service update --dns-search-rm example.com web',
      meaning: 'Takes a search domain off the list of the service.',
      values: [{ form: 'example.com', meaning: 'as it was given' }],
      default: 'the list stays as it is',
      since: 'API 1.25',
      elsewhere: [],
      docs: update,
    },
  ],
  values: [
    { form: 'example.com', meaning: '`db` is looked up as `db.example.com` too' },
    { form: '.', meaning: 'no search domains, not even those of the host' },
  ],
  default: 'the search domains of the host',
  since: 'any version',
  pitfalls: ['Each domain is one more question to the DNS server for a name that is not found.'],
  docs: run,
} as const satisfies Topic;

/** How the resolver library asks. */
export const dnsOption = {
  id: 'dnsOption',
  title: 'DNS option',
  meaning: 'An option of the resolver, written into /etc/resolv.conf of the container.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--dns-option', '--dns-opt'],
      syntax: 'dnsOption',
      example: 'docker run --dns-option ndots:1 nginx',
      since: '`--dns-opt` is the older, hidden name of `--dns-option`',
    },
    {
      places: ['composeService'],
      names: ['dns_opt'],
      syntax: 'dnsOption',
      example: 'dns_opt: ["ndots:1"]',
      docs: 'https://docs.docker.com/reference/compose-file/services/#dns_opt',
    },
    {
      places: ['serviceCreate'],
      names: ['--dns-option'],
      syntax: 'dnsOption',
      example: 'docker service create --dns-option ndots:1 nginx',
      docs: create,
    },
    {
      places: ['serviceUpdate'],
      names: ['--dns-option-add'],
      syntax: 'dnsOption',
      example: 'docker service update --dns-option-add ndots:1 web',
      docs: update,
    },
    {
      places: ['serviceUpdate'],
      names: ['--dns-option-rm'],
      syntax: 'removal',
      example: 'docker service update --dns-option-rm ndots:1 web',
      meaning: 'Takes an option of the resolver off the list of the service.',
      values: [{ form: 'ndots:1', meaning: 'as it was given' }],
      default: 'the list stays as it is',
      since: 'API 1.25',
      elsewhere: [],
      docs: update,
    },
  ],
  values: [
    {
      form: 'ndots:1',
      meaning: 'a name with so many dots or more is looked up as it is before search domains are tried',
    },
    { form: 'timeout:3', meaning: 'seconds to wait for a server' },
    { form: 'attempts:2', meaning: 'how often to ask all servers' },
    { form: 'rotate', meaning: 'the servers take turns' },
    { form: 'use-vc', meaning: 'asks over TCP' },
  ],
  default: 'the options of the host',
  since: 'any version',
  pitfalls: [
    'Docker does not look at the text; which options have an effect is up to the C library of the image.',
  ],
  docs: run,
} as const satisfies Topic;
