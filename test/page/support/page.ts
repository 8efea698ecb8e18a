import { build, type OutputFile } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { extensionBundles } from '../../../scripts/bundles.mjs';
import { launchChromium } from '../../../scripts/testbed/chromium.mjs';
import type { FromWebview, SavedState, ToPage } from '../../../src/protocol';
import { pageHtml } from './pageHtml';
import { setTheme, type EditorTheme } from './themes';

/** What a page is opened with. */
export interface PageOptions {
  readonly theme?: EditorTheme;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  /** What the page kept from before a reload. */
  readonly saved?: SavedState;
}

/** The diagram's page in a real browser, without an editor around it. */
export interface WebviewPage {
  readonly page: Page;
  /** What the page threw or logged as an error, and what the content security policy refused. */
  readonly complaints: readonly string[];
  /** What the page sent to the extension since it was loaded, the oldest first. */
  sent(): Promise<readonly FromWebview[]>;
  /** What the page would find after a reload. */
  saved(): Promise<SavedState | undefined>;
  /** Sends messages as the extension does, and waits until the page has taken them. */
  post(...messages: readonly ToPage[]): Promise<void>;
  /** Changes the theme as the editor does: classes and variables. */
  setTheme(theme: EditorTheme): Promise<void>;
  /** Waits for the next frame to be on the screen. */
  painted(): Promise<void>;
  /** Closes the page, and the browser with the last one. */
  close(): Promise<void>;
}

const origin = 'https://portolan.test';

/** Opens the page as the panel would: the same policy, the editor's classes and variables. Resolves when it listens. */
export async function openPage(options: PageOptions = {}): Promise<WebviewPage> {
  const files = await webviewFiles();
  const context = await newContext(options);
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await serve(context, { ...files, '/': pageHtml(options.theme ?? 'dark', options.saved) });
  await page.goto(`${origin}/`);
  await page.waitForFunction('portolan.sent.length > 0');
  return {
    page,
    complaints,
    sent: () => page.evaluate<readonly FromWebview[]>('portolan.sent'),
    saved: () => page.evaluate<SavedState | undefined>('portolan.state'),
    post: (...messages) => post(page, messages),
    setTheme: (theme) => setTheme(page, theme),
    painted: () => page.evaluate(nextFrame),
    close: () => closeContext(context),
  };
}

/** Resolves after the frame that shows what was done before. */
const nextFrame = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';

/** The way between extension and page is JSON: what is undefined does not arrive. */
async function post(page: Page, messages: readonly ToPage[]): Promise<void> {
  for (const message of messages) {
    await page.evaluate<unknown, string>((text) => {
      const host = globalThis as unknown as { portolan: { post(message: unknown): Promise<void> } };
      return host.portolan.post(JSON.parse(text));
    }, JSON.stringify(message));
  }
}

let files: Promise<Readonly<Record<string, string>>> | undefined;

/** The webview's script and stylesheet, built from the source as it is now. */
function webviewFiles(): Promise<Readonly<Record<string, string>>> {
  files ??= buildWebview();
  return files;
}

async function buildWebview(): Promise<Readonly<Record<string, string>>> {
  const wanted = extensionBundles(false).filter(({ outfile }) => /webview\.(js|css)$/.test(outfile ?? ''));
  const built = await Promise.all(
    wanted.map((options) => build({ ...options, sourcemap: false, metafile: false, write: false })),
  );
  const outputs = built.flatMap(({ outputFiles }): readonly OutputFile[] => outputFiles);
  return Object.fromEntries(outputs.map(({ path, text }) => [`/${path.split(/[\\/]/).at(-1) ?? ''}`, text]));
}

let browser: Promise<Browser> | undefined;
let users = 0;

async function newContext({ width = 1200, height = 800, reducedMotion }: PageOptions) {
  users += 1;
  browser ??= launchChromium();
  const context = await (
    await browser
  ).newContext({
    viewport: { width, height },
    reducedMotion: reducedMotion === true ? 'reduce' : 'no-preference',
  });
  context.setDefaultTimeout(20_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return context;
}

async function closeContext(context: BrowserContext): Promise<void> {
  await context.close();
  users -= 1;
  if (users === 0) {
    const last = browser;
    browser = undefined;
    await (await last)?.close();
  }
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** The page's files by path; anything else is refused, so that nothing leaves this machine. */
async function serve(context: BrowserContext, byPath: Readonly<Record<string, string>>): Promise<void> {
  await context.route('**/*', async (route) => {
    const { pathname, origin: asked } = new URL(route.request().url());
    const body = asked === origin ? byPath[pathname] : undefined;
    if (body === undefined) {
      await (pathname === '/favicon.ico' ? route.fulfill({ status: 204 }) : route.abort());
    } else {
      const contentType = types[pathname.split('.').at(-1) ?? ''] ?? 'text/html';
      await route.fulfill({ body, contentType: `${contentType}; charset=utf-8` });
    }
  });
}

function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  return complaints;
}
