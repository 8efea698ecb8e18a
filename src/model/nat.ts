import { isWildcard } from './container';
import { familyOf, networkOf } from './address';
import { isAtLeast } from './engineVersion';
import { gatewayMode } from './gatewayMode';
import type { Network, PublishedPort, Topology } from './topology';

/**
 * One rule of the engine's IPv4 nat table, derived from the API (never read from the host).
 * `text` is what `iptables -t nat -S` prints; an engine with the nftables backend has rules of the same effect in other words.
 */
export interface NatRule {
  readonly kind: 'masquerade' | 'return' | 'dnat' | 'hairpin';
  readonly text: string;
  /** The bridge network whose packets it changes. */
  readonly networkId: string;
  /** The published port, for `dnat` and `hairpin`. */
  readonly portId?: string;
}

/**
 * The nat rules that follow from networks and published ports (rules seen on engine 20.10, compared with its tables):
 * every bridge with masquerade gets MASQUERADE and RETURN, every published IPv4 port DNAT and its hairpin MASQUERADE. From
 * engine 28 on there is no RETURN, and a hairpin rule only with the userland proxy off, which the API does not tell (moby,
 * integration/network/bridge/iptablesdoc). Internal networks have none, nor those in gateway mode `routed`. IPv6 publishing
 * is carried by docker-proxy on 20.10 and makes no rule.
 */
export function natRules(topology: Topology): readonly NatRule[] {
  const rules = [
    ...topology.networks.flatMap((network) => networkRules(network, topology)),
    ...topology.ports.flatMap((port) => portRules(port, topology)),
  ];
  // Two host ports for one container port share one hairpin rule.
  return [...new Map(rules.map((rule) => [rule.text, rule])).values()];
}

function networkRules(network: Network, { host }: Topology): readonly NatRule[] {
  const { device, id: networkId } = network;
  const routed = gatewayMode(network, host, 4) === 'routed';
  if (device === undefined || network.internal || !network.masquerade || routed) {
    return [];
  }
  const subnets = network.subnets.filter((subnet) => subnet.family === 4);
  const masquerade = subnets.map(({ cidr }): NatRule => ({
    kind: 'masquerade',
    text: `-A POSTROUTING -s ${networkOf(cidr)} ! -o ${device} -j MASQUERADE`,
    networkId,
  }));
  return isAtLeast(host, 28)
    ? masquerade
    : [...masquerade, { kind: 'return', text: `-A DOCKER -i ${device} -j RETURN`, networkId }];
}

function portRules(port: PublishedPort, { networkById, host }: Topology): readonly NatRule[] {
  const network = port.target && networkById.get(port.target.networkId);
  const address = port.target?.ipv4;
  if (network?.device === undefined || address === undefined) {
    return [];
  }
  if (gatewayMode(network, host, 4) === 'routed') {
    return [];
  }
  const { id: networkId, device } = network;
  const match = `-p ${port.protocol} -m ${port.protocol} --dport`;
  const to = `-j DNAT --to-destination ${address}:${port.containerPort}`;
  const dnat = port.hostIps
    .filter((hostIp) => familyOf(hostIp) === 4)
    .map((hostIp): NatRule => {
      const destination = isWildcard(hostIp) ? '' : `-d ${hostIp}/32 `;
      const text = `-A DOCKER ${destination}! -i ${device} ${match} ${port.hostPort} ${to}`;
      return { kind: 'dnat', text, networkId, portId: port.id };
    });
  if (dnat.length === 0 || isAtLeast(host, 28)) {
    return dnat;
  }
  const hairpin = `-A POSTROUTING -s ${address}/32 -d ${address}/32 ${match} ${port.containerPort} -j MASQUERADE`;
  return [...dnat, { kind: 'hairpin', text: hairpin, networkId, portId: port.id }];
}
