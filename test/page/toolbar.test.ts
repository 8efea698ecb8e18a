import assert from 'node:assert/strict';
import { until } from '../ui/support/until';
import { plainOptions } from '../../src/protocol';
import { ofType, sceneMessage, whole } from './support/messages';
import type { WebviewPage } from './support/page';
import { openSample } from './support/sample';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><style>rect{fill:#ff0000}</style><rect width="40" height="20"/></svg>';

describe('the toolbar and what it takes away', function () {
  this.timeout(60_000);
  let view: WebviewPage;

  afterEach(() => view.close());

  it('is one stop for Tab, with arrows between its controls', async () => {
    view = await openSample({}, sceneMessage({ back: 'front' }));
    const { keyboard } = view.page;
    await keyboard.press('Tab');
    await view.page.getByRole('button', { name: 'Back to front' }).and(view.page.locator(':focus')).waitFor();
    await keyboard.press('ArrowRight');
    await view.page.getByRole('textbox', { name: /Find/ }).and(view.page.locator(':focus')).waitFor();
    await keyboard.press('ArrowRight');
    await view.page.getByRole('button', { name: 'Hide and fold' }).and(view.page.locator(':focus')).waitFor();
    await keyboard.press('End');
    await view.page.getByRole('button', { name: 'Keyboard help' }).and(view.page.locator(':focus')).waitFor();
    await keyboard.press('Tab');
    await view.page.locator('[role=tree]:focus').waitFor();
    await keyboard.press('Shift+Tab');
    await keyboard.press('Home');
    await keyboard.press('Enter');
    assert.equal(ofType(await view.sent(), 'back').length, 1);
  });

  it('hides by a menu that the keyboard walks, and says what is hidden', async () => {
    view = await openSample();
    const button = view.page.getByRole('button', { name: 'Hide and fold' });
    await button.focus();
    await view.page.keyboard.press('ArrowDown');
    await view.page
      .getByRole('menuitemcheckbox', { name: 'Hide unused default networks', checked: false })
      .waitFor();
    await view.page.keyboard.press('ArrowDown');
    await view.page.keyboard.press('Enter');
    assert.deepEqual(ofType(await view.sent(), 'options').at(-1)?.options, {
      ...plainOptions,
      hideEmpty: true,
    });
    await button.and(view.page.locator(':focus')).waitFor();
    await view.post(sceneMessage({ options: { ...plainOptions, hideEmpty: true } }));
    await view.page.locator('[aria-live]', { hasText: 'no longer shown' }).waitFor();
    await view.page.keyboard.press('Enter');
    await view.page.getByRole('menuitemcheckbox', { name: 'Hide empty networks', checked: true }).waitFor();
    await view.page.keyboard.press('Escape');
    assert.equal(await view.page.getByRole('menu').count(), 0);
  });

  it('has the rest in a menu where the panel is narrow', async () => {
    view = await openSample({ width: 500 });
    await view.page.getByRole('button', { name: 'More actions' }).click();
    await view.page.getByRole('menuitem', { name: 'Export…' }).click();
    await view.page.getByRole('button', { name: 'More actions' }).click();
    await view.page.getByRole('menuitem', { name: 'Copy picture' }).click();
    const types = (await view.sent()).map(({ type }) => type);
    assert.deepEqual(types.slice(-2), ['export', 'copyPicture']);
  });

  it('shows its keys on ?, and goes back where it was', async () => {
    view = await openSample();
    await view.page.locator('[role=tree]').focus();
    await view.page.keyboard.press('?');
    await view.page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await view.page.keyboard.press('Escape');
    await view.page.locator('[role=tree]:focus').waitFor();
  });

  it('paints a PNG for the panel and for the clipboard', async () => {
    view = await openSample();
    await view.post({ type: 'paint', svg, scale: 2, to: 'panel' });
    const painted = await until('a picture', async () => ofType(await view.sent(), 'painted')[0]);
    const png = Buffer.from(painted.picture ?? '', 'base64');
    assert.deepEqual(
      [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)],
      ['PNG', 80, 40],
    );
    assert.equal(painted.problem, undefined);
    await view.page.bringToFront();
    await view.post({ type: 'paint', svg, scale: 1, to: 'clipboard' });
    const copied = await until('an answer', async () => ofType(await view.sent(), 'painted')[1]);
    assert.deepEqual([copied.picture, copied.problem], [undefined, undefined]);
    const types = await view.page.evaluate<string[]>(
      'navigator.clipboard.read().then(([item]) => item.types)',
    );
    assert.deepEqual(types, ['image/png']);
  });

  it('says why there is no painting, and paints less where the whole is too large', async () => {
    view = await openSample();
    await view.post({ type: 'paint', svg: '<svg', scale: 1, to: 'panel' });
    const failed = await until('an answer', async () => ofType(await view.sent(), 'painted')[0]);
    assert.ok(failed.picture === undefined && (failed.problem ?? '') !== '');
    const wide = svg.replace('width="40"', 'width="20000"');
    await view.post({ type: 'paint', svg: wide, scale: 1, to: 'panel' });
    const less = await until('an answer', async () => ofType(await view.sent(), 'painted')[1]);
    assert.equal(Buffer.from(less.picture ?? '', 'base64').readUInt32BE(16), 16_000);
    assert.match(less.remark ?? '', /painted at 80%/);
    assert.equal(less.problem, undefined);
    await view.page.bringToFront();
    await view.post({ type: 'paint', svg: wide, scale: 1, to: 'clipboard' });
    const copied = await until('an answer', async () => ofType(await view.sent(), 'painted')[2]);
    assert.deepEqual([copied.problem, copied.remark], [undefined, less.remark]);
    await view.page
      .locator('[aria-live]', { hasText: /Copied the picture\. .* painted at 80%/ })
      .waitFor({ state: 'attached' });
  });

  it('tells the theme’s colours, and again when it changes', async () => {
    view = await openSample({ theme: 'dark' });
    const [dark] = ofType(await view.sent(), 'colours');
    assert.equal(dark?.dark, true);
    assert.equal(dark.colours.background, '#1f1f1f');
    assert.equal(dark.colours['tones.bridge'], '#5fa6f7');
    const odd = Object.entries(dark.colours).filter(
      ([, colour]) => !/^#([0-9a-f]{6}|[0-9a-f]{8})$/.test(colour),
    );
    assert.deepEqual(odd, []);
    assert.equal(Object.keys(dark.colours).length, 20);
    await view.setTheme('highContrastLight');
    const light = await until('others', async () =>
      ofType(await view.sent(), 'colours').at(-1)?.dark === false
        ? ofType(await view.sent(), 'colours').at(-1)
        : undefined,
    );
    assert.equal(light.colours.background, '#ffffff');
  });

  it('says that it is old, and what to do where there is no picture', async () => {
    view = await openSample({}, sceneMessage({ old: 'The engine can’t be reached.' }));
    await view.page.getByRole('note').filter({ hasText: 'The engine can’t be reached.' }).waitFor();
    await view.post({
      type: 'notice',
      target: whole,
      title: 'No engine',
      detail: 'ENOENT',
      offers: ['refresh', 'topology'],
    });
    await view.page.getByRole('button', { name: 'Try again' }).click();
    await view.page.getByRole('button', { name: 'Show topology' }).click();
    assert.deepEqual((await view.sent()).slice(-2), [{ type: 'refresh' }, { type: 'open', target: whole }]);
    await view.post(sceneMessage());
    assert.equal(await view.page.locator('.notice:visible, .banner:visible').count(), 0);
  });
});
