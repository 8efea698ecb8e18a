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

  /** Puts the cursor behind the last sign of the first line with a text, in a file that is opened where it is not. */
  async goToEnd(file: string, line: string): Promise<void> {
    await this.goTo(file, { line, word: line });
    await this.page.keyboard.press('End');
  }

  /** Puts the cursor into the middle of a word. */
  async goTo(file: string, place: Place): Promise<void> {
    const name = basename(file);
    if ((await this.page.locator(`.tab.active[data-resource-name="${name}"]`).count()) === 0) {
      await this.open(file);
    }
    const { x, y } = await this.pointOf(place);
    await this.page.mouse.click(x, y);
  }

  /** What the active editor shows, line by line. */
  lines(): Promise<readonly string[]> {
    return drawnLines(this.page, '.editor-group-container.active .view-lines .view-line');
  }

  /** Waits for a line. */
  async untilLine(line: string): Promise<void> {
    let seen: readonly string[] = [];
    await until(`line ${line}`, async () => {
      seen = await this.lines();
      return seen.includes(line) ? true : undefined;
    }).catch((problem: unknown) => {
      throw new Error(`${String(problem)}; there are:\n${seen.join('\n')}`);
    });
  }

  /** Waits until that many places in sight are underlined. */
  async untilUnderlined(severity: 'error' | 'warning', count: number): Promise<void> {
    const marks = this.page.locator(`.editor-group-container.active .squiggly-${severity}`);
    await until(`${count} underlined as ${severity}`, async () =>
      (await marks.count()) === count ? true : undefined,
    );
  }

  /** The titles of the quick fixes where the cursor is. The menu stays open. */
  async fixes(): Promise<readonly string[]> {
    await this.page.keyboard.press('Control+.');
    await this.fixRows.first().waitFor();
    return (await this.fixRows.allInnerTexts()).map((text) => plain(text).trim());
  }

  /** Takes a fix of the menu that is open. */
  async takeFix(title: string): Promise<void> {
    await this.fixRows.getByText(title, { exact: true }).click();
    await this.fixRows.first().waitFor({ state: 'hidden' });
  }

  private get fixRows(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action .title');
  }

  /** Asks for suggestions where the cursor is, and waits for one that is called so. */
  async untilSuggested(label: string): Promise<void> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    let seen: readonly string[] = [];
    await until(`suggestion ${label}`, async () => {
      if ((await rows.count()) === 0) {
        await this.page.keyboard.press('Control+Space');
        await rows
          .first()
          .waitFor({ timeout: 2000 })
          .catch(() => undefined);
      }
      seen = (await rows.locator('.label-name').allInnerTexts()).map(plain);
      return seen.includes(label) ? true : undefined;
    }).catch((problem: unknown) => {
      throw new Error(`${String(problem)}; there are:\n${seen.join('\n')}`);
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

/** The texts of drawn lines from the top: they stand in any order in the page, with no-break spaces. */
export async function drawnLines(page: Page, selector: string): Promise<readonly string[]> {
  const lines = await page.evaluate<readonly { readonly top: number; readonly text: string }[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((node) => ({
      top: node.getBoundingClientRect().top,
      text: node.textContent,
    }))`,
  );
  return [...lines].sort((a, b) => a.top - b.top).map(({ text }) => plain(text));
}
