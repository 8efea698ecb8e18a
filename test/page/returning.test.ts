import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { plainOptions } from '../../src/protocol';
import { until } from '../ui/support/until';
import { networkTarget, ofType, sceneMessage, whole } from './support/messages';
import type { WebviewPage } from './support/page';
import { both, bothBox, boxSelector, openSample } from './support/sample';

describe('finding, and coming back', function () {
  this.timeout(60_000);
  let view: WebviewPage;

  afterEach(() => view.close());

  async function sent<T extends Parameters<typeof ofType>[1]>(type: T) {
    return ofType(await view.sent(), type);
  }

  function box(id: string): Locator {
    return view.page.locator(boxSelector(id));
  }

  function transform(): Promise<string> {
    return view.page.evaluate<string>('document.querySelector(".picture-layer").style.transform');
  }

  it('finds, counts, jumps to what is drawn and asks for what is not', async () => {
    view = await openSample();
    await view.page.keyboard.press('Control+f');
    await view.page.keyboard.type('fx');
    assert.equal((await sent('find')).at(-1)?.text, 'fx');
    const gone = { kind: 'container', id: 'gone' } as const;
    await view.post({ type: 'found', text: 'fx', subjects: [both, gone] });
    await view.page.getByText('1 of 2').waitFor();
    assert.ok((await box(bothBox).getAttribute('class'))?.includes('found'));
    await view.page.keyboard.press('Enter');
    assert.deepEqual((await sent('select')).at(-1)?.subject, both);
    await view.page.keyboard.press('Enter');
    await view.page.getByText('2 of 2').waitFor();
    assert.deepEqual(await sent('show'), [{ type: 'show', subject: gone }]);
    await view.post({ type: 'go', subject: gone, boxId: undefined });
    await view.page.keyboard.press('Shift+Enter');
    await view.page.getByText('1 of 2').waitFor();
    await view.page.keyboard.press('Escape');
    assert.equal((await sent('find')).at(-1)?.text, '');
    await view.page.locator('[role=tree]:focus').waitFor();
    assert.equal(await view.page.locator('.box.found').count(), 0);
    await view.page.keyboard.press('/');
    await view.page.getByRole('textbox', { name: /Find/ }).and(view.page.locator(':focus')).waitFor();
  });

  it('has an old picture step back, but not where contrast counts most', async () => {
    view = await openSample({}, sceneMessage({ old: 'Old.' }));
    const opacity = (): Promise<string> =>
      view.page.evaluate<string>(
        'getComputedStyle(document.querySelector(".box.container > .shape")).opacity',
      );
    assert.equal(await opacity(), '0.5');
    for (const theme of ['highContrastDark', 'highContrastLight'] as const) {
      await view.setTheme(theme);
      assert.equal(await opacity(), '1');
    }
  });

  it('begins anew with another engine’s picture', async () => {
    view = await openSample({}, sceneMessage({ engine: 'unix:///a' }));
    const first = await transform();
    await view.page.getByRole('button', { name: 'Zoom in' }).click();
    await view.post(sceneMessage({ engine: 'unix:///a' }));
    assert.notEqual(await transform(), first);
    await view.post(sceneMessage({ engine: 'sample:', note: 'A sample.' }));
    assert.equal(await transform(), first, 'fitted');
    await view.page.getByRole('note').filter({ hasText: 'A sample.' }).waitFor();
    await view.post(sceneMessage({ engine: 'unix:///a' }));
    assert.equal(await view.page.locator('.banner:visible').count(), 0);
  });

  it('lets the extension get ready to find before the first key', async () => {
    view = await openSample();
    await view.page.keyboard.press('/');
    assert.deepEqual(await sent('find'), [{ type: 'find', text: '' }]);
    await view.post({ type: 'found', text: '', subjects: [] });
    assert.equal(await view.page.locator('.find-count').innerText(), '');
  });

  it('comes back with its selection, its choices and its view', async () => {
    const saved = { target: whole, options: plainOptions, selected: both, view: { x: 30, y: 40, k: 0.9 } };
    view = await openSample({ saved });
    assert.deepEqual((await sent('ready'))[0], { type: 'ready', options: plainOptions, selected: both });
    assert.equal(await box(bothBox).getAttribute('aria-selected'), 'true');
    await view.page.getByRole('button', { name: 'Zoom in' }).click();
    const zoomed = await until('another view', async () => {
      const now = (await view.saved())?.view;
      return now && now.k > 0.9 ? now : undefined;
    });
    assert.ok(Math.abs(zoomed.k - 0.9 * 1.3) < 0.01);
  });

  it('comes back with what was looked for', async () => {
    const saved = { target: whole, options: plainOptions, selected: undefined, view: undefined, find: 'fx' };
    view = await openSample({ saved });
    assert.equal((await sent('find')).at(-1)?.text, 'fx');
    assert.equal(await view.page.getByRole('textbox', { name: /Find/ }).inputValue(), 'fx');
    await view.page.keyboard.press('/');
    await view.page.keyboard.press('End');
    await view.page.keyboard.type('-both');
    assert.equal((await view.saved())?.find, 'fx-both');
  });

  it('comes back with nothing of another engine', async () => {
    const saved = {
      target: whole,
      options: { ...plainOptions, unfolded: ['of-a'] },
      selected: both,
      view: { x: -900, y: -900, k: 1 },
      engine: 'unix:///a',
      find: 'fx',
    };
    view = await openSample({}, sceneMessage({ engine: 'unix:///b' }));
    const fitted = await transform();
    await view.close();
    view = await openSample({ saved }, sceneMessage({ engine: 'unix:///b' }));
    assert.equal((await sent('ready'))[0]?.engine, 'unix:///a');
    assert.equal(await transform(), fitted);
    assert.equal(await box(bothBox).getAttribute('aria-selected'), 'false');
    assert.equal(await view.page.getByRole('textbox', { name: /Find/ }).inputValue(), '');
    const now = await view.saved();
    assert.deepEqual(
      [now?.engine, now?.selected, now?.options.unfolded, now?.find],
      ['unix:///b', undefined, [], ''],
    );
  });

  it('keeps the first of two quick choices', async () => {
    view = await openSample();
    for (const name of ['Hide empty networks', 'Hide stopped containers']) {
      await view.page.getByRole('button', { name: 'Hide and fold' }).click();
      await view.page.getByRole('menuitemcheckbox', { name }).click();
      await view.page.keyboard.press('Escape');
    }
    assert.deepEqual(
      (await sent('options')).map(({ options }) => [options.hideEmpty, options.hideStopped]),
      [
        [true, false],
        [true, true],
      ],
    );
    assert.deepEqual((await view.saved())?.options.hideEmpty, true);
  });

  it('leaves nothing of an old picture’s words over a notice', async () => {
    view = await openSample(
      {},
      sceneMessage({ old: 'Docker does not answer.', target: networkTarget('fx-cf') }),
    );
    const notice = { title: 'This network is gone', detail: '', offers: [] } as const;
    await view.post({ type: 'notice', target: networkTarget('fx-cf'), ...notice });
    await view.page.getByRole('heading', { name: 'This network is gone' }).waitFor();
    assert.equal(await view.page.locator('.banner:visible').count(), 0);
  });
});
