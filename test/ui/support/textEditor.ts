import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** A place in a file, by what is written there: the first line that contains `line`, and in it `word`. */
export interface Place {
  readonly line: string;
  readonly word: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The text editors of the workbench. */
export class TextEditor {
  constructor(
    private readonly page: Page,
    private readonly folder: string,
  ) {}

  /** Opens a file by its path in the workspace, at a line of it. */
  async open(file: string, line = 1): Promise<void> {
    const name = basename(file);
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(`${file}:${line}`);
    await this.page.locator(`.quick-input-list [role=option][aria-label^="${name}"]`).first().click();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor();
  }

  /** Points at a place of a file, opened where it is not, and gives the text of the hover that comes. */
  async hover(file: string, place: Place): Promise<string> {
    await this.open(file, await lineNumber(join(this.folder, file), place.line));
    const point = await this.pointOf(place);
    const hover = this.page.locator(
      '.monaco-editor .monaco-hover:not(.hidden), .monaco-resizable-hover .monaco-hover',
    );
    // A hover from before must not be taken for this one.
    await this.page.mouse.move(0, 0);
    await hover.first().waitFor({ state: 'hidden' });
    return until(`hover over ${place.word} in ${file}`, async () => {
      // A pointer that does not move brings no hover: leave, and come back.
      await this.page.mouse.move(0, 0);
      await this.page.mouse.move(point.x, point.y, { steps: 3 });
      return settledText(hover);
    });
  }

  /** Every character is as wide as the next, so a share of the line's text is the same share of its box. */
  private async pointOf({ line, word }: Place): Promise<Point> {
    const lines = this.page.locator('.editor-group-container.active .view-line > span');
    return until(`line ${line} in sight`, async () => {
      for (const candidate of await lines.all()) {
        const text = plain((await candidate.textContent({ timeout: 1000 })) ?? '');
        const box = await candidate.boundingBox({ timeout: 1000 });
        const start = text.indexOf(line);
        const at = text.indexOf(word, Math.max(start, 0));
        if (start >= 0 && at >= 0 && box !== null) {
          const share = (at + word.length / 2) / text.length;
          return { x: box.x + share * box.width, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    });
  }
}

/** The text of a hover that has all its parts; undefined while there is none, or one of them is still asked for. */
async function settledText(hover: Locator): Promise<string | undefined> {
  try {
    await hover.first().waitFor({ timeout: 2000 });
    const texts = await hover.allInnerTexts();
    const text = plain(texts.join('\n')).trim();
    return text === '' || /^Loading/m.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The editor draws spaces as no-break spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

async function lineNumber(path: string, line: string): Promise<number> {
  const index = (await readFile(path, 'utf8')).split('\n').findIndex((text) => text.includes(line));
  if (index < 0) {
    throw new Error(`${path} has no line with ${line}`);
  }
  return index + 1;
}
