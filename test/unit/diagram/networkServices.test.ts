import assert from 'node:assert/strict';
import { layoutNetwork, type Scene } from '../../../src/diagram';
import type { ServiceRecord, Topology } from '../../../src/model';
import { networkNamed } from './fixtures';
import { manager } from './networkWorlds';

/** The recorded swarm with services of these names and published ports, all on the networks of `shop_api`. */
function withServices(all: readonly (readonly [string, readonly number[]])[]): Topology {
  const pattern = manager.services.find(({ name }) => name === 'shop_api');
  const port = pattern?.ports[0];
  assert.ok(pattern && port);
  const services = all.map(([name, ports]): ServiceRecord => ({
    ...pattern,
    id: name,
    name,
    ports: ports.map((publishedPort) => ({ ...port, publishedPort })),
  }));
  return { ...manager, services };
}

function firstWords(scene: Scene, prefix: string): readonly string[] {
  return scene.boxes.filter(({ id }) => id.startsWith(prefix)).map(({ lines }) => lines[0]?.text ?? '');
}

describe('the order of services', () => {
  it('is of numbers by their value on an overlay', () => {
    const topology = withServices(['web-100', 'web-101', 'web-11', 'web-9'].map((name) => [name, []]));
    const scene = layoutNetwork(topology, networkNamed(topology, 'shop_mesh').id);
    const names = firstWords(scene, 'service:').filter((name) => name.startsWith('web'));
    assert.deepEqual(names, ['web-9', 'web-11', 'web-100', 'web-101']);
  });

  it('is of ports on the routing mesh', () => {
    const topology = withServices([
      ['a', [8110, 8102]],
      ['b', [8101]],
      ['c', [900]],
    ]);
    const scene = layoutNetwork(topology, networkNamed(topology, 'ingress').id);
    assert.deepEqual(firstWords(scene, 'mesh:'), ['900/tcp', '8101/tcp', '8102/tcp', '8110/tcp']);
    assert.deepEqual(
      firstWords(scene, 'service:').filter((name) => name.length === 1),
      ['c', 'b', 'a'],
    );
  });
});
