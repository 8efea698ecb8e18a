import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** The quick input in the middle of the workbench, used by the keyboard. */
export class QuickInput {
  private readonly widget: Locator;
  private readonly input: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-filter input.input');
  }

  /** Waits for a step by its title, which ends with its number: `Create Network (1/3)`. */
  async untilTitle(title: string): Promise<void> {
    await this.widget.locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
    await this.input.waitFor();
  }

  /** The rows in sight as a screen reader says them: label, description and detail with commas between them. */
  async rows(): Promise<readonly string[]> {
    const rows = await this.widget.locator('.monaco-list-row:has(.quick-input-list-label)').all();
    const read = await Promise.all(rows.map((row) => row.getAttribute('aria-label', { timeout: 1000 })));
    return read.map((label) => label ?? '');
  }

  /** Waits for a row that is said so, and gives it. */
  async untilRow(pattern: RegExp): Promise<string> {
    let seen: readonly string[] = [];
    return until(`row ${pattern.source}`, async () => {
      seen = await this.rows().catch(() => []);
      return seen.find((row) => pattern.test(row));
    }).catch((problem: unknown) => {
      throw new Error(`${String(problem)}; there are:\n${seen.join('\n')}`);
    });
  }

  /** Narrows the rows by typing and presses Enter on the first, which must be said so. */
  async choose(text: string, pattern: RegExp): Promise<void> {
    await this.input.fill(text);
    await this.untilFocused(pattern);
    await this.page.keyboard.press('Enter');
  }

  /** Waits for the row that Enter would take. */
  async untilFocused(pattern: RegExp): Promise<void> {
    await until(`focus on ${pattern.source}`, async () => {
      const row = this.widget.locator('.monaco-list-row.focused');
      const label = await row.getAttribute('aria-label', { timeout: 1000 }).catch(() => null);
      return label !== null && pattern.test(label) ? true : undefined;
    });
  }

  /** Types a text in place of what is there. */
  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Waits for what stands in the text box: a file dialog fills it after it is there. */
  async untilValue(value: string | RegExp): Promise<void> {
    await until(`value ${String(value)}`, async () => {
      const now = await this.input.inputValue();
      return (typeof value === 'string' ? now === value : value.test(now)) ? true : undefined;
    });
  }

  /** Presses the button that ends a file dialog; one that still reads the folder takes no press. */
  async finish(name: string): Promise<void> {
    const button = this.widget.getByRole('button', { name, exact: true });
    await until(`end of the dialog by ${name}`, async () => {
      await button.click({ timeout: 1000 }).catch(() => undefined);
      const gone = button.waitFor({ state: 'hidden', timeout: 1000 });
      return gone.then(
        () => true,
        () => undefined,
      );
    });
  }

  /** Waits for what stands under the text box. */
  async untilMessage(text: string): Promise<void> {
    await this.widget.locator('.quick-input-message').getByText(text).waitFor();
  }

  async enter(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  /** Leaves the whole form by Escape; the first one may close the notification center that is open beside it. */
  async cancel(): Promise<void> {
    await until('end of the quick input', async () => {
      await this.page.keyboard.press('Escape');
      return (await this.widget.isVisible()) ? undefined : true;
    });
  }
}
