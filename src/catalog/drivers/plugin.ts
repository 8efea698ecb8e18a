import type { Driver } from '../driver';

/** Any driver that has no row of its own. */
export const plugin: Driver = {
  id: 'plugin',
  title: 'Third-party driver',
  engineNames: [],
  kind: 'thirdParty',
  scope: undefined,
  path: 'opaque',
  summary: 'A network plugin connects the containers; the engine only asks it to.',
  useWhen: 'A specialised network needs a driver that Docker does not bring.',
  limits: [
    'What it does inside is not known to the Docker engine, and not drawn.',
    'Published ports work only if the plugin does it: the engine passes them on and lists none.',
    'While the plugin is not running, creating networks and starting containers fails after some 15 seconds.',
    'Plugins of the older kind (a socket in /run/docker/plugins) work only outside swarm.',
  ],
  options: [],
  icon: 'extensions',
  docs: 'https://docs.docker.com/engine/extend/plugins_network/',
};
