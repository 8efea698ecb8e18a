// The browser that shows the workbench to the tests.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, ensureCommands } from './debian.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Without it, Korean texts are boxes. */
const fonts = { '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc': 'fonts-noto-cjk' };
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why there is no Chromium to be had on this machine; undefined when there is. @returns {string | undefined} */
export function whyNoChromium() {
  return findChromium() !== undefined || canInstall()
    ? undefined
    : 'there is no chromium or google-chrome on PATH';
}

/** The path of Chromium, installed where that is possible and it is missing. @returns {Promise<string>} */
export async function ensureChromium() {
  if (canInstall()) {
    await ensureCommands(findChromium() === undefined ? { ...fonts, chromium: 'chromium' } : fonts);
  }
  const found = findChromium();
  if (found === undefined) {
    throw new Error(whyNoChromium());
  }
  return found;
}

/**
 * Starts Chromium without a window.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium() {
  const executablePath = await ensureChromium();
  // Loaded here, because this file is also read before the packages are installed.
  const { chromium } = await import('playwright-core');
  // It ends with its pipe to this process; who else ends here on a signal is not for Playwright to say.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args: flags, ...signals });
}

/** @returns {string | undefined} */
function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
