import assert from 'node:assert/strict';
import { palettes, renderSvg, type Scene } from '../../../src/diagram';
import { small } from './fixtures';
import { layoutTopology } from '../../../src/diagram';

const scene = layoutTopology(small);

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
  });

  it('replaces what XML does not allow', () => {
    const svg = renderSvg({ ...scene, title: 'a\u0000\ud800b' });
    assert.ok(svg.includes('aria-label="a\ufffd\ufffdb, '));
  });

  it('is self-contained: it loads and runs nothing', () => {
    assert.equal(/href|url\(|@import|<script|on[a-z]+=/.test(renderSvg(scene)), false);
  });

  it('has a ground of each theme', () => {
    for (const theme of ['light', 'dark', 'print'] as const) {
      assert.ok(renderSvg(scene, theme).includes(`fill="${palettes[theme].background}"`));
    }
  });
});
