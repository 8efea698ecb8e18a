import assert from 'node:assert/strict';
import { copyTexts } from '../../../../src/views/objects/copyTexts';
import { sayNothing } from '../../../../src/views/objects/sayNothing';
import type { TreeNode } from '../../../../src/views/rows/nodes';
import { containerWords } from '../../../../src/views/rows/rowWords';
import { containerNamed, networkNamed, rich } from '../../fixture';

const on = (name: string, network: string): TreeNode => ({
  kind: 'container',
  containerId: containerNamed(rich, name).id,
  networkId: network === '' ? '' : networkNamed(rich, network).id,
});

const said = (what: 'address' | 'command', node: TreeNode): string => {
  assert.deepEqual(
    copyTexts(what, node, rich, () => []),
    [],
  );
  return sayNothing(what, [node], rich);
};

describe('what is said where there is nothing to copy', () => {
  it('is why a container has no address where it stands', () => {
    const no = 'There is no address to copy: the container';
    assert.equal(said('address', on('fx-h2', 'host')), `${no} has those of the host.`);
    assert.equal(said('address', on('n1', 'none')), `${no} is on no network.`);
    assert.equal(said('address', on('fx-created', 'fx-bra')), `${no} gets one here when it starts.`);
    assert.equal(
      said('address', on('fx-share', '')),
      `${no} has those of the container whose network it shares.`,
    );
    assert.equal(said('address', on('fx-both', 'fx-v6')), `${no} has none on this network now.`);
  });

  it('is why no command makes what the row shows', () => {
    const no = 'No docker command connects it:';
    assert.equal(
      said('command', on('fx-h2', 'host')),
      `${no} a container is on host from its start to its end.`,
    );
    assert.equal(
      said('command', on('fx-share', 'fx-bra')),
      `${no} it shares the network of another container from its start to its end.`,
    );
    const bridge = { kind: 'network', networkId: networkNamed(rich, 'bridge').id } as const;
    assert.equal(said('command', bridge), 'No docker command makes this: the engine does it by itself.');
  });

  it('is that an object is gone', () => {
    assert.equal(
      said('address', { kind: 'container', containerId: 'x', networkId: 'y' }),
      'The container is gone.',
    );
    assert.equal(said('command', { kind: 'network', networkId: 'x' }), 'The network is gone.');
    assert.equal(sayNothing('subnet', [], rich), 'There is no subnet to copy.');
  });

  it('is said seldom: menus offer an address only where there is one', () => {
    let offered = 0;
    for (const network of rich.networks) {
      for (const container of rich.containers.filter(({ mode }) => mode.kind !== 'container')) {
        const endpoint = container.endpoints.find(({ networkId }) => networkId === network.id);
        const node = { kind: 'container', containerId: container.id, networkId: network.id } as const;
        const has = copyTexts('address', node, rich, () => []).length > 0;
        assert.equal(containerWords(container, endpoint, network).includes('addressed'), has, container.name);
        offered += has ? 1 : 0;
      }
    }
    assert.ok(offered > 20);
  });
});
