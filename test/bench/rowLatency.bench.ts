// From the docker client's return to the row on the screen: a real engine, a real workbench, a real browser.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ensureBuilt } from '../../scripts/suites/build.mjs';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { ensureServer } from '../../scripts/testbed/vscodeServer.mjs';
import { openWorkbench } from '../ui/support/workbench';
import { print } from './measure';

const RUNS = 20;

/** Times in ms since the epoch: browser, engine and this process have the machine's one clock. */
interface Run {
  /** The engine's own time of the event. */
  readonly event: number;
  readonly returned: number;
  readonly painted: number;
}

/** In the page: notes when each label is on the screen, after the frame that follows the change of the document. */
const notePaints = `
  window.paintedAt = {};
  new MutationObserver(() => {
    for (const { textContent: name } of document.querySelectorAll('.part.sidebar [role=treeitem] .label-name')) {
      if (!(name in paintedAt)) {
        paintedAt[name] = NaN;
        requestAnimationFrame(() => {
          const afterPaint = new MessageChannel();
          afterPaint.port1.onmessage = () => (paintedAt[name] = Date.now());
          afterPaint.port2.postMessage(undefined);
        });
      }
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
`;

async function measure(engine: Engine, page: Page, name: string): Promise<Run> {
  await engine.docker('network', 'create', name);
  const returned = Date.now();
  const painted = await page.waitForFunction(`paintedAt[${JSON.stringify(name)}]`);
  const event = await timeOfCreation(engine, name);
  await engine.docker('network', 'rm', name);
  // A create that follows at once would be read together with this removal.
  await setTimeout(500);
  return { event, returned, painted: Number(await painted.jsonValue()) };
}

async function timeOfCreation(engine: Engine, name: string): Promise<number> {
  const now = Date.now() / 1000;
  const span = ['--since', String(now - 60), '--until', String(now)];
  const filters = ['--filter', `network=${name}`, '--filter', 'event=create'];
  return Number(await engine.docker('events', ...span, ...filters, '--format', '{{.TimeNano}}')) / 1e6;
}

/** The value that this share of the others is below. */
function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;
}

function printBoth(name: string, values: readonly number[]): void {
  print(`${name}, median of ${values.length}`, quantile(values, 0.5));
  print(`${name}, p95`, quantile(values, 0.95));
}

async function main(): Promise<void> {
  await ensureServer();
  await ensureBuilt('extension', 'vsix');
  const engine = await startEngine();
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
  writeFileSync(join(folder, 'compose.yaml'), 'services: {}\n');
  const workbench = await openWorkbench({ folder, env: engine.env }).catch(async (problem: unknown) => {
    await engine.stop();
    throw problem;
  });
  try {
    await workbench.openContainer('Portolan');
    await workbench.tree('Networks').untilRows((rows) => rows.some(({ label }) => label === 'none'));
    await workbench.page.evaluate(notePaints);
    const runs: Run[] = [];
    for (let run = -2; run < RUNS; run++) {
      const measured = await measure(engine, workbench.page, `row-${run}`);
      runs.push(...(run < 0 ? [] : [measured]));
    }
    printBoth(
      'network create returned → row painted',
      runs.map(({ painted, returned }) => painted - returned),
    );
    printBoth(
      'the engine’s event → row painted',
      runs.map(({ painted, event }) => painted - event),
    );
  } finally {
    await workbench.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
