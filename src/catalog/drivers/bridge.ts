import type { Driver } from '../driver';

/** The default: a Linux bridge, a veth pair per container, and NAT for the way out and in. */
export const bridge: Driver = {
  id: 'bridge',
  title: 'Bridge',
  engineNames: ['bridge'],
  kind: 'builtIn',
  scope: 'local',
  path: 'nat',
  summary:
    'A private network on one host: containers hang on a Linux bridge by veth pairs, reach out through NAT and are reached from outside through published ports.',
  useWhen:
    'Containers on the same host talk to each other. Prefer a user-defined bridge to the default one: it resolves container names and keeps other projects out.',
  limits: [
    'Stays on one host; an overlay network spans several.',
    'One IPv4 subnet per network.',
    'Containers on different bridges do not reach each other, except through published ports.',
    'The default bridge (docker0) resolves no container names; links on it are legacy.',
    'With 1,000 containers and more a bridge network becomes unstable: a limit of the Linux kernel.',
    'A port published without an address listens on all addresses of the host, and bypasses firewall rules on INPUT such as those of ufw.',
  ],
  options: [
    {
      key: 'com.docker.network.bridge.name',
      values: 'an interface name of at most 15 characters',
      meaning:
        'Name of the Linux bridge; otherwise `br-` and the first 12 characters of the network id. Never `docker0`: engines before 25.0 accept it and lose their default bridge.',
    },
    {
      key: 'com.docker.network.bridge.enable_ip_masquerade',
      values: 'true (default), false',
      meaning:
        'Whether outgoing packets take the address of the host. Without it, on engines before 28, the containers do not reach what other bridges publish at addresses of the host.',
    },
    {
      key: 'com.docker.network.bridge.enable_icc',
      values: 'true (default), false',
      meaning:
        'Whether the containers of this network may talk to each other. Engines before 27 hold them apart over IPv4 alone, unless they are told to filter IPv6.',
    },
    {
      key: 'com.docker.network.bridge.host_binding_ipv4',
      values: 'an IPv4 address (default 0.0.0.0)',
      meaning: 'The host address that published ports listen on when `-p` names none.',
    },
    {
      key: 'com.docker.network.bridge.inhibit_ipv4',
      values: 'true, false (default)',
      meaning: 'Keeps Docker from giving the bridge an IPv4 address.',
    },
    {
      key: 'com.docker.network.bridge.gateway_mode_ipv4',
      values: 'nat (default), nat-unprotected, routed, isolated',
      meaning: 'How packets of outside reach the containers by IPv4; `routed` uses no NAT.',
    },
    {
      key: 'com.docker.network.bridge.gateway_mode_ipv6',
      values: 'nat (default), nat-unprotected, routed, isolated',
      meaning: 'How packets of outside reach the containers by IPv6; `routed` uses no NAT.',
    },
    {
      key: 'com.docker.network.bridge.trusted_host_interfaces',
      values: 'interface names, separated by colons',
      meaning: 'Host interfaces that may reach the containers directly (engine 28.2 and later).',
    },
    {
      key: 'com.docker.network.driver.mtu',
      values: 'a number of bytes',
      meaning: 'Largest packet of the bridge and of the interfaces in the containers.',
    },
    {
      key: 'com.docker.network.container_iface_prefix',
      values: 'a prefix (default eth)',
      meaning: 'How the interface in the container is called, before its number.',
    },
  ],
  icon: 'type-hierarchy',
  docs: 'https://docs.docker.com/engine/network/drivers/bridge/',
};
