import type { Driver } from '../driver';

/** As macvlan, with the MAC address of the parent. */
export const ipvlan: Driver = {
  id: 'ipvlan',
  title: 'IPvlan',
  engineNames: ['ipvlan'],
  kind: 'builtIn',
  scope: 'local',
  path: 'parent',
  summary:
    'Containers stand on the physical network with addresses of their own and share the MAC address of the host interface.',
  useWhen: 'As macvlan, where the switch or the cloud allows one MAC address per port, or to route (l3).',
  limits: [
    'The host cannot talk to its containers through the parent interface.',
    'Published ports do nothing: containers are reached at their own addresses.',
    'One ipvlan network per parent interface; VLAN sub-interfaces (`eth0.10`, ids 1 to 4094) make more.',
    'In l3 mode the routers outside need a route to its subnets, and there is no broadcast or multicast.',
    'Without a parent the network stands on a dummy interface, cut off from the outside.',
    'Linux 4.2 or later.',
  ],
  options: [
    { key: 'parent', values: 'a host interface: eth0, eth0.10', meaning: 'The host interface it stands on.' },
    { key: 'ipvlan_mode', values: 'l2 (default), l3, l3s', meaning: 'Switch (l2) or route (l3) packets.' },
    {
      key: 'ipvlan_flag',
      values: 'bridge (default), private, vepa',
      meaning: 'How containers on the same parent reach each other.',
    },
  ],
  icon: 'combine',
  docs: 'https://docs.docker.com/engine/network/drivers/ipvlan/',
};
