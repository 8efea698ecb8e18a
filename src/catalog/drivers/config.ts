import type { Driver } from '../driver';

/** A config-only network: settings that swarm networks take over on each node. */
export const config: Driver = {
  id: 'config',
  title: 'Configuration only',
  engineNames: [''],
  kind: 'builtIn',
  scope: 'local',
  path: 'template',
  summary:
    'A template and not a network: it keeps a subnet and options for networks made with `--config-from`.',
  useWhen: 'A swarm network of a local driver (macvlan, say) needs other settings on each node.',
  limits: ['Carries no packets.', 'A network made from it takes no settings of its own.'],
  options: [],
  icon: 'file-code',
  docs: 'https://docs.docker.com/reference/cli/docker/network/create/',
};
