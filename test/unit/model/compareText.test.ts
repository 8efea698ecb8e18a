import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareNames } from '../../../src/model/compareText';

describe('names in order', () => {
  it('have their numbers by value', () => {
    const names = [
      'web-2',
      'net',
      'web-10',
      'a2b3',
      'a2b12',
      'a10b1',
      'web',
      '007',
      '7',
      '10',
      'web-1',
      'net0',
      'a02b3',
    ];
    assert.deepEqual(names.sort(compareNames), [
      '007',
      '7',
      '10',
      'a02b3',
      'a2b3',
      'a2b12',
      'a10b1',
      'net',
      'net0',
      'web',
      'web-1',
      'web-2',
      'web-10',
    ]);
  });

  it('are in one order, wherever it begins', () => {
    const name = fc.string({ unit: fc.constantFrom('0', '1', '9', 'a', '-', 'ü'), maxLength: 6 });
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        assert.equal(Math.sign(compareNames(a, b)), -Math.sign(compareNames(b, a)) + 0);
        assert.equal(compareNames(a, b) === 0, a === b);
        assert.ok(!(compareNames(a, b) < 0 && compareNames(b, c) < 0) || compareNames(a, c) < 0);
      }),
      { numRuns: 2000 },
    );
  });
});
