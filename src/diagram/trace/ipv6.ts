import type { Endpoint, Topology } from '../../model';
import { isAtLeast } from '../../model';

/**
 * Packets of this endpoint that IPv6 carries past what the engine does to IPv4 ones: before version 27 it makes ip6tables
 * rules only where it is told to, so that icc, the isolation of bridges and MASQUERADE are IPv4's alone (seen on engine 20.10:
 * with icc off, and from bridge to bridge, connects to IPv6 addresses succeed). An engine that does not say its version counts
 * as the newest.
 */
export function leaksIpv6({ host }: Topology, { ipv6 }: Endpoint): boolean {
  return ipv6 !== undefined && !isAtLeast(host, 27);
}
