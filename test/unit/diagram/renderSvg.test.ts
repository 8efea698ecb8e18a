import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  layoutTarget,
  layoutTopology,
  paletteFrom,
  palettes,
  renderSvg,
  type Scene,
  type ThemeName,
} from '../../../src/diagram';
import { networkNamed, rich, small } from './fixtures';
import { topologies } from './random';
import { runs } from './sights';
import { readXml } from './strictXml';

const scene = layoutTopology(small);
const tags = new Set(['svg', 'title', 'desc', 'style', 'g', 'rect', 'circle', 'path', 'text', 'tspan']);

/** Nothing that loads, runs or leads somewhere; returns the elements. */
function checkSvg(svg: string) {
  const elements = readXml(svg);
  for (const { name, attributes } of elements) {
    assert.ok(tags.has(name), name);
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.equal(/^on|href|^style$|^src$/i.test(attribute), false, attribute);
      assert.equal(
        /^(?:javascript|data):|url\(/i.test(value) && !attribute.startsWith('data-'),
        false,
        value,
      );
    }
  }
  const styles = elements.filter(({ name }) => name === 'style').map(({ text }) => text);
  assert.equal(styles.length, 1);
  assert.equal(/url\(|@import|@font-face|var\(|expression/.test(styles.join('')), false);
  return elements;
}

describe('renderSvg', () => {
  it('escapes names in text, titles and attributes', () => {
    const evil = '<script>alert("x")</script>&\'';
    const [first] = scene.boxes;
    assert.ok(first);
    const hostile: Scene = {
      ...scene,
      title: evil,
      boxes: [{ ...first, label: evil }],
      wires: [],
      captions: [],
    };
    const svg = renderSvg(hostile);
    assert.equal(svg.includes('<script'), false);
    assert.ok(svg.includes('<title>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;</title>'));
    checkSvg(svg);
  });

  it('replaces what XML does not allow', () => {
    const svg = renderSvg({ ...scene, title: 'a\u0000\ud800b' });
    assert.ok(svg.includes('aria-label="a\ufffd\ufffdb, '));
  });

  it('is self-contained: it loads and runs nothing', () => {
    assert.equal(/href|url\(|@import|<script|on[a-z]+=/.test(renderSvg(scene)), false);
  });

  it('has a ground of each theme', () => {
    for (const theme of Object.keys(palettes) as ThemeName[]) {
      assert.ok(renderSvg(scene, theme).includes(`fill="${palettes[theme].background}"`));
    }
  });

  it('says what it shows, in a title and a description', () => {
    const [root, title, desc] = checkSvg(renderSvg(scene));
    assert.deepEqual(
      [root?.name, root?.attributes.role, root?.attributes['aria-label']],
      ['svg', 'img', `${scene.title}, ${scene.subtitle}`],
    );
    assert.deepEqual([title?.name, title?.text, title?.depth], ['title', scene.title, 1]);
    assert.equal(desc?.name, 'desc');
    assert.ok(desc.text.startsWith(`${scene.subtitle}; `));
    assert.match(desc.text, /container my-nginx, running/);
  });

  it('draws with the editor’s colours', () => {
    const palette = paletteFrom({ background: '#123456', 'tones.bridge': '#abcdef80' }, true);
    const svg = renderSvg(scene, palette);
    checkSvg(svg);
    assert.ok(svg.includes('fill="#123456"'));
    assert.ok(svg.includes('#abcdef80'));
    assert.ok(svg.includes(palettes.dark.tones.overlay));
  });

  it('is strict XML of known elements, whatever the names', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        checkSvg(renderSvg(layoutTopology(topology)));
        const [first] = topology.networks;
        checkSvg(renderSvg(layoutTarget(topology, { kind: 'network', id: first?.id ?? 'gone' }), 'print'));
      }),
      runs(10),
    );
    checkSvg(renderSvg(layoutTarget(rich, { kind: 'network', id: networkNamed(rich, 'fx-v6').id })));
  });
});

describe('paletteFrom', () => {
  it('takes colours by their names and nothing that is none', () => {
    const palette = paletteFrom(
      {
        background: '#101112',
        text: '#ABCDEF',
        card: 'red',
        ground: 'url(#x)',
        border: '#fff;}*{fill:red',
        'tones.error': '#f00',
        'tones.unknown': '#000000',
        running: '',
      },
      true,
    );
    assert.deepEqual(palette, {
      ...palettes.dark,
      background: '#101112',
      text: '#ABCDEF',
      tones: { ...palettes.dark.tones, error: '#f00' },
    });
  });

  it('falls back to the plain palette of the same ground', () => {
    assert.deepEqual(paletteFrom({}, true), palettes.dark);
    assert.deepEqual(paletteFrom({}, false), palettes.light);
  });
});
