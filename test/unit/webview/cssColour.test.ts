import assert from 'node:assert/strict';
import { hexColour } from '../../../src/webview/cssColour';

describe('a computed colour in hexadecimal', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['rgb(31, 111, 197)', '#1f6fc5'],
    ['rgba(234, 92, 0, 0.33)', '#ea5c0054'],
    ['rgba(0, 0, 0, 0)', '#00000000'],
    ['rgb(0 0 0 / 50%)', '#00000080'],
    ['color(srgb 0 0.5 1)', '#0080ff'],
    ['color(srgb 0.2 0.4 0.6 / 0.5)', '#33669980'],
    ['color(srgb 1.2 -0.1 0)', '#ff0000'],
    ['oklch(0.4 0.1 20)', undefined],
    ['color(display-p3 1 0 0)', undefined],
    ['', undefined],
    ['rgb(1, 2)', undefined],
  ];
  for (const [computed, hex] of cases) {
    it(`reads ${computed || 'nothing'}`, () => assert.equal(hexColour(computed), hex));
  }
});
