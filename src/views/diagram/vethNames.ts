import type { Endpoint, Topology } from '../../model';

/**
 * Names of the host's ends of veth pairs that the reader asked for. A name holds for one run of a container on a network: the
 * next connect or start makes another pair.
 */
export class VethNames {
  /** By `container id@network id`. */
  private readonly names = new Map<string, { readonly name: string; readonly stamp: string }>();

  constructor(private readonly changed: () => void = () => undefined) {}

  add(endpoint: Endpoint, name: string): void {
    this.names.set(keyOf(endpoint), { name, stamp: stampOf(endpoint) });
    this.changed();
  }

  /** The names that hold in a picture, as layouts take them; those that hold no longer are forgotten. */
  of(topology: Topology): Readonly<Record<string, string>> {
    const held: Record<string, string> = {};
    for (const [key, { name, stamp }] of this.names) {
      const [containerId, networkId] = key.split('@');
      const endpoint = topology.containerById
        .get(containerId ?? '')
        ?.endpoints.find((one) => one.networkId === networkId);
      if (endpoint?.attached === true && stampOf(endpoint) === stamp) {
        held[key] = name;
      } else {
        this.names.delete(key);
      }
    }
    return held;
  }
}

function keyOf({ containerId, networkId }: Endpoint): string {
  return `${containerId}@${networkId}`;
}

/** The engine gives each connect and start another endpoint id; where it gives none, the addresses must do. */
function stampOf({ endpointId, mac, ipv4 }: Endpoint): string {
  return endpointId ?? `${mac ?? ''} ${ipv4 ?? ''}`;
}
