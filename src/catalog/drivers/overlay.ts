import type { Driver } from '../driver';

/** A network over several swarm nodes, by VXLAN. */
export const overlay: Driver = {
  id: 'overlay',
  title: 'Overlay',
  engineNames: ['overlay'],
  kind: 'builtIn',
  scope: 'swarm',
  path: 'vxlan',
  summary:
    'One network over several Docker hosts: packets between the nodes of a swarm travel in VXLAN, and services get a virtual IP.',
  useWhen: 'Containers or swarm services on different hosts talk to each other as if on one network.',
  limits: [
    'Needs swarm mode, even on a single host.',
    'Standalone containers join only if it was made `--attachable`.',
    'Nodes reach each other on udp 4789 (data), tcp and udp 7946 (gossip) and tcp 2377 (management).',
    'The MTU is 1450 by default: VXLAN takes 50 bytes of each packet.',
    'Keep it at /24 or smaller where services use virtual IPs.',
    'The host has no route to its addresses; the way out is docker_gwbridge.',
    'Virtual IPs and the routing mesh need IPVS in the Linux kernel.',
    'With 1,000 containers on one host it becomes unstable: a limit of the Linux kernel.',
  ],
  options: [
    {
      key: 'encrypted',
      values: '(no value)',
      meaning:
        'Encrypts the packets between nodes with IPsec. It costs speed, and nodes on Windows do not know it.',
    },
    {
      key: 'com.docker.network.driver.mtu',
      values: 'a number of bytes (default 1450)',
      meaning: 'Largest packet inside the network.',
    },
    {
      key: 'com.docker.network.driver.overlay.vxlanid_list',
      values: 'numbers, separated by commas',
      meaning: 'The VXLAN network identifiers, one per subnet; the engine chooses them otherwise.',
    },
  ],
  icon: 'layers',
  docs: 'https://docs.docker.com/engine/network/drivers/overlay/',
};
