import assert from 'node:assert/strict';
import {
  exportFileName,
  formatLines,
  paintScale,
  readTarget,
} from '../../../../src/commands/diagram/exportFormats';
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
    assert.equal(nameOf('x'.repeat(255)).length, 112);
    assert.equal(exportFileName({ kind: 'topology' }, plain, 'mermaid'), 'docker-topology.mmd');
  });

  it('is painted sharp, and small enough for a canvas', () => {
    assert.equal(paintScale({ width: 1000, height: 800 }), 2);
    assert.equal(paintScale({ width: 32_768, height: 100 }), 0.5);
    const scale = paintScale({ width: 16_000, height: 16_000 });
    assert.ok(scale * scale * 16_000 * 16_000 <= 16_384 * 8192);
    assert.equal(paintScale({ width: 0, height: 0 }), 2);
  });

  it('is the diagram that a panel names', () => {
    assert.deepEqual(readTarget({ kind: 'network', id: 'n' }), { kind: 'network', id: 'n' });
    assert.deepEqual(readTarget({ kind: 'topology', webview: 'x' }), { kind: 'topology' });
    assert.equal(readTarget({ webview: 'portolan.diagram', portolanKind: 'network' }), undefined);
    assert.equal(readTarget(undefined), undefined);
  });
});
