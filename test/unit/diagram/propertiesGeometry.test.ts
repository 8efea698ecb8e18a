import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { measureText, type Box, type Scene, type TextLine } from '../../../src/diagram';
import { fonts } from '../../../src/diagram/text';
import { buildTopology } from '../../../src/model';
import { checkCardsAreClear, checkGeometry, checkWires } from './geometry';
import { runs, scenesOf, sights } from './sights';

function eachScene(numRuns: number, check: (scene: Scene) => void): void {
  fc.assert(
    fc.property(sights, (sight) => {
      scenesOf(sight).forEach(check);
    }),
    runs(numRuns),
  );
}

describe('any picture', function () {
  // Many drawings; a busy machine may take its time.
  this.timeout(120_000);

  it('has no siblings that overlap, and children inside their parents', () => {
    eachScene(20, checkGeometry);
  });

  it('has wires that end on the borders of their boxes', () => {
    eachScene(20, checkWires);
  });

  it('has no wire that runs through a card', () => {
    eachScene(20, checkCardsAreClear);
  });

  it('has every text inside its box, and none over another', () => {
    eachScene(20, checkTexts);
  });

  it('comes in tree order: whoever reads it meets a box after its parent and its earlier siblings', () => {
    eachScene(20, checkTreeOrder);
  });

  it('is the same for the same input, in whatever order the engine lists it', () => {
    const shuffled = sights.chain((sight) =>
      fc
        .record({
          networks: shuffle(sight.snapshot.networks),
          containers: shuffle(sight.snapshot.containers),
          services: shuffle(sight.snapshot.services),
          nodes: shuffle(sight.snapshot.nodes),
        })
        .map((lists) => ({ sight, again: { ...sight.snapshot, ...lists } })),
    );
    fc.assert(
      fc.property(shuffled, ({ sight, again }) => {
        assert.deepEqual(scenesOf({ ...sight, topology: buildTopology(again) }), scenesOf(sight));
      }),
      runs(10),
    );
  });
});

function shuffle<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** Where a line of text lies, relative to its box: its capitals above the baseline, a little below it. */
function extentOf({ text, font, anchor, x, y }: TextLine): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
} {
  const width = measureText(text, font);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const { size } = fonts[font];
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 };
}

function checkTexts(scene: Scene): void {
  for (const box of scene.boxes) {
    checkLines(box.lines, box, box.id);
  }
  checkLines(scene.captions, { w: scene.width, h: scene.height }, 'captions');
}

function checkLines(lines: readonly TextLine[], { w, h }: Pick<Box, 'w' | 'h'>, place: string): void {
  const extents = lines.map(extentOf);
  extents.forEach(({ left, right, top, bottom }, index) => {
    const words = `${place}: “${lines[index]?.text}”`;
    // An ellipsis may be all that is left of a text without room: it is as wide as it is.
    assert.ok(left >= -0.5 && right <= w + 0.5, `${words} leaves its box: ${left} to ${right} of ${w}`);
    assert.ok(top >= -0.5 && bottom <= h + 0.5, `${words} leaves its box: ${top} to ${bottom} of ${h}`);
    extents.slice(index + 1).forEach((other, offset) => {
      const apart =
        other.left >= right - 0.5 ||
        left >= other.right - 0.5 ||
        other.top >= bottom - 0.5 ||
        top >= other.bottom - 0.5;
      assert.ok(apart, `${words} lies over “${lines[index + 1 + offset]?.text}”`);
    });
  });
}

function checkTreeOrder({ boxes }: Scene): void {
  const seen = new Set<string>();
  for (const { id, parent } of boxes) {
    assert.ok(parent === undefined || seen.has(parent), `${id} comes before ${parent}`);
    seen.add(id);
  }
}
