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

/** `web: 172.28.0.2 · running`, deeper rows further in. */
export function outline(rows: readonly TreeRow[]): readonly string[] {
  return rows.map(({ label, description, level }) =>
    `${'  '.repeat(level - 1)}${label}: ${description}`.replace(/: $/, ''),
  );
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

  /** The rows in sight, from top to bottom; read in one go, for a list moves its rows about. */
  rows(): Promise<readonly TreeRow[]> {
    return this.pane.locator('[role=treeitem]').evaluateAll(readRows);
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

/** What is used of the page's elements. */
interface PageElement {
  readonly innerText: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
}

/** Runs in the page: it uses nothing from outside. */
function readRows(rows: readonly PageElement[]): readonly TreeRow[] {
  return rows
    .map((row) => ({
      row,
      at: Number(row.getAttribute('data-index')),
      label: row.querySelector('.label-name'),
    }))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ row, label }) => {
      const expanded = row.getAttribute('aria-expanded');
      return label === null
        ? []
        : {
            label: label.innerText,
            description: row.querySelector('.label-description')?.innerText ?? '',
            spoken: row.getAttribute('aria-label') ?? '',
            level: Number(row.getAttribute('aria-level')),
            expanded: expanded === null ? undefined : expanded === 'true',
          };
    });
}

function describeRow({ label, description, level }: TreeRow): string {
  return `${'  '.repeat(level)}${label} ${description}`.trimEnd();
}
