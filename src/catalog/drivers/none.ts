import type { Driver } from '../driver';

/** Loopback only. The engine calls the driver `null`. */
export const none: Driver = {
  id: 'none',
  title: 'None',
  engineNames: ['null'],
  kind: 'builtIn',
  scope: 'local',
  path: 'none',
  summary: 'The container is cut off: it has its loopback interface and nothing else.',
  useWhen: 'Batch jobs and programs that must not reach anything, nor be reached.',
  limits: [
    'Published ports are discarded without a word.',
    'A container on none joins no other network.',
    'Not for swarm services.',
  ],
  options: [],
  icon: 'circle-slash',
  docs: 'https://docs.docker.com/engine/network/drivers/none/',
};
