import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  layoutNetwork,
  layoutTopology,
  renderSvg,
  type LayoutOptions,
  type Scene,
  type ThemeName,
} from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import { largeHost } from '../../bench/largeHost';
import { compose } from './composeWorld';
import { networkNamed, rich, small } from './fixtures';
import {
  crowd,
  drivers,
  flannel,
  hostile,
  ipv6,
  ipv6Newer,
  layer3s,
  manager,
  newer,
  worker,
} from './networkWorlds';

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
    it(`draws network ${name} as before`, () =>
      assertGolden(`network-${name}`, layoutNetwork(rich, networkNamed(rich, name).id)));
  }

  const more: readonly (readonly [string, Topology, string, LayoutOptions?])[] = [
    ['user-bridge', rich, 'fx-bra'],
    ['config-from', rich, 'fx-cf'],
    ['container-mode', small, 'mybridge'],
    ['ipv6-newer', newer, 'fx-v6'],
    ['ipv6-internal', ipv6, 'moat'],
    ['ipv6-internal-newer', ipv6Newer, 'moat'],
    ['ipv6-icc-off', ipv6, 'dual-quiet'],
    ['macvlan-private', ipv6, 'cells'],
    ['flannel', flannel, 'bridge'],
    ['vlan', drivers, 'vlan20'],
    ['internal-macvlan', drivers, 'mvint'],
    ['ipvlan-l2', drivers, 'ip-l2'],
    ['ipvlan-l3', drivers, 'ip-l3'],
    ['ipvlan-l3s', layer3s, 'ip-l3'],
    ['plugin', drivers, 'fx'],
    ['prefixed', drivers, 'prefixed'],
    ['two-nodes', manager, 'shop_mesh'],
    ['two-nodes-internal', manager, 'shop_inner'],
    ['two-nodes-ingress', manager, 'ingress'],
    ['two-nodes-gwbridge', manager, 'docker_gwbridge'],
    ['worker', worker, 'shop_mesh'],
    ['worker-ingress', worker, 'ingress'],
    ['hostile', hostile, '</text><script>alert(3)</script>'],
    ['without-ipam', hostile, 'no-ipam'],
    ['folded', crowd(500), 'n'],
    ['crowd', crowd(60), 'n', { unfolded: ['n/rest'] }],
  ];
  for (const [file, topology, name, options] of more) {
    it(`draws network ${name} as before: ${file}`, () =>
      assertGolden(`network-${file}`, layoutNetwork(topology, networkNamed(topology, name).id, options)));
  }

  const themes = [
    ['dark', 'dark'],
    ['hc-dark', 'highContrastDark'],
    ['hc-light', 'highContrastLight'],
  ] as const;
  for (const [file, theme] of themes) {
    it(`draws network bridge as before, in the theme ${theme}`, () =>
      assertGolden(`network-bridge-${file}`, layoutNetwork(rich, networkNamed(rich, 'bridge').id), theme));
  }

  const topologies: readonly (readonly [string, Topology, ThemeName?, LayoutOptions?])[] = [
    ['rich', rich],
    ['small-dark', small, 'dark'],
    ['two-nodes', manager],
    ['worker', worker],
    ['drivers-dark', drivers, 'dark'],
    ['compose', compose],
    ['compose-hc-dark', compose, 'highContrastDark'],
    ['compose-hc-light', compose, 'highContrastLight'],
    ['crowd-open', crowd(60), 'light', { unfolded: ['n/rest', 'ports/n'] }],
    ['folded', largeHost(500, 25)],
  ];
  for (const [file, topology, theme, options] of topologies) {
    it(`draws the topology as before: ${file}`, () =>
      assertGolden(`topology-${file}`, layoutTopology(topology, options), theme));
  }
});
