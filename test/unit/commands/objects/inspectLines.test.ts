import assert from 'node:assert/strict';
import sample from '../../../../media/sample/engine.json';
import { inspectLines } from '../../../../src/commands/objects/inspectLines';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { buildTopology } from '../../../../src/model';
import { containerRow, networkRow } from '../../../../src/views/rows/rows';
import { nodeRow, serviceRow } from '../../../../src/views/swarm/swarmRows';

const shop = buildTopology(decodeSnapshot(sample));

describe('what can be inspected', () => {
  const lines = inspectLines(shop);

  it('has every object once, by kinds', () => {
    const sections = [...new Set(lines.map(({ line }) => line.section))];
    assert.deepEqual(sections, ['Networks', 'Containers', 'Services', 'Nodes']);
    const { networks, containers, services, nodes } = shop;
    assert.equal(lines.length, networks.length + containers.length + services.length + nodes.length);
    assert.equal(new Set(lines.map(({ line }) => line.value)).size, lines.length);
    assert.ok(lines.every(({ line, target }) => line.value === `${target.kind} ${target.id}`));
  });

  it('looks as in the trees', () => {
    const here = shop.host.swarm?.nodeId;
    const icons = [
      ...shop.networks.map((one) => networkRow(one)),
      ...shop.containers.map((one) => containerRow(one, undefined, shop)),
      ...shop.services.map((one) => serviceRow(one)),
      ...shop.nodes.map((one) => nodeRow(one, one.id === here)),
    ].map(({ label, icon, color }) => [label, icon, color]);
    assert.deepEqual(
      lines.map(({ line }) => [line.label, line.icon, line.color]),
      icons,
    );
  });
});
