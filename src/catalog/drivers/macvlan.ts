import type { Driver } from '../driver';

/** Containers as machines on the physical segment, each with its own MAC address. */
export const macvlan: Driver = {
  id: 'macvlan',
  title: 'Macvlan',
  engineNames: ['macvlan'],
  kind: 'builtIn',
  scope: 'local',
  path: 'parent',
  summary:
    'Each container gets a MAC address of its own and stands on the physical network like a machine, without NAT or bridge.',
  useWhen: 'Moving from virtual machines, or for programs that expect to sit on the physical network.',
  limits: [
    'The host cannot talk to its containers through the parent interface, nor they to it.',
    'Published ports do nothing: containers are reached at their own addresses.',
    'Older engines (20.10, say) take one macvlan network per parent interface, newer ones several; VLAN sub-interfaces (`eth0.10`, ids 1 to 4094) make more.',
    'Without a parent the network stands on a dummy interface, cut off from the outside.',
    'Clouds and Wi-Fi often refuse several MAC addresses on one port.',
    'Linux only: not in rootless mode, and not on Docker Desktop.',
  ],
  options: [
    { key: 'parent', values: 'a host interface: eth0, eth0.10', meaning: 'The host interface it stands on.' },
    {
      key: 'macvlan_mode',
      values: 'bridge (default), private, vepa, passthru',
      meaning: 'How containers on the same parent reach each other.',
    },
  ],
  icon: 'plug',
  docs: 'https://docs.docker.com/engine/network/drivers/macvlan/',
};
