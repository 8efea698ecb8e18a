import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type * as axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Fails with what axe calls serious or critical; every rule that axe runs by itself is on. */
export async function assertAccessible(page: Frame | Page): Promise<void> {
  await page.evaluate(await readFile(resolve('node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<axe.AxeResults>(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(),
  );
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(
    grave.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 300) ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
    ),
    [],
  );
}
