import type { Subject, Table, Trace } from '../../../src/diagram';
import { layoutNetwork, layoutTopology, subjectKey, tabulate } from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import {
  layoutOptions,
  plainOptions,
  type DetailsMessage,
  type DiagramOptions,
  type DiagramTarget,
  type FromWebview,
  type SceneMessage,
  type TablesMessage,
} from '../../../src/protocol';
import { networkNamed, rich } from '../../unit/diagram/fixtures';

/** Messages as the panel would send them, of a recorded engine. */

export const whole: DiagramTarget = { kind: 'topology' };

export function sceneMessage(part: Partial<SceneMessage> = {}, topology: Topology = rich): SceneMessage {
  const { target = whole, options = plainOptions } = part;
  const scene =
    target.kind === 'topology'
      ? layoutTopology(topology, layoutOptions(options))
      : layoutNetwork(topology, target.id, layoutOptions(options));
  const menus = Object.fromEntries(
    scene.boxes.flatMap(({ subject }) => (subject ? [[subjectKey(subject), subject.kind]] : [])),
  );
  return { type: 'scene', target, options, scene, old: undefined, back: undefined, menus, ...part };
}

/** The diagram of one network of the recorded engine. */
export function networkTarget(name: string): DiagramTarget {
  return { kind: 'network', id: networkNamed(rich, name).id };
}

const tableOptions: DiagramOptions = { ...plainOptions, shows: 'tables' };

export function tablesMessage(part: Partial<TablesMessage> = {}): TablesMessage {
  return {
    type: 'tables',
    target: whole,
    options: tableOptions,
    old: undefined,
    back: undefined,
    title: 'Docker topology',
    subtitle: '22 networks · 35 containers',
    tables: tabulate(rich, whole),
    ...part,
  };
}

/** A table whose values order otherwise than their letters do. */
export const oddTable: Table = {
  id: 'odd',
  title: 'Endpoints',
  columns: [
    { id: 'name', title: 'Name', kind: 'text' },
    { id: 'address', title: 'Address', kind: 'address' },
    { id: 'ports', title: 'Ports', kind: 'number' },
  ],
  rows: [
    { subject: { kind: 'container', id: 'a' }, cells: ['api', '10.0.0.10', '12'] },
    { subject: { kind: 'container', id: 'b' }, cells: ['db', '10.0.0.9', '3'] },
    { subject: { kind: 'container', id: 'c' }, cells: ['cache', '', ''] },
  ],
};

/** A table as large as the largest engine's. */
export function largeTable(rows: number): Table {
  return {
    ...oddTable,
    id: 'large',
    title: 'Containers',
    rows: Array.from({ length: rows }, (_, at) => ({
      subject: { kind: 'container', id: `c${at}` },
      cells: [`container-${at}`, `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, `${at % 7}`],
    })),
  };
}

export const way: Trace = {
  title: 'A request to *:8080',
  steps: [
    { text: 'It comes to port 8080 of the host.', derived: false, boxes: [], wires: [] },
    { text: 'DNAT sends it to 172.17.0.2:80.', derived: true, boxes: [], wires: [] },
    { text: 'The bridge hands it to the container’s eth0.', derived: false, boxes: [], wires: [] },
  ],
};

export function detailsMessage(subject: Subject, part: Partial<DetailsMessage> = {}): DetailsMessage {
  return {
    type: 'details',
    facts: {
      subject,
      title: 'fx-both',
      kind: 'container, running',
      groups: [
        {
          title: '',
          facts: [
            { name: 'Image', value: 'nginx:1.27', code: true },
            { name: 'Started', value: '2 hours ago' },
            {
              name: 'Network',
              value: 'fx-bra',
              subject: { kind: 'network', id: networkNamed(rich, 'fx-bra').id },
            },
          ],
        },
        {
          title: 'On fx-bra',
          facts: [
            { name: 'Address', value: '10.88.1.3', code: true },
            { name: 'MAC', value: '02:42:0a:58:01:03', code: true },
            { name: 'Gateway', value: '10.88.1.1', code: true, derived: true },
          ],
        },
        { title: 'Aliases', facts: [{ name: '', value: 'both', code: true }] },
      ],
    },
    actions: [
      { command: 'portolan.inspect', title: 'Inspect' },
      { command: 'portolan.openShell', title: 'Open Shell' },
    ],
    trace: undefined,
    ...part,
  };
}

/** The messages of one kind among those that were sent. */
export function ofType<T extends FromWebview['type']>(
  sent: readonly FromWebview[],
  type: T,
): readonly Extract<FromWebview, { type: T }>[] {
  return sent.filter((message): message is Extract<FromWebview, { type: T }> => message.type === type);
}
