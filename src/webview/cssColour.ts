/**
 * A colour as a browser computes it, in hexadecimal: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` and `color(srgb 0 0.5 1 / 0.2)`
 * are what Chromium gives. Undefined for anything else.
 */
export function hexColour(computed: string): string | undefined {
  const [, space, inner = ''] = /^(rgba?|color)\((.*)\)$/.exec(computed.trim()) ?? [];
  const parts = inner.replace(/^srgb\s+/, '').split(/[\s,/]+/);
  const numbers = parts.map((part) => (part.endsWith('%') ? parseFloat(part) / 100 : Number(part)));
  if (space === undefined || numbers.length < 3 || numbers.length > 4 || numbers.some(Number.isNaN)) {
    return undefined;
  }
  const factor = space === 'color' ? 255 : 1;
  const [alpha = 1] = numbers.slice(3);
  const channels = numbers.slice(0, 3).map((value) => byte(value * factor));
  return `#${channels.join('')}${alpha < 1 ? byte(alpha * 255) : ''}`;
}

function byte(value: number): string {
  return Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');
}
