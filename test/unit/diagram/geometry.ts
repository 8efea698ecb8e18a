import assert from 'node:assert/strict';
import { layoutNetwork, layoutTopology, type Box, type Point, type Scene } from '../../../src/diagram';
import { foldIdsOf, foldScopeOf } from '../../../src/diagram/folds';
import { portFoldIdsOf } from '../../../src/diagram/portFolds';
import type { Topology } from '../../../src/model';

/** What holds for every drawing, whatever it shows. */

/** Ids of all folds that a topology can have, in its own drawing and in those of its networks. */
export function allFolds(topology: Topology): string[] {
  const ids = topology.containers.flatMap((container) => [
    ...foldIdsOf(foldScopeOf(topology, container), container),
    ...container.endpoints.flatMap(({ networkId }) => foldIdsOf(networkId, container)),
    ...foldIdsOf('host', container),
    ...foldIdsOf('unattached', container),
  ]);
  return [...new Set([...ids, ...topology.ports.flatMap((port) => portFoldIdsOf(topology, port))])];
}

/** Scenes of the whole topology: folded, and with all folds open. */
export function topologyScenes(topology: Topology): Scene[] {
  const unfolded = allFolds(topology);
  return [
    layoutTopology(topology),
    layoutTopology(topology, { unfolded, hideEmpty: true }),
    layoutTopology(topology, { hideStopped: true, hideDefault: true }),
  ];
}

/** Scenes of each network. */
export function networkScenes(topology: Topology): Scene[] {
  return topology.networks.map(({ id }) => layoutNetwork(topology, id));
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

function onBorder({ x, y, w, h }: Box, point: Point): boolean {
  const inside = point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
  return inside && (point.x === x || point.x === x + w || point.y === y || point.y === y + h);
}

export function checkGeometry(scene: Scene): void {
  const byId = new Map(scene.boxes.map((box) => [box.id, box]));
  assert.equal(byId.size, scene.boxes.length, 'ids are unique');
  assert.equal(new Set(scene.wires.map(({ id }) => id)).size, scene.wires.length, 'wire ids are unique');
  for (const box of scene.boxes) {
    const parent = box.parent === undefined ? undefined : byId.get(box.parent);
    assert.equal(parent === undefined, box.parent === undefined, `${box.id} has its parent`);
    assert.ok(parent === undefined || holds(parent, box), `${box.id} is inside ${box.parent}`);
    assert.ok(
      box.x >= 0 && box.x + box.w <= scene.width && box.y + box.h <= scene.height,
      `${box.id} is in the scene`,
    );
  }
  scene.boxes.forEach((a, index) => {
    for (const b of scene.boxes.slice(index + 1)) {
      assert.ok(a.parent !== b.parent || !overlaps(a, b), `${a.id} and ${b.id} overlap`);
    }
  });
}

export function checkWires(scene: Scene): void {
  const byId = new Map(scene.boxes.map((box) => [box.id, box]));
  for (const { id, from, to, points } of scene.wires) {
    const [start, end] = [byId.get(from), byId.get(to)];
    assert.ok(start && end, `${id} has both ends`);
    assert.ok(points[0] && onBorder(start, points[0]), `${id} starts at ${from}`);
    assert.ok(points.at(-1) && onBorder(end, points.at(-1) ?? { x: 0, y: 0 }), `${id} ends at ${to}`);
    points.slice(1).forEach((point, index) => {
      const before = points[index];
      assert.ok(before?.x === point.x || before?.y === point.y, `${id} is orthogonal`);
    });
  }
}

export function checkCardsAreClear(scene: Scene): void {
  const cards = scene.boxes.filter(({ kind }) => kind === 'container' || kind === 'fold');
  for (const { id, from, to, points } of scene.wires) {
    for (const card of cards.filter((box) => box.id !== from && box.id !== to)) {
      points.slice(1).forEach((point, index) => {
        const before = points[index] ?? point;
        const segment = {
          x: Math.min(before.x, point.x),
          y: Math.min(before.y, point.y),
          w: Math.abs(before.x - point.x),
          h: Math.abs(before.y - point.y),
        };
        const crosses =
          segment.x < card.x + card.w &&
          card.x < segment.x + segment.w + 0.01 &&
          segment.y < card.y + card.h &&
          card.y < segment.y + segment.h + 0.01;
        const touches =
          segment.x >= card.x + card.w ||
          segment.x + segment.w <= card.x ||
          segment.y >= card.y + card.h ||
          segment.y + segment.h <= card.y;
        assert.ok(!crosses || touches, `${id} runs through ${card.id}`);
      });
    }
  }
}
