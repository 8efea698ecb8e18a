import assert from 'node:assert/strict';
import { arrange } from '../../../../src/views/networks/grouping';
import { parentRow, seekRow } from '../../../../src/views/networks/revealRow';
import { containerNamed, networkNamed, rich } from '../../fixture';

const all = { groupBy: 'none', hideDefault: false, hideEmpty: false, filter: '' } as const;
const network = (name: string) => ({ kind: 'network', networkId: networkNamed(rich, name).id }) as const;
const container = (name: string, on: string) =>
  ({
    kind: 'container',
    containerId: containerNamed(rich, name).id,
    networkId: networkNamed(rich, on).id,
  }) as const;

describe('a row that is to be revealed', () => {
  const seek = (node: Parameters<typeof seekRow>[0], choice: object = {}) =>
    seekRow(node, rich, arrange(rich, { ...all, ...choice })).kind;

  it('is there, or is said to be left out and by what', () => {
    assert.equal(seek(network('fx-bra')), 'there');
    assert.equal(seek(container('fx-a2', 'fx-bra')), 'there');
    assert.equal(seek(network('bridge'), { hideDefault: true }), 'hidden');
    assert.equal(seek(network('fx-bra'), { filter: 'nothing has this' }), 'filtered');
    assert.equal(seek(container('fx-a2', 'fx-bra'), { filter: 'fx-a1' }), 'filtered');
    assert.equal(seek(container('fx-a2', 'host')), 'gone');
    assert.equal(seek({ kind: 'network', networkId: 'x' }), 'gone');
    assert.equal(seek({ kind: 'node', nodeId: 'x' }), 'gone');
  });

  it('stands below its group, its network, or the container whose namespace it shares', () => {
    const arrangement = arrange(rich, { ...all, groupBy: 'driver' });
    const parent = (node: Parameters<typeof parentRow>[0]) => parentRow(node, rich, arrangement);
    assert.deepEqual(parent(network('fx-bra')), { kind: 'group', by: 'driver', value: 'bridge' });
    assert.deepEqual(parent(container('fx-a2', 'fx-bra')), network('fx-bra'));
    const { mode } = containerNamed(rich, 'fx-share');
    assert.ok(mode.kind === 'container');
    const above = parent(container('fx-share', 'fx-bra'));
    assert.deepEqual(above, { ...container('fx-share', 'fx-bra'), containerId: mode.owner });
    assert.equal(parent({ kind: 'group', by: 'driver', value: 'bridge' }), undefined);
  });
});
