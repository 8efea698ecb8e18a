import { addBox, addWire } from '../draft';
import { line, tame } from '../text';
import { driverWord } from '../words';
import { addBridgeStage, bridgeId, subnetLines, wireContainers, type BridgeLine } from './bridgeStage';
import { columns, contentTop, type ColumnName } from './columns';
import type { NetworkContext } from './context';
import { bottomOf, stackOrNote } from './natPath';
import { addNote } from './stage';

/** A driver that is not Docker's own: its containers and addresses are known, its inside is not. */
export function layoutOpaquePath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network } = context;
  const placed = stackOrNote(context, 'No container is on this network.');
  const lines: BridgeLine[] = [
    { text: driverWord(network), font: 'mono' },
    { text: 'a plugin’s network', tone: 'muted' },
    ...subnetLines(network),
    ...(network.internal ? [{ text: 'internal', tone: 'internal', apart: true } as const] : []),
  ];
  addBridgeStage(context, lines, bottomOf(context) - contentTop);
  const { x } = columns.client;
  const words = `How packets travel here is known to the ${driverWord(network)} driver alone, so nothing is drawn.`;
  addNote(context.draft, 'note:opaque', words, { x, y: contentTop, w: columns.nat.x + columns.nat.w - x });
  wireContainers(context, placed, false);
  return new Set<ColumnName>(['bridge', 'container']);
}

const templateWords =
  'Settings only (--config-only): no container joins it. Networks that are created with --config-from take its subnets and options.';

/** A config-only network: a template that other networks are made from. */
export function layoutTemplatePath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network, topology, draft } = context;
  const lines: BridgeLine[] = [
    { text: 'template', font: 'mono' },
    { text: 'never carries a packet', tone: 'muted' },
    ...subnetLines(network),
    ...Object.entries(network.options).map(([key, value], index): BridgeLine => ({
      text: `${key.split('.').at(-1)} ${value}`,
      font: 'monoSmall',
      tone: 'muted',
      apart: index === 0,
    })),
  ];
  const users = topology.networks.filter(({ configFrom }) => configFrom === network.name);
  const { x, w } = columns.container;
  const stage = addBridgeStage(context, lines, Math.max(120, users.length * 56 - 10));
  users.forEach((user, index) => {
    const y = contentTop + index * 56;
    const box = addBox(draft, {
      id: `network:${user.id}`,
      kind: 'client',
      x,
      y,
      w,
      h: 46,
      lines: [
        line(user.name, 14, 20, w - 28, { font: 'title' }),
        line('takes its settings from here', 14, 36, w - 28, { font: 'small', tone: 'muted' }),
      ],
      label: tame(`network ${user.name} takes its settings from here`),
      subject: { kind: 'network', id: user.id },
    });
    const points = [
      { x: stage.x + stage.w, y: y + 23 },
      { x, y: y + 23 },
    ];
    addWire(draft, { kind: 'shared', from: bridgeId, to: box.id, points, label: box.label });
  });
  addNote(draft, 'note:template', templateWords, {
    x: columns.client.x,
    y: contentTop,
    w: columns.nat.x + columns.nat.w - columns.client.x,
  });
  if (users.length === 0) {
    addNote(draft, 'note:empty', 'No network is made from it.', { x, y: contentTop, w });
  }
  return new Set<ColumnName>(users.length === 0 ? ['bridge'] : ['bridge', 'container']);
}
