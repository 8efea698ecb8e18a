import assert from 'node:assert/strict';
import { anyNodes, nodeOf, nodesOf } from '../../../../src/views/rows/nodes';
import { everyPlace, menuWords, readMenuNode, subjectOfNode } from '../../../../src/views/rows/subjectNodes';
import { containerNamed, networkNamed, rich } from '../../fixture';

/** What VS Code gives a command from a webview's context menu. */
function menu(portolanKind: unknown, portolanId: unknown, portolanItem: unknown = '') {
  return {
    webview: 'portolan.diagram',
    preventDefaultContextMenuItems: true,
    portolanKind,
    portolanId,
    portolanItem,
  };
}

describe('rows for the objects of a diagram', () => {
  it('are read from a context menu, with the network that a container stands on', () => {
    const words = menuWords(['container', 'running'], 'net;1');
    assert.equal(words, 'container;running;on:net;1');
    assert.deepEqual(nodeOf('container', menu('container', 'c1', words)), {
      kind: 'container',
      containerId: 'c1',
      networkId: 'net;1',
    });
    assert.deepEqual(nodesOf('network', menu('network', 'n1', 'network;removable'), undefined), [
      { kind: 'network', networkId: 'n1' },
    ]);
    assert.deepEqual(anyNodes(menu('service', 's1'), undefined), [{ kind: 'service', serviceId: 's1' }]);
    assert.equal(nodeOf('network', menu('container', 'c1')), undefined);
  });

  it('are not made of anything else', () => {
    const odd = [menu('host', 'x'), menu('fold', 'x'), menu('container', ''), menu('container', 7), 'c1'];
    assert.deepEqual(
      [...odd, null, {}, menu({}, 'x')].map((value) => readMenuNode(value)),
      Array.from({ length: 8 }, () => undefined),
    );
  });

  it('stand on every network of a container where none is named', () => {
    const container = containerNamed(rich, 'fx-a2');
    const names = (networkId: string) =>
      everyPlace({ kind: 'container', containerId: container.id, networkId }, rich).map(
        (place) => rich.networkById.get(place.networkId)?.name,
      );
    assert.deepEqual(
      names(''),
      container.endpoints.map(({ networkName }) => networkName),
    );
    assert.deepEqual(names(networkNamed(rich, 'fx-bra').id), ['fx-bra']);
  });

  it('name the object that a row stands for', () => {
    const port = { kind: 'port', portId: 'p', containerId: 'c', networkId: 'n' } as const;
    assert.deepEqual(subjectOfNode(port), { kind: 'port', id: 'p' });
    assert.equal(subjectOfNode({ kind: 'fact', parent: 'n/c', name: 'MAC', value: 'm' }), undefined);
  });
});
