import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/testbed/chromium.mjs';
import { onExit } from '../../../scripts/testbed/engineExit.mjs';
import {
  installExtension,
  quietSettings,
  startServer,
  writeSettings,
} from '../../../scripts/testbed/vscodeServer.mjs';
import { TextEditor } from './textEditor';
import { TreeView } from './treeView';
import { until } from './until';

/** A built-in colour theme, by what it is for. */
export type Theme = 'dark' | 'highContrast' | 'highContrastLight' | 'light';

/** What a workbench is opened with. */
export interface WorkbenchOptions {
  /** The absolute path of the workspace. */
  readonly folder: string;
  /** Laid over the environment of the extension host: an engine's `env`, say. */
  readonly env?: NodeJS.ProcessEnv;
  readonly theme?: Theme;
  /** User settings besides the theme and those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The packaged extension; by default the one that `npm test` builds. */
  readonly vsix?: string;
  readonly width?: number;
  readonly height?: number;
}

interface ThemeNames {
  /** The value of the setting. */
  readonly id: string;
  /** What the theme picker shows. */
  readonly label: string;
  /** The class that the workbench carries while the theme is on. */
  readonly className: string;
}

const themes: Readonly<Record<Theme, ThemeNames>> = {
  dark: { id: 'Dark Modern', label: 'Dark Modern', className: 'vs-dark' },
  highContrast: { id: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  highContrastLight: {
    id: 'Default High Contrast Light',
    label: 'Light High Contrast',
    className: 'hc-light',
  },
  light: { id: 'Light Modern', label: 'Light Modern', className: 'vs' },
};

/** A hover comes soon, and nothing lies over the text. */
const editorSettings = { 'editor.hover.delay': 100, 'editor.minimap.enabled': false };

const root = process.cwd();

/** Starts a VS Code server with the packaged extension and opens its workbench in a browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const temporary = mkdtempSync(join(tmpdir(), 'portolan-ui-'));
  const remove = (): void => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  const forget = onExit(remove);
  const stops: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) {
      await stop();
    }
    remove();
    forget();
  };
  try {
    const server = await serve(options, temporary);
    stops.push(server.stop);
    const browser = await launchChromium();
    stops.push(() => browser.close());
    const page = await openPage(browser, options);
    const complaints = collectComplaints(page);
    await page.goto(`${server.url}?${new URLSearchParams({ folder: options.folder }).toString()}`);
    const workbench = new Workbench(page, options.folder, complaints, close);
    await workbench.untilReady(options.theme ?? 'light');
    return workbench;
  } catch (problem) {
    await close();
    throw problem;
  }
}

async function serve(options: WorkbenchOptions, temporary: string) {
  const folders = { dataDir: join(temporary, 'data'), extensionsDir: join(temporary, 'extensions') };
  const theme = { 'workbench.colorTheme': themes[options.theme ?? 'light'].id };
  await installExtension(folders, options.vsix ?? resolve(root, 'out/portolan.vsix'));
  await writeSettings(folders, { ...quietSettings, ...editorSettings, ...theme, ...options.settings });
  return startServer({ ...folders, env: options.env ?? {} });
}

async function openPage(browser: Browser, { width = 1280, height = 800 }: WorkbenchOptions): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(20_000);
  return page;
}

/** A VS Code workbench as a person has it: what is seen and pressed, nothing behind it. Every method waits for its end. */
export class Workbench {
  /** The files open in the editor area. */
  readonly editor: TextEditor;

  constructor(
    readonly page: Page,
    folder: string,
    /** What the pages threw, and what a content security policy refused. */
    readonly complaints: readonly string[],
    /** Ends the browser and the server and removes their files. */
    readonly close: () => Promise<void>,
  ) {
    this.editor = new TextEditor(page, folder);
  }

  /** Resolves when the workbench is drawn in its theme and can be used. */
  async untilReady(theme: Theme): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.untilTheme(theme);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    // The extension is known from here on: a list of commands that is opened before is never completed.
    await this.page.locator('.part.activitybar [aria-label^="Portolan"]').first().waitFor();
  }

  /** Runs a command from the palette by its title, with its category where it has one: `Portolan: Show Topology`. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.pick(`>${title}`, title);
  }

  /** Types into the quick input that is open and takes the row of that name. */
  async pick(text: string, label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(text);
    // A row's name goes on with its key and its group, behind a comma.
    const row = this.page.locator(
      `.quick-input-list [role=option]:is([aria-label="${label}"], [aria-label^="${label},"])`,
    );
    await row.first().click();
    // Not the input: a command may go on to ask in the same one.
    await row.first().waitFor({ state: 'hidden' });
  }

  /** Shows a view container of the activity bar by its title. */
  async openContainer(title: string): Promise<void> {
    const tab = this.page.locator('.part.activitybar [role=tab]', {
      has: this.page.locator(`[aria-label^="${title}"]`),
    });
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') {
      await tab.click();
    }
    await this.page.locator('.part.sidebar .composite.title', { hasText: title }).waitFor();
  }

  /** A tree in the side bar by the name of its view. */
  tree(name: string): TreeView {
    return new TreeView(this.page, name);
  }

  /** The document of the webview in which something that matches is in sight: the innermost frame. */
  async webview(selector: string): Promise<Frame> {
    return until(`webview with ${selector}`, async () => {
      for (const frame of this.page.frames().filter(isWebview)) {
        // Frames go away while they are asked.
        if (await isInSight(frame, selector).catch(() => false)) {
          return frame;
        }
      }
      return undefined;
    });
  }

  /** Changes the colour theme as a person does; webviews stay open. */
  async setTheme(theme: Theme): Promise<void> {
    await this.run('Preferences: Color Theme');
    await this.pick(themes[theme].label, themes[theme].label);
    await this.untilTheme(theme);
  }

  /** Reloads the window by the workbench's own command, which first saves what is open, and waits until Portolan is back. */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.run('Developer: Reload Window')]);
    // A new extension host starts with all extensions of the editor: on a busy machine that alone takes half a minute.
    await this.page.locator('.statusbar-item[id^="portolan."]').waitFor({ timeout: 60_000 });
  }

  /** Writes a picture of the workbench to out/screenshots and gives its path. */
  async screenshot(name: string): Promise<string> {
    const folder = resolve(root, 'out/screenshots');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  private async untilTheme(theme: Theme): Promise<void> {
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor();
  }
}

/** The workbench logs much of its own; an exception and a refusal of the policy are faults of somebody. */
function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|portolan/i.test(message.text()) && message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/** A webview is a frame in a frame, whose inner document VS Code writes. */
function isWebview(frame: Frame): boolean {
  return frame.url().includes('/webview/browser/pre/fake.html');
}

/** A frame knows nothing of the one around it: a webview behind another tab is hidden by its outer frame alone. */
async function isInSight(frame: Frame, selector: string): Promise<boolean> {
  const outer = await frame.parentFrame()?.frameElement();
  return (await outer?.isVisible()) === true && (await frame.locator(selector).first().isVisible());
}
