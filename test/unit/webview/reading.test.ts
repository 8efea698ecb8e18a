import assert from 'node:assert/strict';
import { layoutNetwork, layoutTopology, type Box, type Scene, type Wire } from '../../../src/diagram';
import {
  changeWords,
  choiceWords,
  edgeBox,
  neighbourhood,
  nextBox,
  surroundings,
} from '../../../src/webview/reading';
import { networkNamed, rich, small } from '../diagram/fixtures';

const scene = layoutTopology(rich);
const boxOf = (name: string): string =>
  `container:${rich.containers.find((container) => container.name === name)?.id ?? ''}`;

function box(id: string, x: number, y: number, subject = true): Box {
  return {
    id,
    x,
    y,
    w: 100,
    h: 40,
    parent: undefined,
    kind: 'container',
    tone: 'plain',
    lines: [],
    label: id,
    subject: subject ? { kind: 'container', id } : undefined,
    derived: false,
    faded: false,
    dot: undefined,
    expanded: undefined,
  };
}

function wire(from: string, to: string, points: Wire['points']): Wire {
  const look = {
    kind: 'attachment',
    tone: 'plain',
    label: '',
    arrow: false,
    derived: false,
    faded: false,
  } as const;
  return { id: `${from}-${to}`, from, to, points, ...look };
}

function sceneWith(boxes: readonly Box[], wires: readonly Wire[]): Scene {
  return { kind: 'topology', title: 't', subtitle: 's', width: 900, height: 600, captions: [], boxes, wires };
}

describe('reading a scene', () => {
  it('lights up the networks of a container between them', () => {
    const near = neighbourhood(scene, boxOf('fx-both'));
    const regions = ['fx-bra', 'fx-brb'].map((name) => `network:${networkNamed(rich, name).id}`);
    assert.deepEqual([...near.boxes].sort(), [boxOf('fx-both'), ...regions].sort());
    assert.equal(near.wires.size, 2);
  });

  it('lights up the region that a container stands in, and a region with all that it holds', () => {
    const region = { ...box('region', 0, 0), kind: 'region' } as const;
    const group = { ...box('group', 0, 0), kind: 'group', parent: 'region' } as const;
    const inner = { ...box('inner', 0, 0), parent: 'group' };
    const other = { ...box('other', 0, 0), parent: 'region' };
    const host = { ...box('host', 0, 0), kind: 'host', subject: { kind: 'host' } } as const;
    const made = sceneWith([host, { ...region, parent: 'host' }, group, inner, other], []);
    assert.deepEqual([...neighbourhood(made, 'inner').boxes].sort(), ['inner', 'region']);
    assert.deepEqual([...neighbourhood(made, 'region').boxes].sort(), ['group', 'inner', 'other', 'region']);
    const around = (id: string): readonly string[] =>
      [...surroundings(made, { kind: 'container', id })].sort();
    assert.deepEqual(around('inner'), ['group', 'host', 'inner', 'region']);
    assert.deepEqual(around('group'), ['group', 'host', 'inner', 'region']);
    assert.deepEqual(around('gone'), []);
    assert.equal(surroundings(made, { kind: 'host' }).size, 0);
  });

  it('lights up a port with its rule and the bridge', () => {
    const port = rich.ports.find(({ hostPort }) => hostPort === 8080)?.id ?? '';
    const near = neighbourhood(layoutNetwork(rich, networkNamed(rich, 'bridge').id), `port:${port}`);
    const expected = [`nat:${port}`, `port:${port}`];
    assert.deepEqual(
      expected.filter((id) => !near.boxes.has(id)),
      [],
    );
    assert.ok(near.wires.size >= 2);
  });

  it('costs a hover next to nothing in a picture of 10,000 boxes', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      box(`b${at}`, (at % 100) * 120, Math.floor(at / 100) * 60),
    );
    const wires = many.slice(1).map(({ id }, at) =>
      wire(`b${at}`, id, [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ]),
    );
    const large = sceneWith(many, wires);
    neighbourhood(large, 'b0');
    const start = performance.now();
    for (let at = 0; at < 100; at += 1) {
      assert.equal(neighbourhood(large, `b${at * 90 + 1}`).boxes.size, 3);
    }
    assert.ok((performance.now() - start) / 100 < 1, 'more than a millisecond each');
  });
});

describe('the next box', () => {
  const boxes = [
    box('from', 0, 0),
    box('near', 150, 0),
    box('rule', 300, 90, false),
    box('far', 600, 200),
    box('below', 0, 80),
  ];
  const wires = [
    wire('from', 'rule', [
      { x: 100, y: 20 },
      { x: 300, y: 110 },
    ]),
    wire('rule', 'far', [
      { x: 400, y: 110 },
      { x: 600, y: 220 },
    ]),
  ];
  const drawn = sceneWith(boxes, wires);

  it('is at the other end of a wire that leaves on that side, through boxes that can’t be selected', () => {
    assert.equal(nextBox(drawn, 'from', 'right')?.id, 'far');
    assert.equal(nextBox(drawn, 'far', 'left')?.id, 'from');
  });

  it('is the one that lies there where no wire leaves on that side', () => {
    assert.equal(nextBox(drawn, 'from', 'down')?.id, 'below');
    assert.equal(nextBox(sceneWith(boxes, []), 'from', 'right')?.id, 'near');
    assert.equal(nextBox(drawn, 'from', 'left'), undefined);
  });

  it('is the first one where there is none to start from, or the one at an end', () => {
    assert.equal(nextBox(drawn, 'gone', 'down')?.id, 'from');
    assert.equal(nextBox(drawn, undefined, 'up')?.id, 'from');
    assert.equal(edgeBox(drawn, 'first')?.id, 'from');
    assert.equal(edgeBox(drawn, 'last')?.id, 'below');
  });

  it('leads from a container between networks along its wires', () => {
    const sides = (['left', 'right', 'up', 'down'] as const).map(
      (direction) => nextBox(scene, boxOf('fx-both'), direction)?.label ?? '',
    );
    assert.ok(
      sides.some((label) => label.startsWith('network fx-bra')),
      sides.join(' | '),
    );
  });

  it('reaches every box of a recorded host, one way or another', () => {
    const reached = new Set<string>();
    const waiting = [edgeBox(scene, 'first')?.id ?? ''];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (!reached.has(id)) {
        reached.add(id);
        for (const direction of ['left', 'right', 'up', 'down'] as const) {
          const next = nextBox(scene, id, direction);
          waiting.push(...(next ? [next.id] : []));
        }
      }
    }
    const missed = scene.boxes
      .filter(({ id, subject }) => subject && !reached.has(id))
      .map(({ label }) => label);
    assert.deepEqual(missed, []);
  });
});

describe('words for what changed', () => {
  it('says what came, went and changed', () => {
    const before = layoutTopology(small);
    const changed = structuredClone(small);
    Object.assign(changed.containers.find(({ name }) => name === 'h1') ?? {}, { state: 'exited' });
    assert.equal(changeWords(before, before), '');
    assert.equal(changeWords(before, layoutTopology(changed)), 'changed: container h1, exited');
    assert.equal(
      changeWords(undefined, before),
      'Docker topology, 8 networks · 9 containers · 2 published ports',
    );
  });

  it('says how many a choice shows or hides, not that they are new or gone', () => {
    const all = layoutTopology(small);
    const fewer = layoutTopology(small, { hideEmpty: true });
    assert.match(choiceWords(all, fewer), /^\d+ no longer shown$/);
    assert.match(choiceWords(fewer, all), /^\d+ more shown$/);
    assert.equal(choiceWords(all, all), '');
  });
});
