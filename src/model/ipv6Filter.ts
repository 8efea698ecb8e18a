import { isAtLeast } from './engineVersion';
import type { Network, Topology } from './topology';

/**
 * What `internal` and icc off keep apart on this bridge is IPv4 alone: engines before 27 make ip6tables rules only where they
 * are told to (seen on engine 20.10: containers of an internal bridge with IPv6 reach other machines and are reached by them).
 * An engine that does not say its version counts as the newest.
 */
export function filtersIpv4Only({ host }: Pick<Topology, 'host'>, network: Network): boolean {
  const { driver, ipv6, subnets } = network;
  return driver === 'bridge' && ipv6 && subnets.some(({ family }) => family === 6) && !isAtLeast(host, 27);
}
