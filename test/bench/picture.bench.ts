import { layoutTopology, type Scene } from '../../src/diagram';
import { plainOptions, type SceneMessage } from '../../src/protocol';
import { openPage, type WebviewPage } from '../page/support/page';
import { largeHost, unfoldAll } from './largeHost';
import { print } from './measure';

/**
 * Prints how quick the diagram's page is in a headless Chromium without a GPU: frames while a person pans and zooms with
 * wheel and mouse, the time from a message to its pixels, and the elements that an update touches.
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

const startFrames = `(() => {
  const times = [];
  globalThis.benchFrames = times;
  const step = (now) => { times.push(now); globalThis.benchFrame = requestAnimationFrame(step); };
  globalThis.benchFrame = requestAnimationFrame(step);
})()`;

const endFrames = `(() => {
  cancelAnimationFrame(globalThis.benchFrame);
  return globalThis.benchFrames;
})()`;

/** The intervals of frames while something is done. */
async function framesOf(view: WebviewPage, work: () => Promise<void>): Promise<Frames> {
  await view.page.evaluate(startFrames);
  await work();
  const times = await view.page.evaluate<number[]>(endFrames);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  gaps.sort((a, b) => a - b);
  const at = (part: number): number => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * part))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

function printFrames(name: string, { median, p95, worst }: Frames): void {
  print(`${name}, median frame`, median);
  print(`${name}, 95th percentile`, p95);
  print(`${name}, longest frame`, worst);
}

const steps = 60;

async function wheel(view: WebviewPage, dx: number, dy: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await view.page.mouse.wheel(dx, dy);
  }
}

async function zoom(view: WebviewPage, delta: number): Promise<void> {
  await view.page.keyboard.down('Control');
  await wheel(view, 0, delta);
  await view.page.keyboard.up('Control');
}

async function drag(view: WebviewPage): Promise<void> {
  await view.page.mouse.move(1000, 700);
  await view.page.mouse.down();
  await view.page.mouse.move(200, 150, { steps });
  await view.page.mouse.up();
  await view.page.mouse.move(600, 400);
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
  print('500 containers: message to pixels, median of 5', times[2] ?? NaN);
}

/** Elements that are touched when a scene follows another. */
async function touched(view: WebviewPage, next: Scene): Promise<number> {
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
  await view.page.waitForFunction('!document.querySelector(".picture.changing")');
  return view.page.evaluate<number>('benchObserver.disconnect() ?? benchTouched.size');
}

async function measureScene(name: string, scene: Scene): Promise<void> {
  const view = await openPage({ width: 1280, height: 800 });
  try {
    await view.post(message(scene));
    await view.painted();
    await view.page.mouse.move(600, 400);
    printFrames(`${name}: wheel pans`, await framesOf(view, () => wheel(view, 40, 60)));
    printFrames(`${name}: mouse drags`, await framesOf(view, () => drag(view)));
    printFrames(`${name}: zooms out`, await framesOf(view, () => zoom(view, 8)));
    printFrames(`${name}: pans far away`, await framesOf(view, () => wheel(view, -10, -15)));
    printFrames(`${name}: zooms in`, await framesOf(view, () => zoom(view, -8)));
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
  for (const [containers, networks] of [
    [500, 25],
    [10_000, 500],
  ] as const) {
    const before = unfoldAll(largeHost(containers, networks));
    const after = unfoldAll(largeHost(containers, networks, new Set([1])));
    const view = await openPage({ width: 1280, height: 800 });
    await view.post(message(before));
    await view.painted();
    print(`one of ${containers} containers stops: elements touched`, await touched(view, after), '');
    print(`the same again: elements touched`, await touched(view, after), '');
    await view.close();
  }
}

const wanted = process.argv[2] ?? '';
const many = largeHost(10_000, 500);
const works: Readonly<Record<string, () => Promise<void>>> = {
  few: () => measureScene('500 containers', unfoldAll(largeHost(500, 25))),
  folded: () => measureScene('10,000 containers folded', layoutTopology(many)),
  unfolded: () => measureScene('10,000 containers unfolded', unfoldAll(many)),
  updates: measureUpdates,
  paint: measureFirstPaint,
};
for (const [name, work] of Object.entries(works)) {
  if (name.includes(wanted)) {
    await work();
  }
}
