import type { Topic } from '../topic';

/** Legacy links between containers. */
export const link = {
  id: 'link',
  title: 'Link (legacy)',
  meaning: 'Lets this container find another one under a name of its choice.',
  spellings: [
    {
      places: ['run', 'create'],
      names: ['--link'],
      syntax: 'link',
      example: 'docker run --link db:database nginx',
    },
    {
      places: ['networkConnect'],
      names: ['--link'],
      syntax: 'link',
      example: 'docker network connect --link db:database front web',
      docs: 'https://docs.docker.com/reference/cli/docker/network/connect/#link',
    },
    {
      places: ['composeService'],
      names: ['links'],
      syntax: 'serviceLink',
      example: 'links: ["db:database"]',
      meaning: 'Gives another service a further name, for this service alone, and starts it first.',
      values: [
        { form: 'db', meaning: 'the service `db`, under its own name' },
        { form: 'db:database', meaning: 'the service `db`, also as `database`' },
      ],
      default: 'none; services on one network find each other by name',
      pitfalls: ['It joins no network: both services must be on one anyway, where names resolve without it.'],
      docs: 'https://docs.docker.com/reference/compose-file/services/#links',
    },
    {
      places: ['composeService'],
      names: ['external_links'],
      syntax: 'externalLink',
      title: 'External link',
      example: 'external_links: ["redis:cache"]',
      meaning: 'Gives a container that is none of this file a further name, for this service alone.',
      values: [
        { form: 'redis', meaning: 'the container `redis`, under its own name' },
        { form: 'redis:cache', meaning: 'the container `redis`, also as `cache`' },
      ],
      default: 'none; containers on one network of your own find each other by name',
      pitfalls: [
        'It joins no network: both must be on one anyway, such as an external one, where names resolve without it.',
        'It starts nothing: the other container has a life of its own.',
      ],
      elsewhere: ['docker run --network front --link redis:cache nginx'],
      docs: 'https://docs.docker.com/reference/compose-file/services/#external_links',
    },
  ],
  values: [
    { form: 'db', meaning: 'the container `db`, under its own name' },
    { form: 'db:database', meaning: 'the container `db`, also as `database`' },
  ],
  default: 'no link; containers on one network of your own find each other by name',
  since: 'legacy: links on the default bridge warn from engine 29.6 and may be removed in 30.0',
  pitfalls: [
    'Names work one way: the other container learns nothing of this one.',
    'While the target is stopped, a container on the default bridge does not start.',
  ],
  docs: 'https://docs.docker.com/engine/network/links/',
} as const satisfies Topic;
