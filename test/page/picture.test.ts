import assert from 'node:assert/strict';
import type { Scene } from '../../src/diagram';
import { layoutTopology } from '../../src/diagram';
import { plainOptions } from '../../src/protocol';
import { makeThinScenes } from '../../src/protocol/thinScenes';
import { largeHost, unfoldAll } from '../bench/largeHost';
import { rich } from '../unit/diagram/fixtures';
import { sceneMessage } from './support/messages';
import { openPage, type WebviewPage } from './support/page';

const scene = layoutTopology(rich);
const large = unfoldAll(largeHost(500, 25));

describe('the picture', function () {
  this.timeout(60_000);
  let view: WebviewPage;

  afterEach(async () => {
    const { complaints } = view;
    await view.close();
    assert.deepEqual(complaints, []);
  });

  async function open(shown: Scene, reducedMotion = false): Promise<void> {
    view = await openPage({ width: 1000, height: 700, reducedMotion });
    await view.post(sceneMessage({ scene: shown }));
    await view.painted();
  }

  function place(): Promise<string> {
    return view.page.evaluate<string>('document.querySelector(".picture-layer").style.transform');
  }

  function scale(transform: string): number {
    return Number(/scale\(([\d.]+)\)/.exec(transform)?.[1]);
  }

  async function stopped(reducedMotion: boolean): Promise<string[]> {
    await open(scene, reducedMotion);
    const seen = scene.boxes.find(({ kind }) => kind === 'container');
    const moved = {
      ...scene,
      boxes: scene.boxes.map((box) => (box === seen ? { ...box, x: box.x + 40 } : box)),
    };
    await view.page.evaluate(`(() => {
      globalThis.touched = new Set();
      globalThis.observer = new MutationObserver((all) => all.forEach(({ target }) => touched.add(target)));
      observer.observe(document.querySelector('.picture .scene'), { subtree: true, attributes: true, childList: true });
    })()`);
    await view.post(sceneMessage({ scene: moved }));
    return view.page.evaluate<string[]>(
      'document.getAnimations().map(({ transitionProperty }) => transitionProperty)',
    );
  }

  it('is a tree with places, whose first picture does not move', async () => {
    await open(scene);
    assert.deepEqual(await view.page.evaluate('document.getAnimations().length'), 0);
    assert.equal(
      await view.page.getByRole('tree').getAttribute('aria-label'),
      `${scene.title}, ${scene.subtitle}`,
    );
    const region = view.page.locator('.box.region').first();
    assert.equal(await region.getAttribute('role'), 'treeitem');
    assert.match((await region.getAttribute('aria-posinset')) ?? '', /^\d+$/);
    const context = JSON.parse((await region.getAttribute('data-vscode-context')) ?? '') as object;
    assert.deepEqual(Object.keys(context), [
      'webviewSection',
      'preventDefaultContextMenuItems',
      'portolanItem',
      'portolanKind',
      'portolanId',
    ]);
  });

  it('has a map only where something is out of sight, and not in a small window', async () => {
    await open({ ...scene, width: 1010, height: 640 });
    const map = view.page.locator('.minimap');
    assert.ok(await map.isHidden(), 'only an empty margin is out of sight');
    await view.post(sceneMessage({ scene }));
    await view.page.keyboard.press('0');
    await view.page.getByRole('button', { name: 'Zoom in' }).click();
    assert.ok(await map.isVisible());
    await view.page.setViewportSize({ width: 500, height: 700 });
    assert.ok(await map.isHidden());
  });

  it('takes the browser’s own scrolling as a move', async () => {
    await open(scene);
    const before = await place();
    await view.page.evaluate('document.querySelector(".picture").scrollTo(60, 30)');
    await view.painted();
    assert.notEqual(await place(), before);
    assert.deepEqual(
      await view.page.evaluate(
        '[document.querySelector(".picture").scrollLeft, document.querySelector(".picture").scrollTop]',
      ),
      [0, 0],
    );
  });

  it('has elements only for what is in sight and a little more', async () => {
    await open(large);
    const count = await view.page.locator('.picture [data-id]').count();
    assert.ok(count > 20 && count < large.boxes.length, `${count} of ${large.boxes.length}`);
  });

  it('moves what changed, touches nothing else, and stays still with reduced motion', async () => {
    assert.deepEqual(await stopped(false), ['transform']);
    assert.ok((await view.page.evaluate<number>('touched.size')) <= 3);
    await view.close();
    assert.deepEqual(await stopped(true), []);
  });

  it('takes an update as what changed, and asks for the whole picture where it has none', async () => {
    const scenes = makeThinScenes();
    const first = scenes.thin(sceneMessage({ scene: large }));
    const stopped = scenes.thin(sceneMessage({ scene: unfoldAll(largeHost(500, 25, new Set([1]))) }));
    assert.equal(stopped.type, 'sceneChange');
    view = await openPage({ width: 1000, height: 700 });
    const asked = async (): Promise<number> =>
      (await view.sent()).filter(({ type }) => type === 'again').length;
    await view.post(stopped);
    assert.equal(await asked(), 1);
    const id = 'c1'.padStart(64, '0');
    const box = view.page.locator(`[data-id="container:${id}"]`);
    await view.post(first, { type: 'go', subject: { kind: 'container', id }, boxId: `container:${id}` });
    assert.match(
      (await box.getAttribute('aria-label')) ?? (await box.locator('title').textContent()) ?? '',
      /running/,
    );
    await view.post(stopped);
    await view.painted();
    assert.match(
      (await box.getAttribute('aria-label')) ?? (await box.locator('title').textContent()) ?? '',
      /exited/,
    );
    assert.equal(await asked(), 1);
  });

  it('does not rest while turns of the wheel are late', async () => {
    await open(large);
    const moving = await view.page.evaluate<boolean>(`(async () => {
      const picture = document.querySelector('.picture');
      const turn = () => picture.dispatchEvent(new WheelEvent('wheel', { deltaY: 20, ctrlKey: true, clientX: 500, clientY: 300, cancelable: true }));
      const frame = () => new Promise(requestAnimationFrame);
      turn();
      await frame();
      // A frame that takes longer than a hand rests; the next turn is there when it ends.
      requestAnimationFrame(turn);
      for (const end = performance.now() + 400; performance.now() < end; );
      await new Promise((done) => setTimeout(done));
      await frame();
      return document.querySelector('.picture-layer').classList.contains('moving');
    })()`);
    assert.equal(moving, true);
  });

  it('pans with the wheel, zooms at the pointer with Ctrl, and pans by dragging', async () => {
    await open(large);
    await view.page.mouse.move(500, 400);
    const start = await place();
    await view.page.mouse.wheel(0, 100);
    await view.painted();
    const panned = await place();
    assert.notEqual(panned, start);
    assert.equal(scale(panned), scale(start));
    await view.page.keyboard.down('Control');
    await view.page.mouse.wheel(0, 100);
    await view.page.keyboard.up('Control');
    await view.painted();
    const zoomed = await place();
    assert.ok(scale(zoomed) < scale(panned), zoomed);
    await view.page.mouse.down();
    await view.page.mouse.move(400, 300, { steps: 4 });
    await view.page.mouse.up();
    await view.painted();
    assert.notEqual(await place(), zoomed);
    assert.ok(!(await view.sent()).some(({ type }) => type === 'select'));
  });

  function boxesInSight(): Promise<number> {
    return view.page.evaluate<number>(`(() => {
      const { left, top, right, bottom } = document.querySelector('.picture').getBoundingClientRect();
      return [...document.querySelectorAll('.picture .box')].filter((box) => {
        const seen = box.getBoundingClientRect();
        return seen.width > 0 && seen.right > left && seen.bottom > top && seen.left < right && seen.top < bottom;
      }).length;
    })()`);
  }

  it('is brought back into sight when it shrinks, and where it is restored', async () => {
    await open(large, true);
    await view.page.mouse.move(500, 400);
    for (let turn = 0; turn < 12; turn++) {
      await view.page.mouse.wheel(0, 1000);
    }
    await view.painted();
    assert.ok((await boxesInSight()) > 0);
    await view.post(sceneMessage({ scene }));
    await view.painted();
    assert.ok((await boxesInSight()) > 0, await place());
    await view.close();
    const saved = {
      target: { kind: 'topology' },
      options: plainOptions,
      selected: undefined,
      view: { x: -9000, y: -9000, k: 1 },
    } as const;
    view = await openPage({ width: 1000, height: 700, reducedMotion: true, saved });
    await view.post(sceneMessage({ scene }));
    await view.painted();
    assert.ok((await boxesInSight()) > 0, await place());
  });

  it('shows a map where not all is in sight, and goes where it is pressed', async () => {
    await open(large);
    const map = view.page.locator('.minimap');
    assert.equal(await map.isVisible(), true);
    assert.equal(await map.getAttribute('aria-hidden'), 'true');
    const before = await place();
    await map.click({ position: { x: 40, y: 100 } });
    await view.painted();
    assert.notEqual(await place(), before);
    await view.page.locator('.picture').press('0');
    await view.painted();
    await map.waitFor({ state: 'hidden' });
  });

  it('keeps the map off what it jumps to', async () => {
    await open(large, true);
    const last = large.boxes.filter(({ kind }) => kind === 'container').at(-1);
    assert.ok(last?.subject);
    await view.post({ type: 'go', subject: last.subject, boxId: last.id });
    await view.painted();
    const map = await view.page.locator('.minimap').boundingBox();
    const card = await view.page.locator('.box.selected').boundingBox();
    assert.ok(map && card);
    const beside = card.x + card.width <= map.x || card.y + card.height <= map.y;
    assert.ok(beside, JSON.stringify({ map, card }));
  });
});
