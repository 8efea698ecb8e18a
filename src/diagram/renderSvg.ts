import { drawScene, type SvgNode } from './drawing';
import type { Scene } from './scene';
import { palettes, sceneStyles, type ThemeName } from './theme';

/** The scene as a self-contained SVG document: its colours and fonts are inside, it runs nothing and loads nothing. */
export function renderSvg(scene: Scene, theme: ThemeName = 'light'): string {
  const { width, height } = scene;
  const palette = palettes[theme];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(`${scene.title}, ${scene.subtitle}`)}">`;
  const ground = `<rect width="${width}" height="${height}" fill="${palette.background}"/>`;
  return `${head}\n<style>\n${sceneStyles(palette)}\n</style>\n${ground}\n${writeNode(drawScene(scene))}\n</svg>\n`;
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
