import type { NatRule, PublishedPort } from '../../model';
import { natRules } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { line } from '../text';
import { bracketed } from '../words';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { hostStageId, type PlacedPort, type PortArea } from './hostStage';
import { addNote, addRow, stageHeading, stageInset } from './stage';

export const natStageId = 'stage:nat';

const inset = stageInset;

/** The NAT rows, and where the stage ends. */
export interface NatArea {
  readonly rows: readonly Box[];
  readonly bottom: number;
}

/** Rules of this network, by what the drawing needs of them. */
interface NetworkRules {
  readonly dnat: ReadonlyMap<string, readonly NatRule[]>;
  readonly masquerade: readonly NatRule[];
}

function rulesOf({ topology, network }: NetworkContext): NetworkRules {
  const own = natRules(topology).filter(({ networkId }) => networkId === network.id);
  const dnat = new Map<string, NatRule[]>();
  for (const rule of own) {
    if (rule.kind === 'dnat' && rule.portId !== undefined) {
      dnat.set(rule.portId, [...(dnat.get(rule.portId) ?? []), rule]);
    }
  }
  return { dnat, masquerade: own.filter(({ kind }) => kind === 'masquerade') };
}

export function addNatStage({ draft }: NetworkContext, height: number): Box {
  const { x, w } = columns.nat;
  return addBox(draft, {
    id: natStageId,
    kind: 'stage',
    x,
    y: contentTop,
    w,
    h: height,
    lines: stageHeading('NAT rules', 'derived', w),
    label: 'Network address translation, derived from the published ports and the subnets',
    derived: true,
  });
}

/** One row per published port, level with it, and the way out below; wired through to the bridge. */
export function addNatRows(context: NetworkContext, area: PortArea, bridgeId: string): NatArea {
  const rules = rulesOf(context);
  const rows = area.ports.map((placed) =>
    addPortRow(context, placed, rules.dnat.get(placed.port.id) ?? [], bridgeId),
  );
  const heading = area.groups[0]?.box.y;
  const captionX = columns.nat.x + 14;
  if (heading !== undefined) {
    context.draft.captions.push(line('DNAT', captionX, heading + 14, 180, { font: 'caption', tone: 'nat' }));
  }
  const top = area.bottom + 4;
  context.draft.captions.push(line('MASQUERADE', captionX, top + 14, 180, { font: 'caption', tone: 'nat' }));
  const out = addWayOut(context, rules.masquerade, top + 24, bridgeId);
  return { rows: [...rows, ...out.rows], bottom: out.bottom };
}

function addPortRow(
  context: NetworkContext,
  { port, box }: PlacedPort,
  rules: readonly NatRule[],
  bridgeId: string,
): Box {
  const { draft } = context;
  const { x, w } = columns.nat;
  const address = port.target?.ipv4;
  const target = `${address === undefined ? 'address unknown' : bracketed(address)}:${port.containerPort}`;
  const row = addRow(draft, {
    id: `nat:${port.id}`,
    parent: natStageId,
    x: x + inset,
    y: box.y,
    w: w - 2 * inset,
    h: box.h,
    text: hasIpv4Binding(port)
      ? `${port.protocol === 'tcp' ? '' : `${port.protocol} `}:${port.hostPort} → ${target}`
      : `no IPv4 rule → :${port.containerPort}`,
    tone: 'nat',
    label: ruleWords(port, rules),
    subject: { kind: 'port', id: port.id },
    derived: true,
  });
  const y = box.y + box.h / 2;
  const bridgeX = columns.bridge.x;
  const wire = { kind: 'port', tone: 'port' } as const;
  addWire(draft, {
    ...wire,
    from: box.id,
    to: row.id,
    points: level(y, box.x + box.w, row.x),
    label: box.label,
  });
  addWire(draft, {
    ...wire,
    from: row.id,
    to: bridgeId,
    points: level(y, row.x + row.w, bridgeX),
    label: row.label,
    arrow: true,
  });
  return row;
}

function hasIpv4Binding({ hostIps }: PublishedPort): boolean {
  return hostIps.length === 0 || hostIps.some((ip) => !ip.includes(':'));
}

function ruleWords(port: PublishedPort, rules: readonly NatRule[]): string {
  if (!hasIpv4Binding(port)) {
    return 'An IPv6 binding: docker-proxy carries it, or IPv6 rules on newer engines';
  }
  return rules.length > 0
    ? `DNAT rule, derived: ${rules.map(({ text }) => text).join(' and ')}`
    : 'DNAT, derived; only an inspect of docker_gwbridge tells the address';
}

function addWayOut(
  context: NetworkContext,
  rules: readonly NatRule[],
  top: number,
  bridgeId: string,
): NatArea {
  const { draft, network } = context;
  const { x, w } = columns.nat;
  if (rules.length === 0) {
    const words = network.masquerade
      ? 'None: this network has no IPv4 subnet to translate.'
      : 'Off: packets leave with the container’s own address.';
    const note = addNote(
      draft,
      `note:masquerade`,
      words,
      { x: x + inset, y: top, w: w - 2 * inset },
      natStageId,
    );
    return { rows: [note], bottom: note.y + note.h };
  }
  const rows = rules.map((rule, index) => addMasquerade(context, rule, top + index * 32, bridgeId));
  return { rows, bottom: top + rules.length * 32 };
}

function addMasquerade({ draft }: NetworkContext, rule: NatRule, y: number, bridgeId: string): Box {
  const { x, w } = columns.nat;
  const subnet = /-s (\S+)/.exec(rule.text)?.[1] ?? '';
  const row = addRow(draft, {
    id: `masquerade:${subnet}`,
    parent: natStageId,
    x: x + inset,
    y,
    w: w - 2 * inset,
    h: 26,
    text: `${subnet} → host IP`,
    tone: 'nat',
    label: `Masquerade rule, derived: ${rule.text}`,
    derived: true,
  });
  const out = addRow(draft, {
    id: `out:${subnet}`,
    parent: hostStageId,
    x: columns.host.x + inset,
    y,
    w: columns.host.w - 2 * inset,
    h: 26,
    text: 'way out',
    tone: 'muted',
    label: 'Requests of the containers leave with an address of the host',
    derived: true,
  });
  const middle = y + 13;
  const wire = { kind: 'masquerade', tone: 'nat', arrow: true, derived: true, label: row.label } as const;
  addWire(draft, {
    ...wire,
    from: bridgeId,
    to: row.id,
    points: level(middle, columns.bridge.x, row.x + row.w),
  });
  addWire(draft, {
    ...wire,
    from: row.id,
    to: out.id,
    points: level(middle, row.x, out.x + out.w),
  });
  return row;
}
