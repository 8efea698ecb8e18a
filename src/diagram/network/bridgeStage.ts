import type { Network, Subnet } from '../../model';
import { addBox, addWire, type Draft } from '../draft';
import { level } from '../route';
import type { Box, TextLine, Tone } from '../scene';
import { line } from '../text';
import { gatewayText, isEngineOwned, networkTone } from '../words';
import { columns, contentTop } from './columns';
import type { PlacedContainer } from './containers';
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
  const tone = networkTone(network);
  return addBox(draft, {
    id: bridgeId,
    kind: 'stage',
    tone,
    x,
    y: contentTop,
    w,
    h: Math.max(height, bridgeLinesHeight(lines)),
    lines: placeLines(lines, w),
    label: [`Network ${network.name}`, ...lines.map(({ text }) => text)].join(', '),
    subject: { kind: 'network', id: network.id },
  });
}

function placeLines(lines: readonly BridgeLine[], width: number): TextLine[] {
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
export function subnetLines(subnets: readonly Subnet[]): BridgeLine[] {
  return subnets.flatMap((subnet): BridgeLine[] => {
    const { cidr, range, auxiliary } = subnet;
    return [
      { text: cidr, font: 'monoSmall', apart: true },
      { text: `gw ${gatewayText(subnet)}`, font: 'monoSmall', tone: 'muted' },
      ...(range === undefined ? [] : [{ text: `range ${range}`, font: 'monoSmall', tone: 'muted' } as const]),
      ...Object.entries(auxiliary).map(([name, address]): BridgeLine => ({
        text: `reserved ${name} ${address}`,
        font: 'monoSmall',
        tone: 'muted',
      })),
    ];
  });
}

/** What a bridge does differently from the plain one, and how names are found on it. */
export function bridgeFlags(network: Network): BridgeLine[] {
  const flags: BridgeLine[] = [];
  if (network.internal) {
    flags.push({ text: 'internal: no way out', tone: 'internal' });
  }
  if (!network.icc) {
    flags.push({ text: 'icc off: no talk among them', tone: 'internal' });
  }
  if (network.mtu !== undefined) {
    flags.push({ text: `mtu ${network.mtu}`, tone: 'muted' });
  }
  if (network.configFrom !== undefined) {
    flags.push({ text: `settings from ${network.configFrom}`, tone: 'muted' });
  }
  if (!isEngineOwned(network)) {
    flags.push({ text: network.defaultBridge ? 'no DNS by name' : 'DNS 127.0.0.11 by name', tone: 'muted' });
  }
  return flags.map((flag, index) => (index === 0 ? { ...flag, apart: true } : flag));
}

/** Wires every container to the bridge; the veth pair on the way is known to exist, not by name. */
export function wireContainers(
  context: NetworkContext,
  placed: readonly PlacedContainer[],
  veth: boolean,
): void {
  const { draft, network } = context;
  const startX = columns.bridge.x + columns.bridge.w;
  for (const { container, endpoint, box, wireY } of placed) {
    addWire(draft, {
      kind: 'attachment',
      tone: networkTone(network),
      from: bridgeId,
      to: box.id,
      points: level(wireY, startX, box.x),
      label: `${container.name} on ${network.name}${endpoint.ipv4 === undefined ? '' : ` at ${endpoint.ipv4}`}`,
      faded: !endpoint.attached,
    });
    if (veth && endpoint.attached) {
      addVeth(draft, container.id, container.name, wireY);
    }
  }
}

function addVeth(draft: Draft, id: string, name: string, middle: number): void {
  const { x, w } = columns.veth;
  addBox(draft, {
    id: `veth:${id}`,
    kind: 'veth',
    x,
    y: middle - 10,
    w,
    h: 20,
    lines: [line('veth', w / 2, 14, w - 8, { font: 'monoSmall', tone: 'muted', anchor: 'middle' })],
    label: `veth pair of ${name}; the engine does not tell its name`,
    derived: true,
  });
}
