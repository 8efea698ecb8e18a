import assert from 'node:assert/strict';
import { prunePlan, type Topology } from '../../../src/model';
import { networkNamed, rich } from '../fixture';

function planned(topology: Topology): readonly string[] {
  return prunePlan(topology).map(({ networkId, neededBy, keptIfUsedElsewhere }) => {
    const names = neededBy.map((id) => topology.containerById.get(id)?.name).join(' ');
    const name = topology.networkById.get(networkId)?.name ?? '';
    return `${name}${names && ` < ${names}`}${keptIfUsedElsewhere ? ' ?' : ''}`;
  });
}

/** The fixture without the containers on a network. */
function without(name: string, topology: Topology = rich): Topology {
  const networks = topology.networks.map((one) => (one.name === name ? { ...one, endpoints: [] } : one));
  return { ...topology, networks };
}

describe('prunePlan', () => {
  it('has the networks without an endpoint, and what is needed to start what is stopped', () => {
    assert.deepEqual(planned(rich), ['fx-cf', 'fx-int2', 'fx-ipv < fx-ipv1', 'fx-mvint', 'fx-rng']);
  });

  it('has overlay networks on a manager, unless a service names them', () => {
    const free = without('ov');
    assert.ok(planned(free).includes('ov'));
    const { id } = networkNamed(rich, 'ov');
    const service = { networkIds: [id] } as unknown as Topology['services'][number];
    assert.ok(!planned({ ...free, services: [service] }).includes('ov'));
    assert.ok(rich.host.swarm);
    const worker = { ...free.host, swarm: { ...rich.host.swarm, manager: false } };
    assert.ok(!planned({ ...free, host: worker }).includes('ov'));
  });

  it('can’t tell of containers on other nodes', () => {
    const node = {} as Topology['nodes'][number];
    assert.ok(planned({ ...without('ov'), nodes: [node, node] }).includes('ov ?'));
  });

  it('has docker_gwbridge where the engine left its swarm', () => {
    assert.ok(planned({ ...rich, host: { ...rich.host, swarm: undefined } }).includes('docker_gwbridge'));
  });
});
