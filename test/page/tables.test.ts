import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import {
  largeTable,
  oddTable,
  ofType,
  sceneMessage,
  tablesMessage,
  detailsMessage,
} from './support/messages';
import type { WebviewPage } from './support/page';
import { openSample } from './support/sample';
import { openPage } from './support/page';

describe('a diagram as tables', function () {
  this.timeout(60_000);
  let view: WebviewPage;

  afterEach(() => view.close());

  async function open(tables = [oddTable]): Promise<void> {
    view = await openPage();
    await view.post(tablesMessage({ tables }));
    await view.painted();
  }

  function grid(name: string): Locator {
    return view.page.getByRole('grid', { name });
  }

  async function column(at: number): Promise<readonly string[]> {
    const cells = await view.page
      .locator(`.table vscode-data-grid-row > [role=gridcell]:nth-child(${at})`)
      .allInnerTexts();
    return cells.map((text) => text.trim());
  }

  it('is one press away from the picture, and back', async () => {
    view = await openSample();
    await view.page.getByRole('button', { name: 'Show as tables' }).click();
    assert.equal(ofType(await view.sent(), 'options').at(-1)?.options.shows, 'tables');
    await view.post(tablesMessage());
    await grid('Networks').waitFor();
    assert.equal(await view.page.getByRole('tree').count(), 0);
    await view.page.getByRole('button', { name: 'Show as picture' }).click();
    assert.equal(ofType(await view.sent(), 'options').at(-1)?.options.shows, 'picture');
    await view.post(sceneMessage());
    await view.page.getByRole('tree').waitFor();
  });

  it('gives each table a name of its own, whatever came and went', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...oddTable, id, title: `Table ${id}` }));
    assert.ok(a && b && c);
    await open([a, b]);
    await view.post(tablesMessage({ tables: [b, c] }));
    const ids = await view.page.evaluate<string[]>(
      '[...document.querySelectorAll(".tables h2")].map(({ id }) => id)',
    );
    assert.deepEqual([ids.length, new Set(ids).size], [2, 2], ids.join());
    await grid('Table b').waitFor();
    await grid('Table c').waitFor();
  });

  it('sorts by a heading with mouse and keyboard, addresses by their bytes', async () => {
    await open();
    const heading = view.page.getByRole('columnheader', { name: 'Address' });
    await heading.click();
    assert.deepEqual(await column(2), ['10.0.0.9', '10.0.0.10', '']);
    assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
    await heading.focus();
    await view.page.keyboard.press('Enter');
    assert.deepEqual(await column(2), ['10.0.0.10', '10.0.0.9', '']);
    assert.equal(await heading.getAttribute('aria-sort'), 'descending');
    await view.page.locator('[aria-live]', { hasText: 'Sorted by Address, descending' }).waitFor();
    await heading.and(view.page.locator(':focus')).waitFor();
    await view.page.keyboard.press('ArrowRight');
    await view.page.keyboard.press('Space');
    assert.deepEqual(await column(3), ['3', '12', '']);
  });

  it('is walked cell by cell, and a row selects its object and shows its details', async () => {
    await open();
    await view.page.getByRole('gridcell', { name: 'api' }).click();
    const subject = { kind: 'container', id: 'a' } as const;
    assert.deepEqual(ofType(await view.sent(), 'select').at(-1)?.subject, subject);
    await view.page.locator('[role=row][aria-selected=true]', { hasText: 'api' }).waitFor();
    await view.post(detailsMessage(subject));
    await view.page.getByRole('complementary', { name: 'Details' }).waitFor();
    await view.page.keyboard.press('ArrowDown');
    await view.page.keyboard.press('ArrowRight');
    await view.page.locator('[role=gridcell]:focus', { hasText: '10.0.0.9' }).waitFor();
    await view.page.keyboard.press('Enter');
    assert.deepEqual(ofType(await view.sent(), 'select').at(-1)?.subject, { kind: 'container', id: 'b' });
    await view.page.keyboard.press('Escape');
    assert.equal(ofType(await view.sent(), 'select').at(-1)?.subject, undefined);
  });

  it('copies a cell, a row and a table', async () => {
    await open();
    await view.page.getByRole('gridcell', { name: '10.0.0.9' }).click();
    await view.page.keyboard.press('Control+c');
    await view.page.getByRole('button', { name: 'Copy row' }).click();
    await view.page.getByRole('button', { name: 'Copy table' }).click();
    assert.deepEqual(
      ofType(await view.sent(), 'copy').map(({ text }) => text),
      ['10.0.0.9', 'db\t10.0.0.9\t3', 'Name\tAddress\tPorts\napi\t10.0.0.10\t12\ndb\t10.0.0.9\t3\ncache\t\t'],
    );
  });

  it('shows 10,000 rows by the page and finds in all of them, without hanging', async () => {
    view = await openPage();
    const message = tablesMessage({ tables: [largeTable(10_000)] });
    const start = performance.now();
    await view.post(message);
    await view.painted();
    console.log(`      ${Math.round(performance.now() - start)} ms to show`);
    assert.ok(performance.now() - start < 5000);
    await view.page.getByText('200 of 10000 rows shown').waitFor();
    assert.equal((await column(1)).length, 200);
    await view.page.getByRole('button', { name: 'Show 200 more of 9800' }).click();
    await view.page.getByText('400 of 10000 rows shown').waitFor();
    await view.page.keyboard.press('/');
    await view.page.keyboard.type('container-9999');
    await view.page.getByText('1 of 10000 rows').waitFor();
    await view.page.keyboard.press('Enter');
    await view.page.locator('[role=gridcell]:focus', { hasText: 'container-9999' }).waitFor();
  });

  it('finds rows by their words, and those of what the picture finds', async () => {
    await open();
    await view.page.keyboard.press('/');
    await view.page.keyboard.type('db');
    await view.page.getByText('1 of 3 rows').waitFor();
    assert.equal(ofType(await view.sent(), 'find').at(-1)?.text, 'db');
    await view.post({ type: 'found', text: 'db', subjects: [{ kind: 'container', id: 'c' }] });
    await view.page.getByText('2 of 3 rows').waitFor();
    assert.deepEqual(await column(1), ['db', 'cache']);
    assert.equal(await view.page.locator('.find-count').innerText(), '', 'tables count for themselves');
    await view.page.keyboard.press('Escape');
    await view.page.getByText('3 rows', { exact: true }).waitFor();
  });

  it('leaves the toolbar where it is over the picture', async () => {
    view = await openPage();
    await view.post(sceneMessage());
    const place = () => view.page.getByRole('button', { name: 'Show as tables' }).boundingBox();
    const before = await place();
    await view.post(tablesMessage());
    await view.page.getByRole('gridcell').first().click();
    await view.page.keyboard.press('Control+End');
    const after = await place();
    assert.deepEqual([after?.y, after?.height], [before?.y, before?.height]);
    assert.equal(await view.page.evaluate('document.documentElement.scrollTop + document.body.scrollTop'), 0);
  });

  it('gives the columns widths that the policy allows', async () => {
    await open([oddTable, { ...largeTable(3), id: 'other' }]);
    const tops = await view.page
      .locator('.table')
      .first()
      .locator('[role=columnheader]')
      .evaluateAll((cells) =>
        (cells as unknown as { getBoundingClientRect(): { top: number; width: number } }[]).map((cell) =>
          cell.getBoundingClientRect(),
        ),
      );
    assert.equal(new Set(tops.map(({ top }) => Math.round(top))).size, 1, 'the headings stand in one row');
    assert.deepEqual(view.complaints, []);
  });
});
