import assert from 'node:assert/strict';
import { layoutNetwork, type Scene } from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import { networkNamed } from './fixtures';
import { ipv6, ipv6Newer } from './networkWorlds';

function draw(topology: Topology, name: string): Scene {
  return layoutNetwork(topology, networkNamed(topology, name).id);
}

function box(scene: Scene, id: string): Scene['boxes'][number] {
  const found = scene.boxes.find((one) => one.id === id);
  assert.ok(found, `there is ${id}`);
  return found;
}

function words(scene: Scene, id: string): string[] {
  return box(scene, id).lines.map(({ text }) => text);
}

/** The boxes that wires lead to from one, over all that are between. */
function wayFrom({ wires }: Scene, start: string): string[] {
  const way = [start];
  for (let at: string | undefined = start; at !== undefined;) {
    const next: string | undefined = wires.find(({ from, kind }) => from === at && kind !== 'attachment')?.to;
    at = next === undefined || way.includes(next) ? undefined : next;
    way.push(...(at === undefined ? [] : [at]));
  }
  return way;
}

describe('an internal bridge with IPv6', () => {
  const cidr = 'fd00:22::/64';

  it('drops IPv4 alone before engine 27, and has ways for IPv6, both ways', () => {
    const scene = draw(ipv6, 'moat');
    assert.deepEqual(words(scene, 'stage:filter'), ['Dropped: IPv4 only', 'derived']);
    assert.equal(
      box(scene, 'stage:filter').label,
      'What the engine drops, derived: IPv4 packets from and to everything but this network. No port is published, nothing translated',
    );
    assert.ok(words(scene, 'stage:bridge').includes('internal for IPv4 alone'));
    assert.deepEqual(
      scene.boxes.filter(({ parent }) => parent === 'stage:filter').map(({ lines }) => lines[0]?.text),
      ['into 10.22.0.0/24 ✕', 'out of 10.22.0.0/24 ✕', `into ${cidr} ✓`, `out of ${cidr} ✓`],
    );
    assert.deepEqual(
      scene.wires.filter(({ from }) => from === 'host:forwarded').map(({ kind, to }) => `${kind} ${to}`),
      ['blocked drop:in:10.22.0.0/24', `request pass:in:${cidr}`],
    );
    assert.deepEqual(wayFrom(scene, `pass:in:${cidr}`).slice(0, 2), [`pass:in:${cidr}`, 'stage:bridge']);
    assert.deepEqual(wayFrom(scene, `unchanged:${cidr}`).slice(0, 3), [
      `unchanged:${cidr}`,
      `out:${cidr}`,
      'client:lan',
    ]);
    assert.equal(
      box(scene, `unchanged:${cidr}`).label,
      `Packets from ${cidr} to elsewhere pass with the container’s own address: engines before 27 do not filter IPv6 unless told to; other machines answer only with a route back`,
    );
  });

  it('drops both from engine 27 on', () => {
    const scene = draw(ipv6Newer, 'moat');
    assert.deepEqual(words(scene, 'stage:filter'), ['Dropped', 'derived']);
    assert.ok(words(scene, 'stage:bridge').includes('internal: no way out'));
    assert.deepEqual(
      scene.wires.filter(({ kind }) => kind === 'blocked').map(({ to }) => to),
      ['drop:in:10.22.0.0/24', 'drop:out:10.22.0.0/24', `drop:in:${cidr}`, `drop:out:${cidr}`],
    );
    assert.equal(
      scene.boxes.some(({ id }) => id.startsWith('out:')),
      false,
    );
  });
});

describe('a bridge with IPv6 and icc off', () => {
  it('keeps containers apart for IPv4 alone before engine 27', () => {
    const scene = draw(ipv6, 'dual-quiet');
    assert.ok(words(scene, 'stage:bridge').includes('icc off for IPv4 alone'));
    const marks = scene.boxes.filter(({ id }) => id.startsWith('note:icc:'));
    assert.deepEqual(
      marks.map(({ label, lines }) => [lines[0]?.text, label]),
      [
        [
          '✕ IPv4',
          'hush-1 ✕ hush-2: they cannot talk over IPv4, icc is off; IPv6 passes, as engines before 27 do not filter it unless told to',
        ],
      ],
    );
  });

  it('keeps them apart for both from engine 27 on', () => {
    const scene = draw(ipv6Newer, 'dual-quiet');
    assert.ok(words(scene, 'stage:bridge').includes('icc off: no talk among them'));
    assert.equal(
      scene.wires.find(({ kind }) => kind === 'blocked')?.label,
      'hush-1 ✕ hush-2: they cannot talk, icc is off',
    );
  });
});

describe('a bridge without masquerade', () => {
  it('says what its containers do not reach before engine 28', () => {
    const label = (topology: Topology): string =>
      box(draw(topology, 'plain'), 'unchanged:10.66.0.0/24').label;
    const kept =
      'Packets leave with the container’s own address: other machines answer only with a route to 10.66.0.0/24';
    assert.equal(
      label(ipv6),
      `${kept}; ports that other bridges publish they do not reach at the host’s addresses`,
    );
    assert.equal(label(ipv6Newer), kept);
  });
});
