import type { Driver } from '../driver';

/** Weave Net, a third-party driver whose project has ended. */
export const weave: Driver = {
  id: 'weave',
  title: 'Weave Net',
  engineNames: [
    'weave',
    'weavemesh',
    'weaveworks/net-plugin',
    'store/weaveworks/net-plugin',
    'rajchaudhuri/net-plugin',
  ],
  kind: 'thirdParty',
  scope: undefined,
  path: 'opaque',
  summary: 'A virtual network that connects containers over several hosts, by a driver of Weaveworks.',
  useWhen: 'Existing installations; for new ones take an overlay network.',
  limits: [
    'The project was archived in June 2024 and gets no more fixes.',
    'Swarm services need its managed plugin (Weave 2.0 and later); the older driver `weave` works only outside swarm.',
    'The driver `weave` needs an external key-value store, which Docker removed in engine 23.0; `weavemesh` needs none and has a single network.',
    'What it does inside is not known to the Docker engine, and not drawn.',
  ],
  options: [
    {
      key: 'works.weave.multicast',
      values: 'true, false (default)',
      meaning:
        'Gives the containers a route for multicast through this network; at most one network of a container can have it.',
    },
  ],
  icon: 'broadcast',
  docs: 'https://github.com/weaveworks/weave',
};
