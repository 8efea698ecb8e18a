import type { Driver } from '../driver';

/** `--network container:X`: a mode, chosen per container. */
export const container: Driver = {
  id: 'container',
  title: 'Container',
  engineNames: [],
  kind: 'mode',
  scope: undefined,
  path: 'shared',
  summary:
    'The container joins the network namespace of another one: same interfaces, same address, and 127.0.0.1 in common.',
  useWhen: 'Sidecars, and debugging tools beside a container that lacks them.',
  limits: [
    'The other container must be running.',
    'No ports, hostname, DNS, extra hosts, links or further networks of its own: they belong to the other container, and the engine refuses them here.',
    'Two programs in the shared namespace cannot listen on the same port.',
    'Its own name does not resolve for others; the name of the other container does.',
  ],
  options: [],
  icon: 'link',
  docs: 'https://docs.docker.com/engine/network/#container-networks',
};
