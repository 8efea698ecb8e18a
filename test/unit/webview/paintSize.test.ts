import assert from 'node:assert/strict';
import { paintSize, sizeOf } from '../../../src/webview/paintSize';

describe('the size of a painting', () => {
  it('is as asked where a canvas holds it', () => {
    assert.deepEqual(paintSize({ width: 800, height: 600 }, 2), {
      width: 1600,
      height: 1200,
      remark: undefined,
    });
    assert.deepEqual(paintSize({ width: 0.2, height: 1 }, 1), { width: 1, height: 1, remark: undefined });
  });

  it('is less where a side or the whole is too large, and says so', () => {
    const long = paintSize({ width: 10_000, height: 100 }, 2);
    assert.deepEqual(long, {
      width: 16_000,
      height: 160,
      remark: 'The picture is too large to be painted at 200%, so it is painted at 160%.',
    });
    const large = paintSize({ width: 12_000, height: 12_000 }, 2);
    assert.ok(large.width * large.height <= 16_384 * 8192 && large.width > 11_500);
  });

  it('is read from the root of the document alone', () => {
    assert.deepEqual(sizeOf('<?xml?><svg xmlns="x" width="12.5" height="8px"><rect width="3"/></svg>'), {
      width: 12.5,
      height: 8,
    });
    assert.equal(sizeOf('<svg viewBox="0 0 1 1"><rect width="3" height="4"/></svg>'), undefined);
    assert.equal(sizeOf('<svg width="100%" height="9">'), undefined);
  });
});
