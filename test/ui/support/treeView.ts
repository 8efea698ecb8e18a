import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** A row as it is seen. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** 1 at the top. */
  readonly level: number;
  /** Undefined for a row that has nothing below it. */
  readonly expanded: boolean | undefined;
}

/** A tree view in the side bar. Rows are those in sight: a list draws no others. */
export class TreeView {
  private readonly pane: Locator;

  constructor(
    page: Page,
    private readonly name: string,
  ) {
    this.pane = page.locator('.part.sidebar .pane', {
      has: page.locator(`.pane-header[aria-label="${name} Section"], [role=tree][aria-label="${name}"]`),
    });
  }

  /** Unfolds the view where it is folded. */
  async open(): Promise<void> {
    const header = this.pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') {
      await header.click();
    }
    await this.pane.locator('.pane-header[aria-expanded=true]').waitFor();
  }

  /** The rows in sight, from top to bottom. */
  async rows(): Promise<readonly TreeRow[]> {
    const rows = await this.pane.locator('[role=treeitem]').all();
    const read = await Promise.all(
      rows.map(async (row) => ({ at: await position(row), row: await readRow(row) })),
    );
    return read.sort((a, b) => a.at - b.at).map(({ row }) => row);
  }

  /** Waits for rows that pass, and gives them; the failure says what was seen instead. */
  async untilRows(
    passes: (rows: readonly TreeRow[]) => boolean,
    limitMs?: number,
  ): Promise<readonly TreeRow[]> {
    let seen: readonly TreeRow[] = [];
    const ask = async (): Promise<readonly TreeRow[] | undefined> => {
      // Rows come and go while they are read.
      seen = await this.rows().catch(() => []);
      return passes(seen) ? seen : undefined;
    };
    return until(`such rows in ${this.name}`, ask, limitMs).catch((problem: unknown) => {
      throw new Error(`${String(problem)}; there are:\n${seen.map(describeRow).join('\n')}`);
    });
  }

  /** The row of that label, for a click or a menu. */
  row(label: string): Locator {
    return this.pane
      .locator('[role=treeitem]', {
        has: this.pane.page().locator(`.monaco-icon-label[aria-label="${label}"]`),
      })
      .first();
  }

  /** Shows what is below a row. */
  async expand(label: string): Promise<void> {
    await this.setExpanded(label, true);
  }

  /** Hides what is below a row. */
  async collapse(label: string): Promise<void> {
    await this.setExpanded(label, false);
  }

  /** Takes an entry of a row's context menu. */
  async menu(label: string, entry: string): Promise<void> {
    await this.row(label).click({ button: 'right' });
    const item = this.pane.page().locator('.context-view .action-menu-item', { hasText: entry }).first();
    await item.waitFor();
    // A menu takes no click in its first tenth of a second.
    await until(`end of the menu after ${entry}`, async () => {
      await item.click({ timeout: 1000 }).catch(() => undefined);
      return (await item.isVisible()) ? undefined : true;
    });
  }

  private async setExpanded(label: string, expanded: boolean): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === String(!expanded)) {
      await row.locator('.monaco-tl-twistie').click();
    }
    await until(`row ${label} with expanded = ${expanded}`, async () =>
      (await row.getAttribute('aria-expanded')) === String(expanded) ? true : undefined,
    );
  }
}

async function position(row: Locator): Promise<number> {
  return Number(await row.getAttribute('data-index', { timeout: 1000 }));
}

async function readRow(row: Locator): Promise<TreeRow> {
  const options = { timeout: 1000 };
  const description = row.locator('.label-description');
  const expanded = await row.getAttribute('aria-expanded', options);
  return {
    label: await row.locator('.label-name').first().innerText(options),
    description: (await description.count()) > 0 ? await description.first().innerText(options) : '',
    spoken: (await row.getAttribute('aria-label', options)) ?? '',
    level: Number(await row.getAttribute('aria-level', options)),
    expanded: expanded === null ? undefined : expanded === 'true',
  };
}

function describeRow({ label, description, level }: TreeRow): string {
  return `${'  '.repeat(level)}${label} ${description}`.trimEnd();
}
