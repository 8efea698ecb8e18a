import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutNetwork, layoutTopology, renderSvg, type Scene, type ThemeName } from '../../../src/diagram';
import { networkNamed, rich, small } from './fixtures';

const folder = join(process.cwd(), 'test', 'fixtures', 'golden');

/** Compares with the stored picture; UPDATE_GOLDEN=1 stores it anew, to be looked at before it is committed. */
function assertGolden(name: string, scene: Scene, theme: ThemeName = 'light'): void {
  const file = join(folder, `${name}.svg`);
  const svg = renderSvg(scene, theme);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, svg);
  }
  assert.ok(existsSync(file), `${file} is missing: make it with UPDATE_GOLDEN=1`);
  assert.equal(svg, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}

describe('golden pictures', () => {
  const names = [
    'bridge',
    'fx-v6',
    'fx-int',
    'fx-noicc',
    'fx-nomasq',
    'fx-rng',
    'fx-cfg',
    'mv',
    'fx-ipv',
    'fx-mvint',
    'ov',
    'ingress',
    'docker_gwbridge',
    'host',
    'none',
  ];
  for (const name of names) {
    it(`draws ${name} as before`, () =>
      assertGolden(`network-${name}`, layoutNetwork(rich, networkNamed(rich, name).id)));
  }

  it('draws the rich topology as before', () => assertGolden('topology-rich', layoutTopology(rich)));

  it('draws the small topology as before, in the dark', () =>
    assertGolden('topology-small-dark', layoutTopology(small), 'dark'));
});
