import assert from 'node:assert/strict';
import { findForeign, networksOfContainer, readForeignItem } from '../../../../src/views/diagram/foreignItem';
import { containerNamed, networkNamed, plain, rich } from '../../fixture';

/** As the classes of Container Tools 2.5.0: the item is private, all else are getters of the prototype. */
class NetworkTreeItem {
  constructor(private readonly _item: { readonly id?: string; readonly name: string }) {}

  get id(): string {
    return `${this._item.id}${this._item.name}undefinedundefinedundefined`;
  }

  get networkId(): string | undefined {
    return this._item.id;
  }

  get networkName(): string {
    return this._item.name;
  }
}

class ContainerTreeItem {
  constructor(private readonly _item: { readonly id: string; readonly name: string }) {}

  get containerId(): string {
    return this._item.id;
  }

  get containerName(): string {
    return this._item.name;
  }

  get containerDesc(): { readonly Id: string } {
    return { Id: this._item.id };
  }

  get label(): string {
    throw new Error('the tree is gone');
  }
}

const bridge = networkNamed(plain, 'bridge');
const web = containerNamed(plain, 'my-nginx');

describe('a row of Container Tools', () => {
  it('names the network or the container that it stands for', () => {
    assert.deepEqual(readForeignItem(new NetworkTreeItem(bridge)), {
      kind: 'network',
      id: bridge.id,
      name: 'bridge',
    });
    assert.deepEqual(readForeignItem(new ContainerTreeItem(web)), {
      kind: 'container',
      id: web.id,
      name: 'my-nginx',
    });
  });

  it('may have nothing but what other extensions were promised', () => {
    assert.deepEqual(readForeignItem({ containerDesc: { Id: web.id } }), {
      kind: 'container',
      id: web.id,
      name: undefined,
    });
  });

  it('is none where it has neither, or a getter that throws', () => {
    const throwing = {
      get networkId(): string {
        throw new Error('the tree is gone');
      },
    };
    const odd = [undefined, null, 'bridge', 7, [], {}, { networkId: 7, containerName: '' }, throwing];
    assert.deepEqual(
      odd.map(readForeignItem),
      odd.map(() => undefined),
    );
  });

  it('is found by its id, by a short one, or by name where it has no id', () => {
    const network = { kind: 'network', network: bridge };
    assert.deepEqual(findForeign({ kind: 'network', id: bridge.id, name: 'other' }, plain), network);
    assert.deepEqual(
      findForeign({ kind: 'network', id: bridge.id.slice(0, 12), name: undefined }, plain),
      network,
    );
    assert.deepEqual(findForeign({ kind: 'network', id: undefined, name: 'bridge' }, plain), network);
    assert.deepEqual(findForeign({ kind: 'container', id: web.id, name: undefined }, plain), {
      kind: 'container',
      container: web,
    });
  });

  it('is not found by a name alone when its id is of another engine', () => {
    assert.equal(findForeign({ kind: 'network', id: 'f'.repeat(64), name: 'bridge' }, plain), undefined);
    assert.equal(
      findForeign({ kind: 'network', id: bridge.id.slice(0, 5), name: undefined }, plain),
      undefined,
    );
  });
});

describe('the networks that show a container', () => {
  const namesOf = (name: string): readonly string[] =>
    networksOfContainer(containerNamed(rich, name), rich).map((network) => network.name);

  it('are its own, or those of the container whose namespace it shares', () => {
    const shared = rich.containers.find(({ mode }) => mode.kind === 'container' && mode.owner !== undefined);
    assert.ok(shared?.mode.kind === 'container');
    const owner = rich.containerById.get(shared.mode.owner ?? '');
    assert.ok(owner && owner.endpoints.length > 0);
    assert.deepEqual(
      namesOf(shared.name),
      owner.endpoints.map(({ networkName }) => networkName),
    );
  });

  it('are not host and none', () => {
    const host = rich.containers.find(({ mode }) => mode.kind === 'host');
    const none = rich.containers.find(({ mode }) => mode.kind === 'none');
    assert.deepEqual([namesOf(host?.name ?? ''), namesOf(none?.name ?? '')], [[], []]);
  });
});
