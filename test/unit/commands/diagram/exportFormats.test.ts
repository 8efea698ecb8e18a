import assert from 'node:assert/strict';
import { exportFileName, formatLines, readTarget } from '../../../../src/commands/diagram/exportFormats';
import { oneNetwork, plain } from '../../fixture';

describe('what a diagram is exported as', () => {
  it('takes a diagram in sight where it needs one', () => {
    const values = (hasPage: boolean) => formatLines(hasPage).map(({ value }) => value);
    assert.deepEqual(values(true), ['themedSvg', 'printSvg', 'png', 'mermaid', 'markdown']);
    assert.deepEqual(values(false), ['printSvg', 'mermaid', 'markdown']);
  });

  it('has a name that every system takes', () => {
    const nameOf = (name: string): string => {
      const network = oneNetwork({ Id: 'n', Name: 'n' });
      const topology = { ...plain, networkById: new Map([['n', { ...network, name }]]) };
      return exportFileName({ kind: 'network', id: 'n' }, topology, 'png');
    };
    assert.equal(nameOf('shop_front'), 'shop_front-network.png');
    assert.equal(nameOf('../a/b:c\n\u202e'), '_a_b_c__-network.png');
    assert.equal(nameOf('...'), 'docker-network.png');
    assert.equal(nameOf('x'.repeat(255)).length, 212);
    const bytes = (name: string): number => new TextEncoder().encode(name).length;
    assert.equal(nameOf('網'.repeat(120)), `${'網'.repeat(66)}-network.png`);
    assert.ok(bytes(nameOf('網'.repeat(120))) <= 255);
    assert.equal(nameOf(`x${'🐳'.repeat(90)}`), `x${'🐳'.repeat(49)}-network.png`);
    assert.equal(exportFileName({ kind: 'topology' }, plain, 'mermaid'), 'docker-topology.mmd');
  });

  it('is the diagram that a panel names', () => {
    assert.deepEqual(readTarget({ kind: 'network', id: 'n' }), { kind: 'network', id: 'n' });
    assert.deepEqual(readTarget({ kind: 'topology', webview: 'x' }), { kind: 'topology' });
    assert.equal(readTarget({ webview: 'portolan.diagram', portolanKind: 'network' }), undefined);
    assert.equal(readTarget(undefined), undefined);
  });
});
