import { filtersIpv4Only, type Network, type Subnet } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box, TextLine, Tone } from '../scene';
import { line, measureText, tame } from '../text';
import { gatewayText, isEngineOwned, networkTone } from '../words';
import { columns, contentTop } from './columns';
import type { PlacedItem } from './containers';
import type { NetworkContext } from './context';

export const bridgeId = 'stage:bridge';

/** One line of the bridge's column. */
export interface BridgeLine {
  readonly text: string;
  readonly font?: TextLine['font'];
  readonly tone?: Tone;
  /** Some space above, for a new thought. */
  readonly apart?: boolean;
}

/** The device in the middle: what it is, its addresses, and what it does differently from the default. */
export function addBridgeStage(
  { draft, network }: NetworkContext,
  lines: readonly BridgeLine[],
  height: number,
): Box {
  const { x, w } = columns.bridge;
  return addBox(draft, {
    id: bridgeId,
    kind: 'stage',
    tone: networkTone(network),
    x,
    y: contentTop,
    w,
    h: Math.max(height, bridgeLinesHeight(lines)),
    lines: placeLines(lines, w),
    label: tame([`Network ${network.name}`, ...lines.map(({ text }) => text)].join(', ')),
    subject: { kind: 'network', id: network.id },
  });
}

/** Lines one below the other, in the middle of a stage. */
export function placeLines(lines: readonly BridgeLine[], width: number): TextLine[] {
  let y = 9;
  return lines.map(({ text, font = 'small', tone = 'plain', apart }) => {
    y += apart === true ? 25 : 17;
    return line(text, width / 2, y, width - 12, { font, tone, anchor: 'middle' });
  });
}

/** Height that the lines need. */
export function bridgeLinesHeight(lines: readonly BridgeLine[]): number {
  return 28 + lines.reduce((sum, { apart }) => sum + (apart === true ? 25 : 17), 0);
}

/** Lines of a subnet: gateway, addresses, and the range containers are given from. */
export function subnetLines({ subnets, ipv6, driver }: Network, gateways = true): BridgeLine[] {
  if (subnets.length === 0) {
    return [{ text: 'no subnet', tone: 'muted', apart: true }];
  }
  return subnets.flatMap((subnet): BridgeLine[] => {
    const { cidr, range, auxiliary, family } = subnet;
    const small = { font: 'monoSmall', tone: 'muted' } as const;
    const off = family === 6 && !ipv6 && driver === 'bridge';
    return [
      { text: cidr, font: 'monoSmall', apart: true },
      ...(off
        ? [{ text: 'IPv6 is off here', tone: 'muted' } as const]
        : (gateways ? gatewayLines(subnet) : []).map((text) => ({ text, ...small }))),
      ...(range === undefined ? [] : [{ text: `range ${range}`, ...small }]),
      ...Object.entries(auxiliary).map(([name, address]): BridgeLine => ({
        text: `reserved ${name} ${address}`,
        ...small,
      })),
    ];
  });
}

/** An address that leaves no room for its mark beside it has the mark below. */
function gatewayLines(subnet: Subnet): string[] {
  const whole = `gw ${gatewayText(subnet)}`;
  return measureText(whole, 'monoSmall') <= columns.bridge.w - 24 ? [whole] : whole.split(' · ');
}

const bridgeOption = 'com.docker.network.bridge.';

/** What a bridge does differently from the plain one, and how names are found on it. */
export function bridgeFlags({ network, topology }: NetworkContext): BridgeLine[] {
  const { options } = network;
  const leaks = filtersIpv4Only(topology, network);
  const muted = (text: string): BridgeLine => ({ text, tone: 'muted' });
  const flags: BridgeLine[] = [];
  if (network.internal) {
    flags.push({ text: leaks ? 'internal for IPv4 alone' : 'internal: no way out', tone: 'internal' });
  }
  if (!network.icc) {
    flags.push({ text: leaks ? 'icc off for IPv4 alone' : 'icc off: no talk among them', tone: 'internal' });
  }
  if (!network.masquerade && !network.internal) {
    flags.push({ text: 'masquerade off', tone: 'internal' });
  }
  for (const [family, name] of [
    ['IPv4', 'gateway_mode_ipv4'],
    ['IPv6', 'gateway_mode_ipv6'],
  ] as const) {
    const mode = options[`${bridgeOption}${name}`];
    if (mode !== undefined && mode !== 'nat') {
      flags.push({ text: `${family} gateway mode ${mode}`, tone: 'internal' });
    }
  }
  const binding = options[`${bridgeOption}host_binding_ipv4`];
  if (binding !== undefined && binding !== '0.0.0.0') {
    flags.push(muted(`publishes on ${binding}`));
  }
  flags.push(...generalFlags(network).map(muted));
  return flags.map((flag, index) => (index === 0 ? { ...flag, apart: true } : flag));
}

/** What any network may have set. */
function generalFlags(network: Network): string[] {
  const { mtu, configFrom, options } = network;
  const prefix = options['com.docker.network.container_iface_prefix'];
  return [
    ...(mtu === undefined ? [] : [`mtu ${mtu}`]),
    ...(prefix === undefined ? [] : [`interfaces ${prefix}0, ${prefix}1, …`]),
    ...(configFrom === undefined ? [] : [`settings from ${configFrom}`]),
    ...(isEngineOwned(network) ? [] : [network.defaultBridge ? 'no DNS by name' : 'DNS 127.0.0.11 by name']),
  ];
}

/** Wires every container to the network; the veth pair on the way is known to exist, its name only where it was asked for. */
export function wireContainers(context: NetworkContext, placed: readonly PlacedItem[], veth: boolean): void {
  const { draft, network } = context;
  const startX = columns.bridge.x + columns.bridge.w;
  for (const item of placed) {
    const { member, box, wireY } = item;
    const attached = member ? member.endpoint.attached : true;
    addWire(draft, {
      kind: 'attachment',
      tone: networkTone(network),
      from: bridgeId,
      to: box.id,
      points: level(wireY, startX, box.x),
      label: tame(attachmentWords(context, item)),
      derived: member?.derived ?? false,
      faded: !attached,
    });
    if (veth && member && attached) {
      addVeth(context, member.container.id, member.container.name, wireY);
    }
  }
}

function attachmentWords({ network }: NetworkContext, { member, box }: PlacedItem): string {
  if (!member) {
    return `${box.label}, on ${network.name}`;
  }
  const { ipv4, ipv6, attached } = member.endpoint;
  const address = ipv4 ?? ipv6;
  const words = `${member.container.name} on ${network.name}`;
  return attached ? `${words}${address === undefined ? '' : ` at ${address}`}` : `${words}, not attached now`;
}

const pill = 46;

function addVeth(
  { draft, network, veths }: NetworkContext,
  id: string,
  container: string,
  middle: number,
): void {
  const name = veths[`${id}@${network.id}`];
  const { x, w } = columns.veth;
  const width = name === undefined ? pill : w;
  addBox(draft, {
    id: `veth:${id}`,
    kind: 'veth',
    x: x + (w - width) / 2,
    y: middle - 10,
    w: width,
    h: 20,
    lines: [
      line(name ?? 'veth', width / 2, 14, width - 6, {
        font: 'monoSmall',
        tone: name === undefined ? 'muted' : 'plain',
        anchor: 'middle',
      }),
    ],
    label: tame(
      name === undefined
        ? `veth pair of ${container}; the engine does not tell its name`
        : `${name}, the host’s end of the veth pair of ${container}`,
    ),
    derived: name === undefined,
  });
}
