import type { Driver } from '../driver';

/** Kuryr: Docker networks as networks of OpenStack Neutron. */
export const kuryr: Driver = {
  id: 'kuryr',
  title: 'Kuryr',
  engineNames: ['kuryr', 'kuryr/libnetwork2'],
  kind: 'thirdParty',
  scope: undefined,
  path: 'opaque',
  summary: 'Puts containers on networks of OpenStack Neutron, beside its virtual machines.',
  useWhen: 'Containers belong to an OpenStack cloud.',
  limits: [
    'Needs OpenStack, and its own address management: `--driver kuryr --ipam-driver kuryr`.',
    'What it does inside is not known to the Docker engine, and not drawn.',
  ],
  options: [
    {
      key: 'neutron.net.uuid',
      values: 'the id of a Neutron network',
      meaning: 'Takes a network that Neutron has, instead of making one.',
    },
    {
      key: 'neutron.net.name',
      values: 'the name of a Neutron network',
      meaning: 'Takes a network that Neutron has, by its name.',
    },
  ],
  icon: 'cloud',
  docs: 'https://docs.openstack.org/kuryr-libnetwork/latest/',
};
