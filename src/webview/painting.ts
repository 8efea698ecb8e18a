import type { PaintedMessage, PaintMessage } from '../protocol';
import { paintSize, sizeOf } from './paintSize';

/** Paints an SVG document as a PNG, to the clipboard or for the panel; what goes wrong comes back in words. */
export async function paint({ svg, scale, to }: PaintMessage): Promise<PaintedMessage> {
  try {
    const { blob, remark } = await pngOf(svg, scale);
    if (to === 'panel') {
      return { type: 'painted', picture: await base64Of(blob), problem: undefined, remark };
    }
    await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
    return { type: 'painted', picture: undefined, problem: undefined, remark };
  } catch (error) {
    return {
      type: 'painted',
      picture: undefined,
      problem: error instanceof Error ? error.message : String(error),
    };
  }
}

async function pngOf(svg: string, scale: number): Promise<{ blob: Blob; remark: string | undefined }> {
  const image = await load(svg);
  const own = sizeOf(svg);
  const size = { width: own?.width ?? image.naturalWidth, height: own?.height ?? image.naturalHeight };
  const { width, height, remark } = paintSize(size, scale);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) {
    throw new Error(`There is no room for a picture of ${width} × ${height} pixels`);
  }
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) {
    throw new Error(`The browser can’t paint ${width} × ${height} pixels`);
  }
  return { blob, remark };
}

async function load(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader();
  await new Promise((done, failed) => {
    reader.onload = done;
    reader.onerror = () => failed(new Error('The picture can’t be read'));
    reader.readAsDataURL(blob);
  });
  return typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : '';
}
