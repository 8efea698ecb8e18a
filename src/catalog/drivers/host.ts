import type { Driver } from '../driver';

/** No network of its own: the container uses the interfaces of the host. */
export const host: Driver = {
  id: 'host',
  title: 'Host',
  engineNames: ['host'],
  kind: 'builtIn',
  scope: 'local',
  path: 'host',
  summary:
    "The container shares the host's network stack: no isolation, no address of its own, no NAT, and the host's own speed.",
  useWhen: 'A program needs many ports, the best throughput, or must see the interfaces of the host.',
  limits: [
    'Published ports are discarded: what the program listens on is open on the host at once.',
    'Two containers, or a container and a program of the host, cannot listen on the same port.',
    'There is one host network, and a container on it joins no other.',
    'Not for links or network aliases: the engine refuses them.',
    'Linux only; Docker Desktop has it from 4.34 on, for TCP and UDP, once it is enabled in its settings.',
  ],
  options: [],
  icon: 'vm',
  docs: 'https://docs.docker.com/engine/network/drivers/host/',
};
