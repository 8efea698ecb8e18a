import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layoutTarget, standInFor, type Scene } from '../../../src/diagram';
import { isUp, type Topology } from '../../../src/model';
import { ancestors, runs, sights, subjectOf } from './sights';

describe('any picture shows', function () {
  this.timeout(120_000);

  it('every container that is not hidden, as itself or as the fold that it is in', () => {
    fc.assert(
      fc.property(sights, ({ topology, options }) => {
        const scene = layoutTarget(topology, { kind: 'topology' }, options);
        for (const container of topology.containers) {
          const box = standInFor(topology, scene, subjectOf(container.id), options);
          const own = scene.boxes.filter(({ id }) => id === `container:${container.id}`);
          assert.ok(own.length <= 1);
          if (options.hideStopped !== true || isUp(container)) {
            assert.ok(box, `${container.id} is nowhere`);
          } else if (container.sharedBy.length === 0) {
            assert.equal(own.length, 0, `${container.id} is stopped and not hidden`);
          }
        }
      }),
      runs(20),
    );
  });

  it('every attachment once: the card stands inside its network, or has one wire to each', () => {
    fc.assert(
      fc.property(sights, ({ topology, options }) => {
        const scene = layoutTarget(topology, { kind: 'topology' }, options);
        topology.containers.forEach(({ id }) => {
          checkAttachments(topology, scene, id);
        });
      }),
      runs(20),
    );
  });

  it('every endpoint of its network, with at most one wire to it', () => {
    fc.assert(
      fc.property(sights, ({ topology, options }) => {
        for (const network of topology.networks) {
          const scene = layoutTarget(topology, { kind: 'network', id: network.id }, options);
          for (const { containerId } of network.endpoints) {
            const container = topology.containerById.get(containerId);
            assert.ok(container);
            if (options.hideStopped !== true || isUp(container)) {
              const box = standInFor(topology, scene, subjectOf(containerId), options);
              assert.ok(network.configOnly || box, `${containerId} is nowhere on ${network.id}`);
            }
            const card = `container:${containerId}@${network.id}`;
            const wires = scene.wires.filter(({ kind, to }) => kind === 'attachment' && to === card);
            assert.ok(wires.length <= 1, `${card} has ${wires.length} wires`);
          }
        }
      }),
      runs(20),
    );
  });
});

/** Networks that are drawn as regions only: what is hidden has neither a region nor wires. */
function checkAttachments({ containerById, networkById }: Topology, scene: Scene, id: string): void {
  const card = scene.boxes.find((box) => box.id === `container:${id}`);
  const endpoints = containerById.get(id)?.endpoints ?? [];
  const onHost = endpoints.some(({ networkId }) => networkById.get(networkId)?.driver === 'host');
  if (!card || endpoints.length === 0 || onHost) {
    return;
  }
  const around = ancestors(scene, card);
  const inside = endpoints.filter(({ networkId }) => around.has(`network:${networkId}`));
  const wired = scene.wires
    .filter(({ kind, to }) => kind === 'attachment' && to === card.id)
    .map(({ from }) => from);
  const expected = endpoints
    .filter((one) => !inside.includes(one))
    .map(({ networkId }) => `network:${networkId}`);
  assert.deepEqual([...wired].sort(), expected.sort(), `wires of ${card.id}`);
  assert.ok(inside.length <= 1);
}
