import { layoutTopology, type Scene } from '../../src/diagram';
import { plainOptions, type SceneMessage } from '../../src/protocol';
import { openPage, type WebviewPage } from '../page/support/page';
import { largeHost, unfoldAll } from './largeHost';
import { print } from './measure';

/**
 * Prints how quick the diagram's page is in a headless Chromium without a GPU: frames while a person pans and zooms, the
 * time from a message to its pixels, and the elements that an update touches.
 */

interface Frames {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

function message(scene: Scene): SceneMessage {
  return {
    type: 'scene',
    target: { kind: 'topology' },
    options: plainOptions,
    scene,
    old: undefined,
    back: undefined,
    menus: {},
  };
}

/** Turns the wheel once in each frame, as a quick hand does, and takes the time of each frame. */
const turnWheel = `(({ steps, deltaX, deltaY, ctrlKey }) => new Promise((done) => {
  const times = [];
  const target = document.querySelector('.picture');
  const step = (now) => {
    times.push(now);
    if (times.length > steps) {
      done(times);
      return;
    }
    target.dispatchEvent(new WheelEvent('wheel', {
      deltaX, deltaY, ctrlKey, clientX: 600, clientY: 400, bubbles: true, cancelable: true,
    }));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}))`;

const steps = 90;

interface Turn {
  readonly deltaX?: number;
  readonly deltaY?: number;
  readonly ctrlKey?: boolean;
}

/** What was to be drawn before is drawn: it is no part of what is measured next. */
async function settled(view: WebviewPage): Promise<void> {
  await view.page.evaluate('new Promise((done) => setTimeout(() => requestIdleCallback(done), 500))');
}

/** The intervals of frames while the reader pans or zooms. */
async function framesOf(view: WebviewPage, turn: Turn): Promise<Frames> {
  await settled(view);
  const times = await view.page.evaluate<number[]>(`${turnWheel}(${JSON.stringify({ steps, ...turn })})`);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  gaps.sort((a, b) => a - b);
  const at = (part: number): number => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * part))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

function printFrames(name: string, { median, p95, worst }: Frames): void {
  print(`${name}, median frame (goal 16.7)`, median);
  print(`${name}, 95th percentile (goal 33)`, p95);
  print(`${name}, longest frame`, worst);
}

/** From the message's arrival to the frame that shows it, in milliseconds. */
async function firstPaint(scene: Scene): Promise<number> {
  const view = await openPage({ width: 1280, height: 800 });
  try {
    await view.page.evaluate<unknown, string>(
      (text) => {
        Object.assign(globalThis, { benchMessage: JSON.parse(text) as unknown });
      },
      JSON.stringify(message(scene)),
    );
    return await view.page.evaluate<number>(`new Promise((done) => {
      const start = performance.now();
      portolan.post(benchMessage).then(() =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))),
      );
    })`);
  } finally {
    await view.close();
  }
}

async function measureFirstPaint(): Promise<void> {
  const scene = unfoldAll(largeHost(500, 25));
  const times = [];
  for (let run = 0; run < 5; run++) {
    times.push(await firstPaint(scene));
  }
  times.sort((a, b) => a - b);
  print('500 containers: message to pixels, median of 5 (goal 150)', times[2] ?? NaN);
}

/** Elements that are touched when a scene follows another. */
async function touched(view: WebviewPage, next: Scene): Promise<number> {
  await settled(view);
  await view.page.evaluate(`(() => {
    globalThis.benchTouched = new Set();
    globalThis.benchObserver = new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records) {
        benchTouched.add(target);
        [...addedNodes, ...removedNodes].forEach((node) => benchTouched.add(node));
      }
    });
    benchObserver.observe(document.querySelector('.picture'), {
      subtree: true, attributes: true, childList: true, characterData: true,
    });
  })()`);
  await view.post(message(next));
  await view.painted();
  await view.page.locator('.picture.changing').waitFor({ state: 'detached' });
  return view.page.evaluate<number>('benchObserver.disconnect() ?? benchTouched.size');
}

const turns: Readonly<Record<string, Turn>> = {
  pans: { deltaX: 40, deltaY: 60 },
  'zooms out': { deltaY: 8, ctrlKey: true },
  'pans far away': { deltaX: -10, deltaY: -15 },
  'zooms in': { deltaY: -8, ctrlKey: true },
};

/** Frames of a page without a picture: what the machine is able to at this moment. */
async function measureNothing(): Promise<void> {
  const view = await openPage({ width: 1280, height: 800 });
  try {
    printFrames('an empty page', await framesOf(view, {}));
  } finally {
    await view.close();
  }
}

async function measureScene(name: string, scene: Scene): Promise<void> {
  const view = await openPage({ width: 1280, height: 800 });
  try {
    await view.post(message(scene));
    await view.painted();
    for (const [what, turn] of Object.entries(turns)) {
      printFrames(`${name}: ${what}`, await framesOf(view, turn));
    }
    print(
      `${name}: elements`,
      await view.page.evaluate<number>('document.querySelectorAll(".picture *").length'),
      '',
    );
    if (view.complaints.length > 0) {
      throw new Error(view.complaints.join('\n'));
    }
  } finally {
    await view.close();
  }
}

async function measureUpdates(): Promise<void> {
  const counts: number[] = [];
  for (const [containers, networks] of [
    [500, 25],
    [10_000, 500],
  ] as const) {
    const view = await openPage({ width: 1280, height: 800 });
    await view.post(message(unfoldAll(largeHost(containers, networks))));
    await view.painted();
    const id = 'c1'.padStart(64, '0');
    await view.post({ type: 'go', subject: { kind: 'container', id }, boxId: `container:${id}` });
    const after = unfoldAll(largeHost(containers, networks, new Set([1])));
    const count = await touched(view, after);
    print(`one in sight of ${containers} containers stops: elements touched (goal: the same)`, count, '');
    counts.push(count);
    print('the same again: elements touched', await touched(view, after), '');
    await view.close();
  }
  if (new Set(counts).size > 1) {
    throw new Error(`an update touches more elements of a larger picture: ${counts.join(', ')}`);
  }
}

const wanted = process.argv[2] ?? '';
const many = largeHost(10_000, 500);
const works: Readonly<Record<string, () => Promise<void>>> = {
  empty: measureNothing,
  few: () => measureScene('500 containers', unfoldAll(largeHost(500, 25))),
  folded: () => measureScene('10,000 containers folded', layoutTopology(many)),
  open: () => measureScene('10,000 containers unfolded', unfoldAll(many)),
  updates: measureUpdates,
  paint: measureFirstPaint,
};
for (const [name, work] of Object.entries(works)) {
  if (wanted === '' || name === wanted) {
    await work();
  }
}
