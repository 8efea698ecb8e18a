import assert from 'node:assert/strict';
import { inlayHints, type Facts } from '../../../src/language';
import type { Topology } from '../../../src/model';
import { hoverFacts } from './hoverWorld';

/** The text with the hints in `‹›` where they show. */
function withHints(language: string, text: string, facts?: Facts): string {
  const hints = inlayHints(text, language, { start: 0, end: text.length }, facts);
  return [...hints].reverse().reduce((shown, { offset, label }) => {
    return `${shown.slice(0, offset)}‹${label}›${shown.slice(offset)}`;
  }, text);
}

const web = (...ports: readonly string[]) =>
  ['services:', '  web:', '    image: x', '    ports:', ...ports.map((port) => `      - ${port}`), ''].join(
    '\n',
  );

/** The hints behind the ports of the service `web`. */
function portsOf(facts: Facts | undefined, ...ports: readonly string[]): readonly string[] {
  return withHints('dockercompose', web(...ports), facts)
    .split('\n')
    .slice(4, -1)
    .map((line) => line.trim().slice(2));
}

describe('hints without an engine', () => {
  it('say what stands for what is not written', () => {
    assert.deepEqual(
      portsOf(
        undefined,
        '"80"',
        '"8080:80"',
        '"127.0.0.1:8080:80"',
        '"127.0.0.1::80"',
        '"8000-8010:80"',
        '"8000-8002:80-82"',
        '"8000-8009:80-89"',
        '"80-82"',
        '8080:80',
      ),
      [
        '"80"‹a free port on all addresses›',
        '"8080:80"‹on all addresses›',
        '"127.0.0.1:8080:80"',
        '"127.0.0.1::80"‹a free port›',
        '"8000-8010:80"‹one free port of them on all addresses›',
        '"8000-8002:80-82"‹8000 → 80, 8001 → 81, 8002 → 82 on all addresses›',
        '"8000-8009:80-89"‹8000 → 80, 8001 → 81, 8002 → 82, … on all addresses›',
        '"80-82"‹free ports on all addresses›',
        '8080:80‹on all addresses›',
      ],
    );
  });

  it('are silent about what docker refuses, what is put in later, and in comments', () => {
    assert.deepEqual(portsOf(undefined, '"127.0.0.1:80"', '"${PORT}:80"'), [
      '"127.0.0.1:80"',
      '"${PORT}:80"',
    ]);
    assert.equal(withHints('shellscript', '# docker run -p 80 x'), '# docker run -p 80 x');
    assert.equal(withHints('markdown', '`docker run -p 80 x`'), '`docker run -p 80 x`');
    assert.equal(withHints('shellscript', 'docker run --net host -p 80 x'), 'docker run --net host -p 80 x');
  });

  it('stand in commands, too, and behind a port in keys', () => {
    assert.equal(
      withHints('shellscript', 'docker run -p 80 x'),
      'docker run -p 80‹a free port on all addresses› x',
    );
    assert.equal(
      withHints('dockercompose', web('target: 80\n        published: "8080"')),
      web('target: 80\n        published: "8080"‹on all addresses›'),
    );
  });

  it('are those of the range that is asked for', () => {
    const text = web('"80"', '"81"');
    const start = text.indexOf('"81"');
    const [only, ...more] = inlayHints(text, 'dockercompose', { start, end: start + 4 });
    assert.equal(only?.offset, start + 4);
    assert.deepEqual(more, []);
  });
});

describe('hints with an engine', () => {
  it('show what the running container has', () => {
    // The engine of the sample runs `web` of `shop` with 8080 on all addresses.
    assert.deepEqual(
      portsOf(hoverFacts, '"80"', '"${PORT:-9}:80"', '"8080:80"', '"127.0.0.1:8080:80"', '"81"'),
      [
        '"80"‹→ 0.0.0.0:8080›',
        '"${PORT:-9}:80"‹→ 0.0.0.0:8080›',
        '"8080:80"‹→ 0.0.0.0:8080›',
        '"127.0.0.1:8080:80"',
        '"81"‹a free port on all addresses›',
      ],
    );
    assert.equal(
      withHints('shellscript', 'docker run --name my-nginx -p 80 nginx', hoverFacts),
      'docker run --name my-nginx -p 80‹→ 0.0.0.0:8081› nginx',
    );
    assert.equal(
      withHints('shellscript', 'docker run --name grafana -p 3000-3001 x', hoverFacts),
      'docker run --name grafana -p 3000-3001‹→ 0.0.0.0:3000 → 3000, 0.0.0.0:3001 → 3001› x',
    );
  });

  it('do not tell of a port that was made of another text', () => {
    assert.deepEqual(portsOf(hoverFacts, '"8000-8001:80-81"', '"8000-9000:80"'), [
      '"8000-8001:80-81"‹8000 → 80, 8001 → 81 on all addresses›',
      '"8000-9000:80"‹→ 0.0.0.0:8080›',
    ]);
  });

  it('say in the tooltip all addresses', () => {
    const text = web('"80"');
    const [hint] = inlayHints(text, 'dockercompose', { start: 0, end: text.length }, hoverFacts);
    assert.equal(hint?.tooltip, 'What the engine has given it now: `0.0.0.0 8080` and `:: 8080`.');
  });

  it('of another project are not shown', () => {
    assert.deepEqual(portsOf({ ...hoverFacts, folder: 'other' }, '"80"'), [
      '"80"‹a free port on all addresses›',
    ]);
  });

  it('say where nothing is published, and where a network binds elsewhere', () => {
    assert.equal(
      withHints('shellscript', 'docker run --net shop_back -p 80 x', hoverFacts),
      'docker run --net shop_back -p 80‹not published› x',
    );
    const networks = hoverFacts.topology.networks.map((network) =>
      network.name === 'shop_front'
        ? { ...network, options: { 'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1' } }
        : network,
    );
    const topology: Topology = { ...hoverFacts.topology, networks };
    assert.equal(
      withHints('shellscript', 'docker run --net shop_front -p 9999:80 x', { topology }),
      'docker run --net shop_front -p 9999:80‹on 127.0.0.1› x',
    );
  });
});
