import { addWire } from '../draft';
import { level } from '../route';
import { bridgeId } from './bridgeStage';
import { addClient } from './clients';
import { columns } from './columns';
import type { NetworkContext } from './context';
import { hostStageId, rowHeight } from './hostStage';
import { addRow, stageInset } from './stage';

/** Height of what `addFlannel` adds below the ways out. */
export function flannelHeight({ network }: NetworkContext): number {
  return network.flannel ? 66 : 0;
}

/**
 * flannel gave docker0 its subnet: packets to the subnets of other hosts leave by flannel's own interface. Its name and how
 * it carries them (VXLAN, UDP, routes) are flannel's settings, and neither the engine nor its subnet file tells them.
 */
export function addFlannel(context: NetworkContext, top: number): void {
  const { draft, network } = context;
  if (!network.flannel) {
    return;
  }
  const range = network.flannel.network ?? 'the other hosts’ subnets';
  const y = top + 22;
  const { x, w } = columns.host;
  const row = addRow(draft, {
    id: 'flannel',
    parent: hostStageId,
    x: x + stageInset,
    y,
    w: w - 2 * stageInset,
    h: rowHeight,
    text: 'flannel',
    tone: 'plugin',
    label: `flannel’s interface: it gave docker0 its subnet and leads to ${range}`,
    subject: { kind: 'host' },
    derived: true,
  });
  const others = addClient(context, { id: 'client:flannel', title: 'Other hosts', words: range }, y - 8);
  const middle = y + rowHeight / 2;
  const wire = { kind: 'tunnel', tone: 'plugin', derived: true } as const;
  addWire(draft, {
    ...wire,
    from: bridgeId,
    to: row.id,
    points: level(middle, columns.bridge.x, row.x + row.w),
    label: `Packets to ${range} are routed to flannel`,
    arrow: true,
  });
  addWire(draft, {
    ...wire,
    from: row.id,
    to: others.id,
    points: level(middle, row.x, others.x + others.w),
    label: `flannel carries them to the hosts that have those subnets`,
    arrow: true,
  });
}
