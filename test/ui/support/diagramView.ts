import type { Frame, Locator } from 'playwright-core';
import { until } from './until';
import type { Workbench } from './workbench';

/** The notification with these words; the server for tests shows none by itself, only in the list of all. */
export async function notificationWith(workbench: Workbench, words: string | RegExp): Promise<Locator> {
  await workbench.run('Notifications: Show Notifications');
  const all = workbench.page.locator('.notifications-center .notification-list-item');
  const notification = all.filter({ hasText: words }).first();
  await notification.waitFor();
  return notification;
}

/** A diagram in sight. Boxes are named by the beginning of what a screen reader says of them. */
export class DiagramView {
  constructor(
    private readonly workbench: Workbench,
    readonly frame: Frame,
  ) {}

  /** The diagram of that title, once its picture is in sight. */
  static async of(workbench: Workbench, title: string): Promise<DiagramView> {
    const frame = await workbench.webview(`[role=tree][aria-label^="${title},"]`);
    return new DiagramView(workbench, frame);
  }

  box(words: string): Locator {
    return this.frame.getByRole('treeitem', { name: new RegExp(`^${words}\\b`) }).first();
  }

  /** Selects a box by a click on its words, and waits for its details. */
  async select(words: string, name: string): Promise<void> {
    await this.box(words).locator('text').first().click();
    await this.frame.locator('aside.details').getByRole('heading', { name, exact: true }).waitFor();
  }

  /** Takes an entry of a box's context menu, which the mouse opens. */
  async menu(words: string, ...entries: readonly string[]): Promise<void> {
    await this.box(words).locator('text').first().click({ button: 'right' });
    await this.take(entries);
  }

  /** Takes entries of the menu that is open, the last one in the submenu of those before. */
  async take(entries: readonly string[]): Promise<void> {
    const { page } = this.workbench;
    for (const entry of entries) {
      const label = page.locator('.action-label').getByText(entry, { exact: true });
      const item = page.locator('.monaco-menu .action-item:not(.disabled)', { has: label }).last();
      await item.waitFor();
      // A menu takes no click in its first tenth of a second.
      await until(`end of the menu after ${entry}`, async () => {
        await item.click({ timeout: 1000 }).catch(() => undefined);
        const over = entry !== entries.at(-1) || !(await item.isVisible());
        return over ? true : undefined;
      });
    }
  }

  /** The entries of the menu that is open. */
  async menuEntries(): Promise<readonly string[]> {
    const items = this.workbench.page.locator('.monaco-menu .action-label:not(.separator)');
    await items.first().waitFor();
    return (await items.allInnerTexts()).map((text) => text.trim());
  }

  /** The details of what is selected. */
  get details(): Locator {
    return this.frame.getByRole('complementary', { name: 'Details' });
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  /** Takes an entry of the menu that hides and folds. */
  async hide(entry: string): Promise<void> {
    await this.button('Hide and fold').click();
    await this.frame.getByRole('menuitem', { name: entry }).or(this.checkbox(entry)).click();
  }

  private checkbox(entry: string): Locator {
    return this.frame.getByRole('menuitemcheckbox', { name: entry });
  }

  /** Types into the find box in place of what is there, and waits for the count: `1 of 2`. */
  async find(text: string, count: string): Promise<void> {
    await this.frame.getByRole('textbox', { name: /^Find/ }).fill(text);
    await this.frame.locator('.find-count').getByText(count, { exact: true }).waitFor();
  }

  /** The classes of a box: how it is drawn, and the marks that it carries. */
  async marks(words: string): Promise<readonly string[]> {
    const names = await this.box(words)
      .getAttribute('class', { timeout: 1000 })
      .catch(() => '');
    return (names ?? '').split(' ');
  }

  /** Waits until a box is selected, or carries another mark of the picture. */
  async untilMarked(
    words: string,
    mark: 'selected' | 'pointed' | 'found' | 'lit' | 'near' | 'active',
  ): Promise<void> {
    await until(`${words} ${mark}`, async () =>
      (await this.marks(words)).includes(mark) ? true : undefined,
    );
  }

  /** Whether the middle of a box is inside the picture's area. */
  async isInSight(words: string): Promise<boolean> {
    const area = await this.frame.getByRole('tree').boundingBox();
    const place = await this.box(words).boundingBox();
    if (!area || !place) {
      return false;
    }
    const [x, y] = [place.x + place.width / 2 - area.x, place.y + place.height / 2 - area.y];
    return x > 0 && y > 0 && x < area.width && y < area.height;
  }

  /** Where a box is on its page, in whole pixels; where the page is, is the workbench's affair, which moves it by a few. */
  async seen(words: string): Promise<readonly number[]> {
    const [place, page] = await Promise.all([
      this.box(words).boundingBox(),
      this.frame.locator('.toolbar').boundingBox(),
    ]);
    const { x, y, width, height } = place ?? { x: NaN, y: NaN, width: NaN, height: NaN };
    return [x - (page?.x ?? NaN), y - (page?.y ?? NaN), width, height].map(Math.round);
  }

  /** Waits until a box is not where it was on the screen. */
  async untilElsewhere(words: string, before: readonly number[]): Promise<void> {
    await until(`another place of ${words}`, async () =>
      (await this.seen(words)).join() === before.join() ? undefined : true,
    );
  }

  /** Where a box is in the picture, as its element says. */
  async place(words: string): Promise<string> {
    return (await this.box(words).getAttribute('transform')) ?? '';
  }
}
