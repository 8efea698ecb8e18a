import type { Driver } from '../driver';

/** Weave Net, a third-party driver whose project has ended. */
export const weave: Driver = {
  id: 'weave',
  title: 'Weave Net',
  engineNames: ['weave', 'weavemesh', 'weaveworks/net-plugin'],
  kind: 'thirdParty',
  scope: undefined,
  path: 'opaque',
  summary: 'A virtual network that connects containers over several hosts, by a driver of Weaveworks.',
  useWhen: 'Existing installations; for new ones take an overlay network.',
  limits: [
    'The project was archived in June 2024 and gets no more fixes.',
    'Swarm services need its managed plugin (Weave 2.0 and later); the older driver `weave` works only outside swarm.',
    'What it does inside is not known to the Docker engine, and not drawn.',
  ],
  options: [],
  icon: 'broadcast',
  docs: 'https://github.com/weaveworks/weave',
};
