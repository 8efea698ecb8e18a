import { filtersIpv4Only } from '../../model';
import { addBox, addWire } from '../draft';
import { line, tame } from '../text';
import { columns } from './columns';
import type { PlacedItem } from './containers';
import type { NetworkContext } from './context';

const laneX = columns.container.x + columns.container.w + 16;
const size = 18;

/** Where icc is off, a broken line between neighbours: the engine drops what one container sends to another (FORWARD … DROP). */
export function addIccMarks(context: NetworkContext, placed: readonly PlacedItem[]): void {
  const running = placed.filter(({ member }) => member?.endpoint.attached ?? true);
  running.slice(1).forEach((next, index) => {
    const before = running[index];
    if (before) {
      addMark(context, before, next);
    }
  });
}

function addMark({ draft, network, topology }: NetworkContext, before: PlacedItem, next: PlacedItem): void {
  const [from, to] = [before.wireY, next.wireY];
  const name = ({ member, box }: PlacedItem): string => member?.container.name ?? box.label;
  const leaks = filtersIpv4Only(topology, network);
  const said = leaks
    ? 'they cannot talk over IPv4, icc is off; IPv6 passes, as engines before 27 do not filter it unless told to'
    : 'they cannot talk, icc is off';
  const label = tame(`${name(before)} ✕ ${name(next)}: ${said}`);
  const words = leaks ? '✕ IPv4' : '✕';
  const w = leaks ? 48 : size;
  const right = ({ box }: PlacedItem): number => box.x + box.w;
  addWire(draft, {
    kind: 'blocked',
    tone: 'error',
    from: before.box.id,
    to: next.box.id,
    points: [
      { x: right(before), y: from + 6 },
      { x: laneX, y: from + 6 },
      { x: laneX, y: to - 6 },
      { x: right(next), y: to - 6 },
    ],
    label,
  });
  addBox(draft, {
    id: `note:icc:${before.box.id}|${next.box.id}`,
    kind: 'veth',
    tone: 'error',
    x: laneX - size / 2,
    y: (from + to) / 2 - size / 2,
    w,
    h: size,
    lines: [line(words, w / 2, 13, w, { font: 'small', tone: 'error', anchor: 'middle' })],
    label,
  });
}
