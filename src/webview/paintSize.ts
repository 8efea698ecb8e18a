/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What Chromium paints on a canvas without failing, in half a gigabyte: pixels a side, and pixels in all. */
const mostASide = 16_000;
const mostInAll = 16_384 * 8192;

/** The pixels of a painting: as asked, or as many as a canvas holds, with words where these are fewer. */
export function paintSize(
  { width, height }: Size,
  scale: number,
): Size & { readonly remark: string | undefined } {
  const largest = Math.min(mostASide / width, mostASide / height, Math.sqrt(mostInAll / (width * height)));
  const used = Math.min(scale, largest);
  const least = (length: number): number => Math.max(1, Math.floor(length * used));
  const remark =
    used < scale
      ? `The picture is too large to be painted at ${words(scale)}, so it is painted at ${words(used)}.`
      : undefined;
  return { width: least(width), height: least(height), remark };
}

function words(scale: number): string {
  return `${Math.floor(scale * 100)}%`;
}

/** The size that an SVG document says of itself, in its root element; undefined where it says none. */
export function sizeOf(svg: string): Size | undefined {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const of = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(root)?.[1]);
  const [width, height] = [of('width'), of('height')];
  return width > 0 && height > 0 ? { width, height } : undefined;
}
