import { published, withoutPorts, type Published } from './shared/publishedPorts';
import { rule } from './shared/rule';

/** Ports of a container on the host network, or on none. */
export const publishDiscarded = rule<Published>({
  code: 'publish.discarded',
  severity: 'warning',
  about: 'Ports that are published on the host network, or without one: they are discarded.',
  docs: 'https://docs.docker.com/engine/network/drivers/host/',
  check: (scope) => published(scope, ['host', 'none']),
  say: ({ mode }) =>
    mode === 'host'
      ? 'Published ports are discarded when using host network mode. The program is open on the host as it is.'
      : 'Without a network nothing is published, and the engine says nothing about it.',
  mend: withoutPorts,
});
