import { addBox, addWire } from '../draft';
import type { Box, WireKind } from '../scene';
import { line } from '../text';
import { columns, contentTop, outLaneX } from './columns';
import type { NetworkContext } from './context';
import type { PortArea } from './hostStage';

/** Someone outside. */
export interface Client {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

export const lan: Client = { id: 'client:lan', title: 'LAN / Internet', words: 'other machines' };
export const local: Client = { id: 'client:local', title: 'This host', words: 'its own programs' };

export const clientHeight = 46;
const clientGap = 14;
/** Between lanes of what leaves the host, and between their heads: so that each is seen. */
const laneStep = 5;
const headStep = 10;

/** Who may ask: other machines and the host's own programs, wired to the groups of ports that they reach. */
export function addClients(context: NetworkContext, groups: PortArea['groups'], least = contentTop): void {
  const first = groups[0];
  if (!first) {
    return;
  }
  const top = Math.max(least, first.box.y - 10);
  const open = groups.filter(({ localOnly }) => !localOnly);
  const lanBox = open.length > 0 ? addClient(context, lan, top) : undefined;
  const localBox = addClient(
    context,
    local,
    lanBox ? Math.max(below(lanBox), localTop(groups)) : Math.max(top, localTop(groups)),
  );
  if (lanBox) {
    open.forEach(({ box }, index) =>
      addRequest(context, lanBox, box, 18 + Math.min(index * 4, 20), lane(index, 4), 8),
    );
  }
  groups.forEach(({ box }, index) =>
    addRequest(context, localBox, box, 24, 18, lanBox && index < open.length ? 20 : 14),
  );
}

/** The lanes between clients and host, those of the LAN left of the host's own. */
function lane(index: number, start: number): number {
  return start + Math.min(index * 3, 9);
}

function below(box: Box): number {
  return box.y + box.h + clientGap;
}

/** Level with the first group that only the host reaches. */
function localTop(groups: PortArea['groups']): number {
  return (groups.find(({ localOnly }) => localOnly)?.box.y ?? 0) - 10;
}

export function addClient({ draft }: NetworkContext, who: Client, y: number): Box {
  const { x, w } = columns.client;
  const middle = { anchor: 'middle' } as const;
  return addBox(draft, {
    id: who.id,
    kind: 'client',
    x,
    y,
    w,
    h: clientHeight,
    lines: [
      line(who.title, w / 2, 20, w - 8, { font: 'title', ...middle }),
      line(who.words, w / 2, 36, w - 8, { font: 'small', tone: 'muted', ...middle }),
    ],
    label: `${who.title}, ${who.words}`,
  });
}

/** A wire from a client to what it may ask, turning in a lane of its own between the two columns. */
export function addRequest(
  { draft }: NetworkContext,
  client: Box,
  target: Box,
  leave: number,
  lane: number,
  arrive: number,
): void {
  const startX = client.x + client.w;
  const laneX = startX + lane;
  addWire(draft, {
    kind: 'request',
    from: client.id,
    to: target.id,
    points: [
      { x: startX, y: client.y + leave },
      { x: laneX, y: client.y + leave },
      { x: laneX, y: target.y + arrive },
      { x: target.x, y: target.y + arrive },
    ],
    label: `${client.label} may ask: ${target.label}`,
    arrow: true,
  });
}

/** What leaves the host goes to other machines: below all clients, up a lane on their left, or straight where none is above. */
export function addDeparture(context: NetworkContext, out: Box, kind: WireKind, index: number): void {
  const { draft } = context;
  const known = draft.boxes.find(({ id }) => id === lan.id);
  const y = out.y + out.h / 2;
  const client = known ?? addClient(context, lan, y - clientHeight / 2);
  const right = client.x + client.w;
  const beside = y > client.y && y < client.y + client.h;
  // The lower one starts, the farther left is its lane and the higher it arrives: so they do not cross.
  const laneX = Math.max(outLaneX - laneStep * index, 2);
  const middle = client.y + clientHeight / 2 - Math.min(headStep * index, 18);
  addWire(draft, {
    kind,
    tone: kind === 'masquerade' ? 'nat' : 'muted',
    from: out.id,
    to: client.id,
    points: beside
      ? [
          { x: out.x, y },
          { x: right, y },
        ]
      : [
          { x: out.x, y },
          { x: laneX, y },
          { x: laneX, y: middle },
          { x: client.x, y: middle },
        ],
    label: `${out.label}, to other machines`,
    arrow: true,
    derived: true,
  });
}
