import assert from 'node:assert/strict';
import { copyTexts, sayCopied, type Copied } from '../../../../src/views/objects/copyTexts';
import type { TreeNode } from '../../../../src/views/rows/nodes';
import { containerNamed, networkNamed, rich } from '../../fixture';

const copied = (what: Copied, node: TreeNode, aliases: readonly string[] = []): string =>
  copyTexts(what, node, rich, () => aliases).join('\n');

const network = (name: string): TreeNode => ({ kind: 'network', networkId: networkNamed(rich, name).id });

const container = (name: string, on: string): TreeNode => ({
  kind: 'container',
  containerId: containerNamed(rich, name).id,
  networkId: networkNamed(rich, on).id,
});

const fact: TreeNode = { kind: 'fact', parent: 'p', name: 'MAC', value: '02:42:0a:58:01:02' };

describe('what is copied of a row', () => {
  it('is the name of its object', () => {
    assert.equal(copied('name', network('fx-v6')), 'fx-v6');
    assert.equal(copied('name', container('fx-6a', 'fx-v6')), 'fx-6a');
    assert.equal(copied('name', { kind: 'group', by: 'project', value: 'shop' }), 'shop');
    assert.equal(copied('name', { kind: 'driver', driverId: 'plugin', engineName: 'fxnet' }), 'fxnet');
  });

  it('is its value where the row is one, also as its name', () => {
    assert.equal(copied('value', fact), '02:42:0a:58:01:02');
    assert.equal(copied('name', fact), '02:42:0a:58:01:02');
  });

  it('is its whole id', () => {
    assert.equal(copied('id', network('fx-v6')), networkNamed(rich, 'fx-v6').id);
    assert.equal(copied('id', container('fx-6a', 'fx-v6')).length, 64);
    assert.equal(copied('id', fact), '');
  });

  it('is the address on this network, and of a shared namespace the owner’s', () => {
    assert.equal(copied('address', container('fx-both', 'fx-bra')), '10.88.1.6');
    assert.equal(copied('address', container('fx-both', 'fx-brb')), '10.88.2.3');
    const sharer = containerNamed(rich, 'c1');
    assert.ok(sharer.mode.kind === 'container');
    const endpoint = rich.containerById.get(sharer.mode.owner ?? '')?.endpoints[0];
    assert.equal(copied('address', container('c1', endpoint?.networkName ?? '')), endpoint?.ipv4);
  });

  it('is nothing where a container has no address now', () => {
    assert.equal(copied('address', container('fx-created', 'fx-bra')), '');
    assert.equal(copied('address', network('fx-bra')), '');
  });

  it('is every subnet, one a line', () => {
    assert.equal(copied('subnet', network('fx-v6')), '10.88.60.0/24\nfd00:88:60::/64');
    assert.equal(copied('subnet', network('host')), '');
  });

  it('is the command that connects a container as it was asked for', () => {
    assert.equal(
      copied('command', container('fx-created', 'fx-bra')),
      'docker network connect --ip 10.88.1.99 fx-bra fx-created',
    );
    assert.equal(
      copied('command', container('fx-6b', 'fx-v6'), ['six', 'b c']),
      "docker network connect --ip6 fd00:88:60::77 --alias six --alias 'b c' fx-v6 fx-6b",
    );
  });

  it('leaves out the address that the engine gave on an overlay', () => {
    assert.equal(copied('command', container('fx-o2', 'ov')), 'docker network connect ov fx-o2');
  });

  it('is no command where the engine takes none', () => {
    assert.equal(copied('command', container('fx-h2', 'host')), '');
    assert.equal(copied('command', network('bridge')), '');
    assert.equal(copied('command', container('fx-share', 'fx-bra')), '');
  });

  it('is a port as -p takes it', () => {
    const ports = rich.ports.map(({ id, containerId }) =>
      copied('value', { kind: 'port', portId: id, containerId, networkId: '' }),
    );
    assert.ok(ports.length > 5);
    for (const [index, port] of rich.ports.entries()) {
      assert.match(ports[index] ?? '', /^((\d+\.){3}\d+:|\[[0-9a-f:]+\]:)?\d+:\d+(\/udp)?$/);
      assert.equal(
        ports[index]?.startsWith(`${port.hostPort}:`),
        port.hostIps.length > 1 || port.hostIps[0] === '0.0.0.0',
      );
    }
  });

  it('is nothing of an object that is gone', () => {
    const gone: TreeNode = { kind: 'network', networkId: 'gone' };
    assert.deepEqual(
      (['name', 'subnet', 'command'] as const).map((what) => copied(what, gone)),
      ['', '', ''],
    );
  });
});

describe('what the status bar says', () => {
  it('is what was copied, or how many lines', () => {
    assert.equal(sayCopied(['172.28.0.3']), 'Copied 172.28.0.3');
    assert.equal(sayCopied(['a', 'b', 'c']), 'Copied 3 lines');
    assert.equal(sayCopied(['$(flame)']), 'Copied \\$(flame)');
    assert.equal(sayCopied(['x'.repeat(64)]), `Copied ${'x'.repeat(60)}…`);
  });
});
