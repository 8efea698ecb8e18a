import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { plainOptions } from '../../src/protocol';
import { networkNamed, rich } from '../unit/diagram/fixtures';
import { until } from '../ui/support/until';
import { detailsMessage, networkTarget, ofType, sceneMessage } from './support/messages';
import type { WebviewPage } from './support/page';
import { both, bothBox, bothDetails, boxSelector, openSample } from './support/sample';

const bridge = networkNamed(rich, 'fx-bra').id;

describe('reading a diagram', function () {
  this.timeout(60_000);
  let view: WebviewPage;

  afterEach(() => view.close());

  async function sent<T extends Parameters<typeof ofType>[1]>(type: T) {
    return ofType(await view.sent(), type);
  }

  function box(id: string): Locator {
    return view.page.locator(boxSelector(id));
  }

  function details(): Locator {
    return view.page.getByRole('complementary', { name: 'Details' });
  }

  /** The box that the keys are about. */
  async function activeBox(): Promise<string> {
    return view.page.evaluate<string>(
      'document.getElementById(document.querySelector("[role=tree]").getAttribute("aria-activedescendant"))?.dataset.id ?? ""',
    );
  }

  async function lit(): Promise<readonly string[]> {
    return view.page.evaluate<string[]>(
      '[...document.querySelectorAll(".lit[data-id]")].map((one) => one.dataset.id)',
    );
  }

  it('selects what is clicked, shows its facts, and clears with Escape; the focus stays with the picture', async () => {
    view = await openSample();
    await box(bothBox).click();
    assert.deepEqual((await sent('select')).at(-1)?.subject, both);
    await view.post(detailsMessage(both));
    await details().getByRole('heading', { name: 'fx-both' }).waitFor();
    assert.equal(await box(bothBox).getAttribute('aria-selected'), 'true');
    await details().getByRole('button', { name: 'Inspect' }).focus();
    await view.page.keyboard.press('Escape');
    await details().waitFor({ state: 'hidden' });
    assert.equal((await sent('select')).at(-1)?.subject, undefined);
    await view.page.locator('[role=tree]:focus').waitFor();
  });

  it('copies a value, runs an action, and goes to another object', async () => {
    view = await openSample();
    await view.post({ type: 'go', subject: both, boxId: bothBox }, detailsMessage(both));
    await details().getByRole('button', { name: 'Copy Address 10.88.1.3' }).click();
    assert.deepEqual(await sent('copy'), [{ type: 'copy', text: '10.88.1.3' }]);
    await view.page.locator('[aria-live]', { hasText: 'Copied Address' }).waitFor();
    await details().getByRole('button', { name: 'Open Shell' }).click();
    assert.deepEqual(await sent('act'), [{ type: 'act', command: 'portolan.openShell', subject: both }]);
    await details().getByRole('button', { name: 'fx-bra' }).click();
    assert.deepEqual((await sent('select')).at(-1)?.subject, { kind: 'network', id: bridge });
    await view.post(detailsMessage(both));
    assert.equal(await details().isVisible(), false, 'late facts of another object');
  });

  it('has one menu for all that can be copied, and keeps the focus at its button', async () => {
    view = await openSample();
    const actions = [
      { command: 'portolan.inspect', title: 'Inspect' },
      { command: 'portolan.copyName', title: 'Copy Name' },
      { command: 'portolan.copyAddress', title: 'Copy Address' },
    ];
    await view.post({ type: 'go', subject: both, boxId: bothBox }, detailsMessage(both, { actions }));
    const row = details().locator('.details-actions');
    assert.deepEqual(await row.locator('> *').allInnerTexts(), ['Inspect', 'Copy']);
    await row.getByRole('button', { name: 'Copy' }).focus();
    await view.page.keyboard.press('ArrowDown');
    await view.page.keyboard.press('ArrowDown');
    await row.getByRole('menuitem', { name: 'Address' }).and(view.page.locator(':focus')).waitFor();
    await view.page.keyboard.press('Escape');
    await row.getByRole('button', { name: 'Copy' }).and(view.page.locator(':focus')).waitFor();
    assert.ok(await details().isVisible(), 'Escape closes the menu alone');
    await row.getByRole('button', { name: 'Copy' }).click();
    await view.post(detailsMessage(both, { actions }));
    await row.getByRole('button', { name: 'Copy' }).and(view.page.locator(':focus')).waitFor();
    await view.page.keyboard.press('Enter');
    await row.getByRole('menuitem', { name: 'Address' }).click();
    assert.deepEqual(await sent('act'), [{ type: 'act', command: 'portolan.copyAddress', subject: both }]);
  });

  it('asks for an object that is not drawn, and goes there when it is', async () => {
    view = await openSample({}, sceneMessage({ target: networkTarget('fx-cf') }));
    const fact = { name: 'Network', value: 'elsewhere', subject: { kind: 'container', id: 'gone' } } as const;
    const facts = {
      subject: { kind: 'host' },
      title: 'vm',
      kind: 'host',
      groups: [{ title: '', facts: [fact] }],
    } as const;
    await view.post({ type: 'go', subject: { kind: 'host' }, boxId: undefined });
    await view.post({ type: 'details', facts, actions: [], trace: undefined });
    await details().getByRole('button', { name: 'elsewhere' }).click();
    assert.deepEqual(await sent('show'), [{ type: 'show', subject: { kind: 'container', id: 'gone' } }]);
  });

  it('lights the whole way of a packet, and one step alone while it is pointed at', async () => {
    view = await openSample({ width: 1600, height: 1000 });
    const { wires, message } = bothDetails();
    await view.post({ type: 'go', subject: both, boxId: bothBox }, message);
    await view.page.mouse.move(5, 5);
    await until('the whole way', async () => ((await lit()).length === 3 ? true : undefined));
    assert.equal(
      await details().getByRole('listitem').first().innerText(),
      'It comes to port 8080 of the host.',
    );
    await details().getByRole('button', { name: /DNAT/ }).hover();
    await until('one step', async () => ((await lit()).join() === wires[1] ? true : undefined));
    await view.page.mouse.move(5, 5);
    await details()
      .getByRole('button', { name: /The bridge hands/ })
      .focus();
    await until('the last step', async () => ((await lit()).join() === bothBox ? true : undefined));
  });

  it('is walked with the arrows, opened with Enter, zoomed and left by the keyboard', async () => {
    view = await openSample({}, sceneMessage({ back: 'front' }));
    const { keyboard } = view.page;
    await view.page.locator('[role=tree]').focus();
    const first = await activeBox();
    assert.equal(first, sceneMessage().scene.boxes.find(({ subject }) => subject)?.id);
    await keyboard.press('End');
    assert.notEqual(await activeBox(), first);
    await keyboard.press('Home');
    assert.equal(await activeBox(), first);
    await view.post({ type: 'go', subject: { kind: 'network', id: bridge }, boxId: `network:${bridge}` });
    await keyboard.press('Enter');
    assert.deepEqual((await sent('open')).at(-1)?.target, { kind: 'network', id: bridge });
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    assert.notEqual(await activeBox(), `network:${bridge}`);
    await keyboard.press('0');
    await until('the fitted view', async () => ((await view.saved())?.view === undefined ? true : undefined));
    await keyboard.press('s');
    const zoomed = await until('a view', async () => (await view.saved())?.view);
    await keyboard.press('-');
    await until('a smaller one', async () => ((await view.saved())?.view?.k ?? 9) < zoomed.k || undefined);
    await keyboard.press('0');
    await until('the fitted one', async () => ((await view.saved())?.view === undefined ? true : undefined));
    await keyboard.press('Backspace');
    await keyboard.press('Alt+ArrowLeft');
    assert.equal((await sent('back')).length, 2);
    await keyboard.press('Escape');
    assert.equal((await sent('select')).at(-1)?.subject, undefined);
  });

  it('opens the editor’s menu at the active box', async () => {
    view = await openSample();
    await view.page.evaluate(
      'addEventListener("contextmenu", (event) => { event.preventDefault(); (globalThis.menus ??= []).push(event.target.closest("[data-vscode-context]")?.dataset.vscodeContext ?? ""); })',
    );
    await view.post({ type: 'go', subject: both, boxId: bothBox });
    await view.page.locator('[role=tree]').focus();
    await view.page.keyboard.press('Shift+F10');
    await view.page.keyboard.press('ContextMenu');
    const menus = await view.page.evaluate<string[]>('globalThis.menus ?? []');
    assert.equal(menus.length, 2);
    assert.ok(
      menus.every((context) => context.includes(both.id)),
      menus.join(),
    );
  });

  it('opens a network’s diagram by a double click, but not its own', async () => {
    view = await openSample({ width: 1600, height: 1200 });
    await box(`network:${bridge}`).locator('text').first().dblclick();
    assert.deepEqual((await sent('open')).at(-1)?.target, { kind: 'network', id: bridge });
  });

  it('folds and unfolds by a click and by Enter, and says what that shows', async () => {
    const [first, ...others] = sceneMessage().scene.boxes;
    assert.ok(first);
    const fold = { kind: 'fold', id: 'shop' } as const;
    const base = {
      ...first,
      x: 40,
      y: 60,
      w: 160,
      h: 60,
      parent: undefined,
      subject: fold,
      tone: 'plain',
      dot: undefined,
    } as const;
    const line = {
      x: 12,
      y: 20,
      text: 'shop',
      whole: undefined,
      font: 'title',
      tone: 'plain',
      anchor: 'start',
    } as const;
    const closed = {
      ...base,
      id: 'fold:shop',
      kind: 'fold',
      label: 'shop, folded',
      lines: [line],
      expanded: false,
    } as const;
    const open = {
      ...base,
      id: 'group:shop',
      kind: 'group',
      label: 'shop',
      lines: [line],
      expanded: true,
    } as const;
    const { scene } = sceneMessage();
    const withBox = (box: typeof closed | typeof open, unfolded: readonly string[]) =>
      sceneMessage({
        scene: { ...scene, boxes: [box, ...(unfolded.length > 0 ? others : [])], wires: [] },
        options: { ...plainOptions, unfolded },
      });
    view = await openSample({}, withBox(closed, []));
    await box('fold:shop').click();
    assert.deepEqual((await sent('options')).at(-1)?.options.unfolded, ['shop']);
    await view.page.locator('[role=tree]').focus();
    await view.post(withBox(open, ['shop']));
    assert.equal(await activeBox(), 'group:shop');
    await view.page.locator('[aria-live]', { hasText: 'more shown' }).waitFor();
    await view.page.keyboard.press('Enter');
    assert.deepEqual((await sent('options')).at(-1)?.options.unfolded, []);
    await view.post(withBox(closed, []), withBox(open, ['shop']));
    await box('group:shop').locator('text').first().click();
    assert.equal((await sent('options')).length, 3);
  });

  it('marks what the sidebar points at without taking selection or focus', async () => {
    view = await openSample();
    await view.post({ type: 'point', subject: both, boxId: bothBox });
    await view.painted();
    assert.ok((await box(bothBox).getAttribute('class'))?.includes('pointed'));
    assert.equal(await box(bothBox).getAttribute('aria-selected'), 'false');
    assert.deepEqual(await sent('select'), []);
    await view.post({ type: 'point', subject: undefined, boxId: undefined });
    assert.equal(await view.page.locator('.pointed').count(), 0);
  });

  it('lights the neighbourhood under the pointer', async () => {
    view = await openSample({ width: 1600, height: 1000 });
    await box(bothBox).hover();
    await view.painted();
    const near = await view.page
      .locator('.box.near')
      .evaluateAll((all) =>
        (all as unknown as { dataset: { id: string } }[]).map(({ dataset }) => dataset.id),
      );
    assert.ok(near.includes(bothBox) && near.includes(`network:${bridge}`), near.join());
    await view.page.mouse.move(5, 5);
    await view.painted();
    assert.equal(await view.page.locator('.near').count(), 0);
  });

  it('keeps what is around the selection, and the words of all, as they are', async () => {
    view = await openSample({ width: 1600, height: 1000 });
    type Look = Readonly<Record<'opacity' | 'fill', string>>;
    const lookOf = (selector: string): Promise<Look> =>
      view.page
        .locator(selector)
        .first()
        .evaluate((one) => {
          const page = globalThis as unknown as { getComputedStyle(of: unknown): Look };
          const { opacity, fill } = page.getComputedStyle(one);
          return { opacity, fill };
        });
    const opacity = async (selector: string): Promise<string> => (await lookOf(selector)).opacity;
    const other = `.box.container:not(.around) >`;
    await view.post({ type: 'go', subject: both, boxId: bothBox }, detailsMessage(both));
    await view.painted();
    assert.equal(await opacity(`${boxSelector(`network:${bridge}`)} > .shape`), '1');
    assert.deepEqual([await opacity(`${other} .shape`), await opacity(`${other} text`)], ['0.5', '1']);
    const before = await lookOf(`${other} text`);
    await view.post(bothDetails().message);
    await view.painted();
    assert.equal(await opacity(`${other} .shape`), '0.35');
    const behind = await lookOf(`${other} text`);
    assert.equal(behind.opacity, '1');
    assert.notEqual(behind.fill, before.fill);
    await view.post(sceneMessage({ old: 'Old.' }));
    await view.painted();
    assert.deepEqual([await opacity(`${other} .shape`), await opacity('.picture-layer')], ['0.35', '1']);
  });
});
