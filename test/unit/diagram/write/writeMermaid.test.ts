import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tame, writeMermaid, type DiagramTarget } from '../../../../src/diagram';
import { mermaidLabel } from '../../../../src/diagram/write/mermaidLabel';
import { networkNamed, small } from '../fixtures';
import { anySign, topologies } from '../random';
import { runs } from '../sights';

const whole: DiagramTarget = { kind: 'topology' };

/** All that a label may hold: letters, a few signs, references, and our own line break. */
const label = '(?:[\\p{L}\\p{N} .,:/()·→←+=_-]|#\\d+;|<br/>)*';
const id = '[nc][1-9]\\d*';
const grammar = [
  'flowchart LR',
  ` {2}subgraph host\\["${label}"\\]`,
  ` {4}subgraph n[1-9]\\d*\\["${label}"\\]`,
  ` {4}${id}\\["${label}"\\]`,
  ` {6}c[1-9]\\d*\\["${label}"\\]`,
  ' {2}end| {4}end',
  ` {2}p[1-9]\\d*\\(\\["${label}"\\]\\) -->\\|"${label}"\\| c[1-9]\\d*`,
  ` {2}${id} ---\\|"${label}"\\| ${id}`,
  ` {2}${id} -\\.->\\|"${label}"\\| ${id}`,
];
const lineGrammar = new RegExp(`^(?:${grammar.join('|')})$`, 'u');

/** What Mermaid shows of a label. */
function shown(text: string): string {
  return text.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** Each line keeps to the grammar, and subgraphs are closed as often as they are opened. */
function check(chart: string): void {
  const lines = chart.trimEnd().split('\n');
  lines.forEach((line) => assert.match(line, lineGrammar));
  const opened = lines.filter((line) => /^ *subgraph /.test(line)).length;
  assert.equal(lines.filter((line) => line.trim() === 'end').length, opened);
  // Mermaid takes the last sign from lines with such words, also where they stand in quotes.
  assert.equal(/style|classDef|%%|`/i.test(chart), false);
}

describe('mermaidLabel', () => {
  it('leaves plain words, and refers to every sign that could mean something', () => {
    assert.equal(mermaidLabel('shop_default · 10.0.0.0/24'), 'shop_default · 10.0.0.0/24');
    assert.equal(mermaidLabel('"];click x'), '#34;#93;#59;click x');
    assert.equal(mermaidLabel('*:8080'), '#42;:8080');
    assert.equal(mermaidLabel('end'), '#101;nd');
    assert.equal(mermaidLabel('%%{init}%%'), '#37;#37;#123;init#125;#37;#37;');
    assert.equal(mermaidLabel('style x:y#1;'), '#115;tyle x:y#35;1#59;');
    assert.equal(mermaidLabel('<script>`a`'), '#60;script#62;#96;a#96;');
    assert.equal(mermaidLabel('a\nb\u202e'), 'a#65533;b#65533;');
    assert.equal(mermaidLabel('__x__ 1. y'), '#95;#95;x#95;#95; 1#46; y');
  });

  it('shows the very text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anySign }), (text) => {
        const whole = tame(text).replaceAll(/[\p{Cs}\u2028\u2029]/gu, '\ufffd');
        assert.equal(shown(mermaidLabel(text)), whole);
      }),
      runs(200),
    );
  });
});

describe('writeMermaid', () => {
  it('draws networks around their containers, ports, shared networks and links', () => {
    assert.deepEqual(writeMermaid(small, whole).split('\n'), [
      'flowchart LR',
      '  subgraph host["vm"]',
      '    subgraph n1["bridge · bridge · default · 172.17.0.0/16"]',
      '      c1["linked<br/>172.17.0.3"]',
      '      c2["my-nginx<br/>172.17.0.2"]',
      '    end',
      '    subgraph n2["mv · macvlan · 10.99.0.0/24"]',
      '      c3["m1<br/>10.99.0.2"]',
      '    end',
      '    subgraph n3["mybridge · bridge · 172.28.0.0/16"]',
      '      c4["u1<br/>172.28.0.2"]',
      '      c5["u2<br/>172.28.0.3"]',
      '    end',
      '    subgraph n4["ov · overlay · 10.0.1.0/24"]',
      '      c6["o1<br/>10.0.1.2"]',
      '    end',
      '    subgraph n5["none · none"]',
      '      c7["n1"]',
      '    end',
      '    n6["ingress · overlay · ingress · 10.0.0.0/24"]',
      '    n7["docker_gwbridge · bridge · 172.20.0.0/16"]',
      '    subgraph n8["host · host"]',
      '      c8["h1"]',
      '    end',
      '    c9["c1"]',
      '  end',
      '  p1(["#42;:8080"]) -->|"80/tcp"| c2',
      '  p2(["127.0.0.1:9090"]) -->|"80/tcp"| c5',
      '  c4 ---|"shares its network"| c9',
      '  c1 -.->|"link as nginx"| c2',
      '',
    ]);
  });

  it('draws one network, and leaves out what is hidden', () => {
    const target: DiagramTarget = { kind: 'network', id: networkNamed(small, 'mybridge').id };
    const chart = writeMermaid(small, target);
    assert.match(chart, /\["u2<br\/>172\.28\.0\.3"\]/);
    assert.match(chart, /\["c1"\]/);
    assert.equal(chart.includes('my-nginx'), false);
    assert.equal(writeMermaid(small, whole, { hideEmpty: true }).includes('ingress'), false);
  });

  it('keeps to the grammar line by line, whatever the names', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        check(writeMermaid(topology, whole));
        const [first] = topology.networks;
        check(writeMermaid(topology, { kind: 'network', id: first?.id ?? 'gone' }));
      }),
      runs(20),
    );
  });
});
