import { drawScene, type SvgNode } from './drawing';
import type { Scene } from './scene';
import { palettes, sceneStyles, type Palette, type ThemeName } from './theme';

/**
 * The scene as a self-contained SVG document: its colours and fonts are inside, it runs nothing and loads nothing. Its
 * title and description say what it shows to those who do not see it.
 */
export function renderSvg(scene: Scene, theme: ThemeName | Palette = 'light'): string {
  const { width, height, title, subtitle } = scene;
  const palette = typeof theme === 'string' ? palettes[theme] : theme;
  const label = escapeXml(`${title}, ${subtitle}`);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`;
  const words = `<title>${escapeXml(title)}</title>\n<desc>${escapeXml(descriptionOf(scene))}</desc>`;
  const styles = sceneStyles(palette).replaceAll(/[<&]/g, '');
  const ground = `<rect width="${width}" height="${height}" fill="${escapeXml(palette.background)}"/>`;
  return `${head}\n${words}\n<style>\n${styles}\n</style>\n${ground}\n${writeNode(drawScene(scene))}\n</svg>\n`;
}

const mostDescribed = 40;

/** What stands in the drawing, by the labels of the boxes that stand for something. */
function descriptionOf({ subtitle, boxes }: Scene): string {
  const labels = [...new Set(boxes.filter(({ subject }) => subject !== undefined).map(({ label }) => label))];
  const rest = labels.length - mostDescribed;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  return [subtitle, ...labels.slice(0, mostDescribed), ...more].join('; ');
}

function writeNode({ tag, attributes, children, text }: SvgNode): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const content =
    text === undefined ? children.map(writeNode).join(tag === 'g' ? '\n' : '') : escapeXml(text);
  return content === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${content}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 does not allow, not even as references. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The one place where text becomes markup. */
function escapeXml(text: string): string {
  return text.replaceAll(forbidden, '\ufffd').replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
