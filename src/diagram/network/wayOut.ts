import type { NatRule, Network, Subnet, Topology } from '../../model';
import { gatewayMode, isAtLeast, networkOf } from '../../model';
import { addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { measureText } from '../text';
import { columns } from './columns';
import type { NetworkContext } from './context';
import { hostStageId, rowHeight, rowStep } from './hostStage';
import { addNote, addRow, stageInset } from './stage';

/** Room for words in a row. */
const rowRoom = columns.nat.w - 2 * stageInset - 16;

/** Where packets of the containers leave the host, and where the rows of it end. */
export interface WayOutArea {
  readonly outs: readonly WayOut[];
  readonly bottom: number;
}

export interface WayOut {
  readonly box: Box;
  readonly kind: 'masquerade' | 'request';
}

export interface DeparturePlace {
  readonly stage: string;
  readonly bridge: string;
  readonly top: number;
}

/** How packets from a subnet leave. */
export interface Departure {
  readonly cidr: string;
  readonly kind: 'masquerade' | 'unchanged' | 'unknown';
  readonly text: string;
  readonly label: string;
}

/** A row for each subnet: what becomes of the sender's address on the way out. */
export function addWaysOut(
  context: NetworkContext,
  rules: readonly NatRule[],
  place: DeparturePlace,
): WayOutArea {
  const departures = departuresOf(context, rules);
  const { x, w } = columns.nat;
  if (departures.length === 0) {
    const words = 'None: this network has no subnet to translate.';
    const at = { x: x + stageInset, y: place.top, w: w - 2 * stageInset };
    const note = addNote(context.draft, 'note:masquerade', words, at, place.stage);
    return { outs: [], bottom: note.y + note.h };
  }
  const outs = departures.map((one, index) =>
    addDepartureRow(context, one, place, place.top + index * rowStep),
  );
  return { outs, bottom: place.top + departures.length * rowStep };
}

function departuresOf({ network, topology }: NetworkContext, rules: readonly NatRule[]): Departure[] {
  const found = network.subnets.flatMap((subnet) => {
    const cidr = networkOf(subnet.cidr);
    const rule = rules.find(({ text }) => text.includes(` -s ${cidr} `));
    return rule ? [translated(cidr, rule.text)] : departureWithout(cidr, subnet, network, topology);
  });
  return [...new Map(found.map((one) => [one.cidr, one])).values()];
}

function translated(cidr: string, rule: string): Departure {
  return { cidr, kind: 'masquerade', text: `${cidr} → host IP`, label: `Masquerade rule, derived: ${rule}` };
}

/** IPv6 is translated from engine 27 on, where ip6tables is on by default. */
function departureWithout(cidr: string, subnet: Subnet, network: Network, { host }: Topology): Departure[] {
  const unchanged: Departure = {
    cidr,
    kind: 'unchanged',
    text: `${cidr} unchanged`,
    label: `Packets leave with the container’s own address: other machines answer only with a route to ${cidr}${publishedWords(subnet, network, host)}`,
  };
  if (subnet.family === 4 || !network.masquerade || gatewayMode(network, host, 6) === 'routed') {
    return subnet.family === 4 || network.ipv6 ? [unchanged] : [];
  }
  if (!network.ipv6) {
    return [];
  }
  if (host.engineVersion === undefined) {
    const label = 'Engines from 27 on translate IPv6, older ones do not; the version is not known';
    return [{ cidr, kind: 'unknown', text: `${cidr} → ?`, label }];
  }
  return [
    isAtLeast(host, 27)
      ? translated(cidr, `-s ${cidr} ! -o ${network.device ?? 'the bridge'} -j MASQUERADE, in the IPv6 table`)
      : { ...unchanged, label: `${unchanged.label}; engines before 27 have no IPv6 rules by default` },
  ];
}

/**
 * A bridge without masquerade has no `-A DOCKER -i BRIDGE -j RETURN` before engine 28: what asks an address of the host is sent
 * to the other bridge by DNAT, and dropped there (seen on engine 20.10).
 */
function publishedWords({ family }: Subnet, { masquerade }: Network, host: Topology['host']): string {
  return family === 6 || masquerade || isAtLeast(host, 28)
    ? ''
    : '; ports that other bridges publish they do not reach at the host’s addresses';
}

export function addDepartureRow(
  { draft }: NetworkContext,
  departure: Departure,
  place: DeparturePlace,
  y: number,
): WayOut {
  const { cidr, kind, text, label } = departure;
  const { x, w } = columns.nat;
  const masquerade = kind === 'masquerade';
  const size = { y, h: rowHeight, derived: true };
  const row = addRow(draft, {
    ...size,
    id: `${masquerade ? 'masquerade' : 'unchanged'}:${cidr}`,
    parent: place.stage,
    x: x + stageInset,
    w: w - 2 * stageInset,
    // Of a long subnet the address alone: what becomes of it stands above and beside it.
    text: measureText(text, 'monoSmall') <= rowRoom ? text : cidr,
    tone: masquerade ? 'nat' : 'muted',
    label,
  });
  const out = addRow(draft, {
    ...size,
    id: `out:${cidr}`,
    parent: hostStageId,
    x: columns.host.x + stageInset,
    w: columns.host.w - 2 * stageInset,
    text: masquerade ? 'way out' : 'way out, own IP',
    tone: 'muted',
    label: masquerade
      ? 'Requests of the containers leave with an address of the host'
      : 'Requests of the containers leave with their own addresses',
  });
  const middle = y + rowHeight / 2;
  const wireKind = masquerade ? 'masquerade' : 'request';
  const wire = {
    kind: wireKind,
    tone: masquerade ? 'nat' : 'muted',
    arrow: true,
    derived: true,
    label,
  } as const;
  addWire(draft, {
    ...wire,
    from: place.bridge,
    to: row.id,
    points: level(middle, columns.bridge.x, row.x + row.w),
  });
  addWire(draft, { ...wire, from: row.id, to: out.id, points: level(middle, row.x, out.x + out.w) });
  return { box: out, kind: wireKind };
}
