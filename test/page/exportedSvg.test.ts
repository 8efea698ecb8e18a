import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/testbed/chromium.mjs';
import { layoutTarget, renderSvg, type ThemeName } from '../../src/diagram';
import type { Topology } from '../../src/model';
import { rich } from '../unit/diagram/fixtures';

/** What names and labels may hold, as an engine or a file gives them. */
const evil = [
  '<script>globalThis.ran = 1</script>',
  '"><script>globalThis.ran = 1</script><g x="',
  "' onload='globalThis.ran = 1",
  '</title></svg><svg onload="globalThis.ran = 1"><title>',
  '</style><script>globalThis.ran = 1</script>',
  ']]><![CDATA[<script>globalThis.ran = 1</script>]]>',
  '<image href="https://portolan.test/x.png"/>',
  '<foreignObject><iframe src="https://portolan.test/"/></foreignObject>',
  '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]>&y;',
  '<?xml-stylesheet href="https://portolan.test/x.css"?>',
  '&lt;&amp;&#x3c;script&#x3e;',
  '--><!-- `|` | \\ # ; %% end',
  'line\nbreak\r\ttab\u0000\u0007\u001b[31m\u007f\u2028\ufffe\ud800',
  '\u202eevil\u2066\u200f\u061c',
  '👩‍👩‍👧‍👦'.repeat(40),
  'x'.repeat(255),
  '',
  ' ',
  'url(https://portolan.test/x)',
  'javascript:globalThis.ran=1',
] as const;

function hostile(topology: Topology): Topology {
  const at = (index: number): string => evil[index % evil.length] ?? '';
  const containers = topology.containers.map((one, index) => ({
    ...one,
    name: at(index),
    image: at(index + 1),
    status: at(index + 2),
    composeProject: at(index + 3),
    composeService: at(index + 4),
  }));
  const networks = topology.networks.map((one, index) => ({
    ...one,
    name: at(index + 5),
    driverName: at(index + 6),
    parent: one.parent === undefined ? undefined : at(index + 7),
    device: one.device === undefined ? undefined : at(index + 8),
    composeProject: at(index + 9),
  }));
  return {
    ...topology,
    host: { ...topology.host, name: at(1), operatingSystem: at(3) },
    containers,
    networks,
    containerById: new Map(containers.map((one) => [one.id, one])),
    networkById: new Map(networks.map((one) => [one.id, one])),
    links: topology.links.map((one, index) => ({ ...one, alias: at(index) })),
  };
}

/** What a document is made of, told by the browser that shows it. */
const inventory = `({
  root: document.documentElement.nodeName,
  broken: document.getElementsByTagName('parsererror').length,
  scripts: document.querySelectorAll('script, foreignObject, image, iframe, use, a, animate, set').length,
  handlers: [...document.querySelectorAll('*')].filter((one) =>
    [...one.attributes].some(({ name }) => /^on|href$|^src$|^style$/i.test(name))).length,
  ran: globalThis.ran ?? 0,
})`;

describe('an exported SVG in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'portolan-svg-'));

  before(async () => {
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  for (const theme of ['light', 'dark'] satisfies ThemeName[]) {
    it(`is well-formed, runs nothing and asks for nothing, whatever the names: ${theme}`, async () => {
      const topology = hostile(rich);
      const targets = [
        { kind: 'topology' } as const,
        ...topology.networks.map(({ id }) => ({ kind: 'network', id }) as const),
      ];
      const page = await browser.newPage();
      const asked: string[] = [];
      const opened: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('dialog', (dialog) => {
        opened.push(dialog.message());
        void dialog.dismiss();
      });
      const files = targets.map((target, index) => {
        const file = join(folder, `${theme}-${index}.svg`);
        writeFileSync(file, renderSvg(layoutTarget(topology, target), theme));
        return pathToFileURL(file).href;
      });
      for (const file of files) {
        await page.goto(file);
        const seen = await page.evaluate<unknown>(inventory);
        assert.deepEqual(seen, { root: 'svg', broken: 0, scripts: 0, handlers: 0, ran: 0 }, file);
      }
      assert.deepEqual([asked, opened], [files, []]);
      await page.close();
    });
  }
});
