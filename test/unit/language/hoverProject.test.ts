import assert from 'node:assert/strict';
import sample from '../../../media/sample/engine.json';
import { decodeSnapshot } from '../../../src/engine/decode';
import { hoverAt } from '../../../src/language';
import { buildTopology, type Topology } from '../../../src/model';

const engine: Topology = buildTopology(decodeSnapshot(sample));

/** What the engine adds to the hover at the `|` of a compose file in a folder. */
function nowIn(folder: string | undefined, marked: string): readonly string[] {
  const text = marked.replace('|', '');
  const hover = hoverAt(text, 'dockercompose', marked.indexOf('|'), { topology: engine, folder });
  assert.ok(hover, 'no hover');
  return hover.markdown.split('\n\n').filter((paragraph) => paragraph.startsWith('**Now'));
}

function service(...lines: readonly string[]): string {
  return ['services:', '  web:', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

describe('what the engine knows of a compose file', () => {
  const taken = ['**Now:** `8080/tcp` is **taken** by `web` on all addresses.'];
  const own = ['**Now:** `8080/tcp` is published by `web` on all addresses.'];

  it('is its own only in its project', () => {
    const text = service('ports: ["|8080:80"]');
    assert.deepEqual(nowIn('shop', text), own);
    assert.deepEqual(nowIn('other', text), taken);
    assert.deepEqual(nowIn(undefined, text), taken);
    assert.deepEqual(nowIn('other', `name: shop\n${text}`), own);
    assert.deepEqual(nowIn('shop', `name: other\n${text}`), taken);
    assert.deepEqual(nowIn('shop', `name: $P\n${text}`), taken);
  });

  it('is no internal network of another project', () => {
    const text = service('networks: [back]', 'ports: ["|5432:5432"]');
    const free =
      '**Now:** No container of this engine publishes `5432/tcp`. Other programs of the host are not seen.';
    assert.deepEqual(nowIn('shop', text), [
      '**Now:** `shop_back` is internal: the port is not published, and the engine says nothing.',
    ]);
    assert.deepEqual(nowIn('other', text), [free]);
    assert.deepEqual(nowIn('shop', service('networks: [back, new]', 'ports: ["|5432:5432"]')), [free]);
  });

  it('is no container of another project', () => {
    const db = ['**Now:** `db` is running: `172.29.0.2` on `shop_back`.'];
    for (const text of [service('links: [d|b]'), service('network_mode: service:d|b')]) {
      assert.deepEqual(nowIn('shop', text), db);
      assert.deepEqual(nowIn('other', text), []);
      assert.deepEqual(nowIn(undefined, text), []);
    }
  });

  it('is no network of another project', () => {
    const text = service('networks: [ba|ck]');
    assert.match(nowIn('shop', text).join(), /^\*\*Now:\*\* `shop_back` is .* \(project `shop`\)\.$/);
    assert.deepEqual(nowIn('other', text), [
      '**Now:** No network of the project `other` is called `back` on this engine.',
    ]);
    assert.deepEqual(nowIn(undefined, text), []);
  });

  it('is the network of an exact name, whatever the project', () => {
    const office = /^\*\*Now:\*\* `office` is a `bridge` network/;
    for (const definition of [
      'fr|ont: { name: office, external: true }',
      'fr|ont: { name: office }',
      'fr|ont: { external: { name: office } }',
      'off|ice: { external: true }',
    ]) {
      assert.match(nowIn('shop', `networks:\n  ${definition}\n`).join(), office);
    }
    assert.deepEqual(nowIn('shop', 'networks:\n  fr|ont: { name: nope }\n'), [
      '**Now:** No network `nope` on this engine.',
    ]);
    assert.deepEqual(nowIn('shop', 'networks:\n  fr|ont: { name: "${N}" }\n'), []);
  });

  it('does not give an external network the prefix of a project', () => {
    const text = 'networks:\n  office: { external: true }\n';
    assert.match(
      hoverAt(text, 'dockercompose', 14)?.markdown ?? '',
      /The engine knows `office` as `office`\./,
    );
  });
});
