import type { Driver } from '../driver';

/** Open vSwitch with OVN, a third-party driver for older engines. */
export const openvswitch: Driver = {
  id: 'openvswitch',
  title: 'Open vSwitch',
  engineNames: ['openvswitch'],
  kind: 'thirdParty',
  scope: undefined,
  path: 'opaque',
  summary:
    'A virtual switch that carries and controls the traffic of containers and virtual machines, by the driver of Open Virtual Network.',
  useWhen: 'Existing installations, also beside OpenStack (underlay mode).',
  limits: [
    'Documented with an external key-value store, which Docker removed in engine 23.0.',
    'What it does inside is not known to the Docker engine, and not drawn.',
  ],
  options: [],
  icon: 'circuit-board',
  docs: 'https://docs.openvswitch.org/en/latest/howto/docker/',
};
