import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Point, Rect, Scene, SvgNode } from '../../../../src/diagram';
import { layoutTopology } from '../../../../src/diagram';
import { buildModel } from '../../../../src/webview/canvas/model';
import { makeRuns } from '../../../../src/webview/canvas/runs';
import { rich } from '../../diagram/fixtures';

const scene = layoutTopology(rich);
const { tiles } = buildModel(scene);
const all: Rect = { x: 0, y: 0, w: scene.width, h: scene.height };
const plain = (): string => '';

function pathsOf({ children }: SvgNode): readonly string[] {
  return children.flatMap((look) => look.children.map(({ attributes }) => attributes.d ?? ''));
}

function looksOf({ children }: SvgNode): readonly string[] {
  return children.map(({ attributes }) => attributes.class ?? '');
}

describe('the parcels of a far picture', () => {
  for (const look of ['far 3', 'farther 9', 'farthest 40']) {
    it(`hold each box once, ${look}`, () => {
      const keys = scene.boxes.flatMap(({ id }) => tiles.keysOf(id, look));
      assert.deepEqual(
        [...new Set(tiles.boxesIn(look, all))].sort(),
        [...new Set(keys)].filter((key) => tiles.numberOf(key) === 1).sort(),
      );
      assert.equal(keys.length, scene.boxes.length);
    });
  }

  it('stay where they are, wherever the picture is looked at', () => {
    const around = { x: -9000, y: -9000, w: 30_000, h: 30_000 };
    assert.deepEqual(tiles.boxesIn('far 3', around), tiles.boxesIn('far 3', all));
    assert.deepEqual(tiles.wiresIn('far 3', around), tiles.wiresIn('far 3', all));
    assert.deepEqual(tiles.wiresIn('far 3', { x: -900, y: 0, w: 100, h: 100 }), []);
  });

  it('draw a wire in every square that it comes through, and in no other', () => {
    for (const wire of scene.wires) {
      const only = (id: string): string => (id === wire.id ? ' lit' : '');
      const lit = tiles
        .wiresIn('near', all)
        .filter((key) => looksOf(tiles.draw(key, only)).some((look) => look.endsWith(' lit')));
      const told = new Set(tiles.keysOf(wire.id, 'near'));
      assert.ok(
        lit.every((key) => told.has(key)),
        wire.id,
      );
      assert.ok(lit.length > 0, wire.id);
    }
  });

  it('gather cards that stand side by side when nothing else could be seen, but for those with a mark', () => {
    const cards = Array.from({ length: 6 }, (_, at) => ({
      id: `c${at}`,
      x: 100 + (at % 3) * 190,
      y: 100 + Math.floor(at / 3) * 80,
    }));
    const box = scene.boxes.find(({ kind }) => kind === 'container');
    assert.ok(box);
    const boxes = cards.map((card) => ({
      ...box,
      ...card,
      w: 172,
      h: 62,
      tone: 'plain' as const,
      faded: false,
    }));
    const small: Scene = { ...scene, wires: [], boxes };
    const drawn = buildModel(small).tiles;
    const [key = ''] = drawn.boxesIn('farthest 40', all);
    assert.deepEqual(pathsOf(drawn.draw(key, plain)), ['M100 100h552v142h-552Z']);
    const marked = drawn.draw(key, (id) => (id === 'c5' ? ' found' : ''));
    assert.deepEqual(looksOf(marked), ['speck tone-plain found', 'speck tone-plain']);
    assert.deepEqual(pathsOf(marked), [
      'M480 180h172v62h-172Z',
      'M100 100h552v62h-552ZM100 180h362v62h-362Z',
    ]);
  });
});

describe('the lines of many wires', () => {
  it('are drawn once where they lie on each other, and cut at the border', () => {
    const runs = makeRuns(1);
    const rect = { x: 50, y: -10, w: 200, h: 100 };
    runs.add(
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 900 },
        { x: 300, y: 900 },
      ],
      rect,
    );
    assert.equal(runs.path(), 'M50 0H100M100 0V90');
    runs.add(
      [
        { x: 80, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 40 },
      ],
      rect,
    );
    assert.equal(runs.path(), 'M50 0H100M100 0V90');
    runs.add(
      [
        { x: 100, y: 0 },
        { x: 700, y: 0 },
      ],
      rect,
    );
    assert.equal(runs.path(), 'M50 0H250M100 0V90');
    runs.add(
      [
        { x: 400, y: 0 },
        { x: 400, y: 9 },
      ],
      rect,
    );
    assert.equal(runs.path(), 'M50 0H250M100 0V90');
  });

  it('cover just the places that the wires cover', () => {
    const place = fc.integer({ min: 0, max: 12 });
    const wires = fc.array(
      fc.array(place, { minLength: 2, maxLength: 6 }).map((turns) =>
        turns.map((_, at): Point => ({
          x: turns[at - (at % 2)] ?? 0,
          y: turns[Math.max(0, at - 1 + (at % 2))] ?? 0,
        })),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(wires, (drawn) => {
        const runs = makeRuns(1);
        const rect = { x: 2, y: 2, w: 8, h: 8 };
        drawn.forEach((points) => runs.add(points, rect));
        assert.deepEqual(placesOf(runs.path()), placesOfWires(drawn, rect));
      }),
    );
  });
});

/** Every whole place on the lines of a path, in half steps so that a gap of one is seen. */
function placesOf(d: string): readonly string[] {
  const places = new Set<string>();
  for (const [, x = '', y = '', way, end = ''] of d.matchAll(/M(\d+) (\d+)([HV])(\d+)/g)) {
    const along = way === 'H' ? Number(x) : Number(y);
    for (let at = along; at <= Number(end); at += 0.5) {
      places.add(way === 'H' ? `${at},${y}` : `${x},${at}`);
    }
  }
  return [...places].sort();
}

function placesOfWires(wires: readonly (readonly Point[])[], { x, y, w, h }: Rect): readonly string[] {
  const places = new Set<string>();
  for (const points of wires) {
    points.slice(1).forEach((to, index) => {
      const from = points[index] ?? to;
      const steps = 2 * (Math.abs(to.x - from.x) + Math.abs(to.y - from.y));
      for (let step = 0; step <= steps; step++) {
        const place = {
          x: from.x + (Math.sign(to.x - from.x) * step) / 2,
          y: from.y + (Math.sign(to.y - from.y) * step) / 2,
        };
        if (place.x >= x && place.x <= x + w && place.y >= y && place.y <= y + h) {
          places.add(`${place.x},${place.y}`);
        }
      }
    });
  }
  return [...places].sort();
}
