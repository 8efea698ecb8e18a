import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildGrid, cuts } from '../../../../src/webview/canvas/grid';

const rect = fc.record({
  x: fc.integer({ min: -3000, max: 9000 }),
  y: fc.integer({ min: -3000, max: 9000 }),
  w: fc.integer({ min: 0, max: 9000 }),
  h: fc.integer({ min: 0, max: 900 }),
});

describe('the index of a picture', () => {
  it('finds what a look at every item finds, in order and each once', () => {
    fc.assert(
      fc.property(
        fc.array(rect, { maxLength: 40 }),
        rect,
        fc.constantFrom(64, 512, 2048),
        (rects, asked, cell) => {
          const placed = rects.map((one, index) => ({ ...one, item: Math.floor(index / 2) }));
          const wanted = new Set(placed.filter((one) => cuts(one, asked)).map(({ item }) => item));
          assert.deepEqual(buildGrid(placed, cell).query(asked), [...wanted]);
        },
      ),
    );
  });
});
