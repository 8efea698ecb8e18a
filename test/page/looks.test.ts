import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { assertAccessible } from './support/axe';
import { oddTable, sceneMessage, tablesMessage, whole } from './support/messages';
import type { WebviewPage } from './support/page';
import { both, bothBox, bothDetails, openSample } from './support/sample';
import { editorThemes } from './support/themes';

const folder = resolve('out/screenshots');
const widths = [400, 900, 1600] as const;

/** What a page can look like, and how it comes to that. */
const looks: Readonly<Record<string, (view: WebviewPage) => Promise<unknown>>> = {
  picture: (view) =>
    view.post(sceneMessage({ back: 'front', note: 'The sample engine: a recorded picture.' })),
  found: async (view) => {
    await view.page.keyboard.press('/');
    await view.page.keyboard.type('fx');
    await view.post({ type: 'found', text: 'fx', subjects: [both] });
  },
  details: async (view) => {
    await view.post({ type: 'go', subject: both, boxId: bothBox }, bothDetails().message);
    await view.page.locator('aside.details h2').waitFor();
  },
  menu: (view) => view.page.getByRole('button', { name: 'Hide and fold' }).click(),
  tables: async (view) => {
    await view.post(tablesMessage({ tables: [oddTable, ...tablesMessage().tables] }));
    await view.page.getByRole('columnheader', { name: 'Address' }).first().click();
  },
  old: (view) =>
    view.post(sceneMessage({ old: 'The engine can’t be reached. This is how it was at 12:00.' })),
  notice: (view) =>
    view.post({
      type: 'notice',
      target: whole,
      title: 'Docker can’t be reached',
      detail: 'connect ENOENT /var/run/docker.sock',
      offers: ['refresh', 'topology'],
    }),
  help: (view) => view.page.keyboard.press('?'),
};

describe('the looks of the page', function () {
  this.timeout(90_000);
  let view: WebviewPage | undefined;

  before(() => mkdirSync(folder, { recursive: true }));

  afterEach(async () => {
    await view?.close();
    view = undefined;
  });

  for (const theme of editorThemes) {
    for (const [name, arrange] of Object.entries(looks)) {
      it(`${name} in ${theme} has no grave fault for axe, and nothing sticks out at any width`, async () => {
        view = await openSample({ theme, width: widths[2], height: 720, reducedMotion: true });
        await arrange(view);
        await view.painted();
        await assertAccessible(view.page);
        for (const width of widths) {
          await view.page.setViewportSize({ width, height: 720 });
          await view.painted();
          await view.page.screenshot({ path: `${folder}/page-${name}-${theme}-${width}.png` });
          const wide = await view.page.evaluate<number>('document.documentElement.scrollWidth');
          assert.ok(wide <= width, `${wide} pixels at ${width}`);
        }
        assert.deepEqual(view.complaints, []);
      });
    }
  }

  for (const width of [400, 500, 900, 1600]) {
    it(`fits the toolbar into ${width} pixels, in one row and with a find box`, async () => {
      view = await openSample({ width }, sceneMessage({ back: 'front' }));
      const toolbar = view.page.getByRole('toolbar', { name: 'Diagram' });
      const bar = await toolbar.boundingBox();
      assert.equal(bar?.height, 42);
      const items = await toolbar.locator('vscode-text-field:visible, .icon-button:visible').all();
      for (const item of items) {
        const place = await item.boundingBox();
        assert.ok(place && place.x >= 0 && place.x + place.width <= width, `${JSON.stringify(place)}`);
      }
      const field = await view.page.getByRole('textbox', { name: /Find/ }).boundingBox();
      assert.ok(field && field.width >= 90, `a find box of ${field?.width ?? 0} pixels`);
    });
  }
});
