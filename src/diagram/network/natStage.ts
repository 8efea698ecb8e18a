import type { NatRule } from '../../model';
import { natRules } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box, Tone } from '../scene';
import { line, tame } from '../text';
import { count } from '../words';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { rowHeight, type PlacedPorts, type PortArea } from './hostStage';
import { carrierOf, landingText, landingWords, type Carrier } from './landing';
import type { PortItem } from './ports';
import { addRow, stageHeading, stageInset, type RowSpec } from './stage';
import { addWaysOut, type WayOutArea } from './wayOut';

const natStageId = 'stage:nat';

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
  const captionX = columns.nat.x + 14;
  area.groups.forEach(({ box }, index) => {
    const carrier = groupCarrier(context, area, box.id);
    if (index === 0 || carrier !== groupCarrier(context, area, area.groups[index - 1]?.box.id)) {
      const { words, tone } = carrierTitles[carrier];
      context.draft.captions.push(line(words, captionX, box.y + 14, 180, { font: 'caption', tone }));
    }
  });
  const top = area.bottom + 4;
  const place = { stage: natStageId, bridge: bridgeId, top: top + 24 };
  const way = addWaysOut(context, rules.masquerade, place);
  const title = masqueradeTitle(context, way);
  context.draft.captions.push(line(title, captionX, top + 14, 180, { font: 'caption', tone: 'nat' }));
  return way;
}

function masqueradeTitle({ network }: NetworkContext, { outs }: WayOutArea): string {
  if (!network.masquerade) {
    return 'MASQUERADE OFF';
  }
  return outs.length === 0 || outs.some(({ kind }) => kind === 'masquerade') ? 'MASQUERADE' : 'NO MASQUERADE';
}

const carrierTitles: Readonly<Record<Carrier, { readonly words: string; readonly tone: Tone }>> = {
  dnat: { words: 'DNAT', tone: 'nat' },
  proxy: { words: 'DOCKER-PROXY', tone: 'muted' },
  routed: { words: 'ROUTED', tone: 'muted' },
};

/** Ports of one binding go one way. */
function groupCarrier(
  { network, topology }: NetworkContext,
  area: PortArea,
  id: string | undefined,
): Carrier {
  const item = area.ports.find(({ box }) => box.parent === id)?.item;
  const port = item?.kind === 'port' ? item.port : item?.ports[0];
  return port === undefined ? 'dnat' : carrierOf(port, network, topology);
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
    derived: true,
    ...ruleOf(context, item, rules),
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

/** Room for words in a row. */
const rowRoom = columns.nat.w - 2 * stageInset - 16;

/** What becomes of a request: one port's rule, or those of a fold in one row. */
function ruleOf(
  { network, topology }: NetworkContext,
  item: PortItem,
  rules: NetworkRules,
): Pick<RowSpec, 'text' | 'label' | 'tone' | 'subject'> & { readonly expanded?: boolean } {
  const port = item.kind === 'port' ? item.port : item.ports[0];
  const carrier = port === undefined ? 'dnat' : carrierOf(port, network, topology);
  const tone = carrier === 'dnat' ? 'nat' : 'port';
  if (item.kind === 'port') {
    return {
      text: landingText(item.port, carrier, topology, rowRoom),
      label: tame(landingWords(item.port, carrier, topology, rules.dnat.get(item.port.id) ?? [])),
      subject: { kind: 'port', id: item.port.id },
      tone,
    };
  }
  const words = carrier === 'dnat' ? `${count(item.ports.length, 'rule')}, one for each port` : 'no rule';
  return {
    text: `→ ${count(new Set(item.ports.map(({ containerId }) => containerId)).size, 'container')}`,
    label: `${carrierTitles[carrier].words}, derived: ${words}`,
    subject: { kind: 'fold', id: item.foldId },
    expanded: item.open,
    tone,
  };
}
