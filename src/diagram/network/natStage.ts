import type { NatRule, PublishedPort } from '../../model';
import { natRules } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { line, tame } from '../text';
import { bracketed, count } from '../words';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { rowHeight, type PlacedPorts, type PortArea } from './hostStage';
import { addRow, stageHeading, stageInset } from './stage';
import { addWaysOut, type WayOutArea } from './wayOut';

export const natStageId = 'stage:nat';

/** Rules of this network, by what the drawing needs of them. */
interface NetworkRules {
  readonly dnat: ReadonlyMap<string, readonly NatRule[]>;
  readonly masquerade: readonly NatRule[];
}

/** Only the ports that have a row of their own are asked for: a network may have thousands. */
function rulesOf({ topology, network }: NetworkContext, area: PortArea): NetworkRules {
  const ports = area.ports.flatMap(({ item }) => (item.kind === 'port' ? [item.port] : []));
  const own = natRules({ ...topology, networks: [network], ports });
  const dnat = new Map<string, NatRule[]>();
  for (const rule of own) {
    if (rule.kind === 'dnat' && rule.portId !== undefined) {
      dnat.set(rule.portId, [...(dnat.get(rule.portId) ?? []), rule]);
    }
  }
  return { dnat, masquerade: own.filter(({ kind }) => kind === 'masquerade') };
}

export function addNatStage({ draft }: NetworkContext, height: number, top = contentTop): Box {
  const { x, w } = columns.nat;
  return addBox(draft, {
    id: natStageId,
    kind: 'stage',
    x,
    y: top,
    w,
    h: height,
    lines: stageHeading('NAT rules', 'derived', w),
    label: 'Network address translation, derived from the published ports and the subnets',
    derived: true,
  });
}

/** One row per published port, level with it, and the ways out below; wired through to the bridge. */
export function addNatRows(context: NetworkContext, area: PortArea, bridgeId: string): WayOutArea {
  const rules = rulesOf(context, area);
  for (const placed of area.ports) {
    addNatRow(context, placed, rules, bridgeId);
  }
  const heading = area.groups[0]?.box.y;
  const captionX = columns.nat.x + 14;
  if (heading !== undefined) {
    context.draft.captions.push(line('DNAT', captionX, heading + 14, 180, { font: 'caption', tone: 'nat' }));
  }
  const top = area.bottom + 4;
  const title = context.network.masquerade ? 'MASQUERADE' : 'MASQUERADE OFF';
  context.draft.captions.push(line(title, captionX, top + 14, 180, { font: 'caption', tone: 'nat' }));
  return addWaysOut(context, rules.masquerade, { stage: natStageId, bridge: bridgeId, top: top + 24 });
}

function addNatRow(
  context: NetworkContext,
  placed: PlacedPorts,
  rules: NetworkRules,
  bridgeId: string,
): void {
  const { draft } = context;
  const { item, key, box } = placed;
  const { x, w } = columns.nat;
  const row = addRow(draft, {
    id: `nat:${key}`,
    parent: natStageId,
    x: x + stageInset,
    y: box.y,
    w: w - 2 * stageInset,
    h: rowHeight,
    tone: 'nat',
    derived: true,
    ...(item.kind === 'port'
      ? {
          text: ruleText(item.port),
          label: tame(ruleWords(item.port, rules.dnat.get(item.port.id) ?? [])),
          subject: { kind: 'port', id: item.port.id },
        }
      : {
          text: `→ ${count(new Set(item.ports.map(({ containerId }) => containerId)).size, 'container')}`,
          label: `DNAT, derived: ${count(item.ports.length, 'rule')}, one for each port`,
          subject: { kind: 'fold', id: item.foldId },
          expanded: item.open,
        }),
  });
  const y = box.y + box.h / 2;
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
    points: level(y, row.x + row.w, columns.bridge.x),
    label: row.label,
    arrow: true,
  });
}

function ruleText(port: PublishedPort): string {
  if (!hasIpv4Binding(port)) {
    return `no IPv4 rule → :${port.containerPort}`;
  }
  const address = port.target?.ipv4;
  const target = `${address === undefined ? 'unknown' : bracketed(address)}:${port.containerPort}`;
  return `${port.protocol === 'tcp' ? '' : `${port.protocol} `}:${port.hostPort} → ${target}`;
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
