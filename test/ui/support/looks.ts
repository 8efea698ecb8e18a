import type { Frame, Page } from 'playwright-core';

/** What is used of the page's elements. */
interface PageElement {
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface PageWindow {
  getComputedStyle(element: PageElement): Readonly<Record<string, string>>;
}

/**
 * How boxes, grounds and wires look, a text for each, sorted: what it is, where it stands, its words, and the colours, strokes
 * and fonts that the browser draws it with. Two drawings of one scene that look the same have the same.
 */
export async function looksIn(page: Frame | Page): Promise<readonly string[]> {
  const looks = await page.locator('.scene [data-id], .scene [data-ground]').evaluateAll(readLooks);
  return looks.map(plainColours).sort();
}

/** Runs in the page: it uses nothing from outside. */
function readLooks(elements: readonly PageElement[]): readonly string[] {
  const view = globalThis as unknown as PageWindow;
  const names = ['fill', 'stroke', 'strokeWidth', 'strokeDasharray', 'opacity'];
  const fonts = ['fontSize', 'fontWeight', 'textAnchor'];
  const lookOf = (element: PageElement): string => {
    const style = view.getComputedStyle(element);
    const place = ['transform', 'd', 'x', 'y', 'cx', 'cy', 'width', 'height'].map((name) =>
      element.getAttribute(name),
    );
    const isText = element.tagName === 'text';
    const styles = [...names, ...(isText ? fonts : [])].map((name) => style[name]);
    return [element.tagName, isText ? element.textContent : '', ...place, ...styles].join(' ');
  };
  return elements.map((element) => {
    const id = element.getAttribute('data-id') ?? element.getAttribute('data-ground') ?? '';
    const parts = [element, ...element.querySelectorAll('rect, text, tspan, circle, path')];
    return [id, ...parts.map(lookOf)].join('\n');
  });
}

/** A colour that is mixed in a stylesheet is told as `color(srgb …)`, one that is given as `rgb(…)`. */
function plainColours(look: string): string {
  return look
    .replaceAll(/color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)/g, (_all, ...parts) => {
      const [red, green, blue, alpha] = parts.slice(0, 4) as (string | undefined)[];
      const [r, g, b] = [red, green, blue].map((part) => Math.round(Number(part) * 255));
      return alpha === undefined ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${alpha})`;
    })
    .replaceAll(/(rgba\(.*?), ([\d.]+)\)/g, (_all, colour: string, alpha: string) => {
      return `${colour}, ${Number(alpha).toFixed(2)})`;
    });
}
