import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameData } from '../../../src/model/sameData';

describe('same data', () => {
  it('is what deep equality says of plain data', () => {
    const data = fc.object({
      values: [fc.integer({ max: 3 }), fc.string({ maxLength: 1 }), fc.constant(undefined)],
    });
    fc.assert(
      fc.property(data, data, (a, b) => {
        assert.equal(sameData(a, b), isEqual(a, b));
        assert.equal(sameData(a, structuredClone(a)), true);
      }),
    );
  });

  it('tells a missing field from one without a value', () => {
    assert.equal(sameData({ a: undefined }, { b: undefined }), false);
    assert.equal(sameData([1, undefined], [1]), false);
    assert.equal(sameData(null, {}), false);
  });

  it('passes over named fields at any depth', () => {
    const [a, b] = [
      { list: [{ id: 1, status: 'Up 1 minute' }] },
      { list: [{ id: 1, status: 'Up 2 minutes' }] },
    ];
    assert.equal(sameData(a, b), false);
    assert.equal(sameData(a, b, new Set(['status'])), true);
  });
});

function isEqual(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
