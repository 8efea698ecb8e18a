import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fitText, measureText } from '../../../src/diagram';
import { line, tame } from '../../../src/diagram/text';

describe('text', () => {
  it('measures CJK and emoji as wide', () => {
    assert.ok(measureText('컨테이너', 'body') > 3.9 * 11.5);
    assert.ok(measureText('👩‍👩‍👧‍👦', 'body') < 2 * 11.5, 'one family is one sign');
  });

  it('measures the fixed-width font by its signs', () => {
    assert.equal(measureText('172.28.0.3', 'mono'), (10 * 61 * 11.5) / 100);
  });

  it('leaves alone what fits', () => {
    assert.equal(fitText('web', 'body', 100), 'web');
  });

  it('cuts with an ellipsis and keeps the whole for the tooltip', () => {
    const cut = line('n'.repeat(255), 0, 0, 60);
    assert.match(cut.text, /^n+…$/);
    assert.equal(cut.whole, 'n'.repeat(255));
  });

  it('never runs over, whatever the text', () => {
    const room = fc.integer({ min: 20, max: 200 });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        room,
        (text, width) => measureText(fitText(text, 'body', width), 'body') <= width,
      ),
    );
  });

  it('does not cut a family in two', () => {
    assert.equal(fitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 'body', 30), '👩‍👩‍👧‍👦…');
  });

  it('shows direction marks and control characters instead of obeying them', () => {
    assert.equal(tame('a\u202egnp.exe\u0000'), 'a\ufffdgnp.exe\ufffd');
  });
});
