import assert from 'node:assert/strict';
import sample from '../../../../media/sample/engine.json';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { buildTopology, type Topology } from '../../../../src/model';
import { arrange, sayHidden, type NetworksChoice } from '../../../../src/views/networks/grouping';
import { plain, rich } from '../../fixture';

const all: NetworksChoice = { groupBy: 'none', hideDefault: false, hideEmpty: false, filter: '' };
const shop: Topology = buildTopology(decodeSnapshot(sample));

function groups(topology: Topology, choice: Partial<NetworksChoice>): readonly string[] {
  return arrange(topology, { ...all, ...choice }).groups.map(
    ({ value, networks }) => `${value}: ${networks.map(({ name }) => name).join(' ')}`,
  );
}

describe('the arrangement of networks', () => {
  it('is the order of the picture where nothing is grouped', () => {
    assert.deepEqual(groups(plain, {}), [': bridge mv mybridge ov host none ingress docker_gwbridge']);
  });

  it('groups by driver as the catalog orders them, in the engine’s words', () => {
    assert.deepEqual(groups(plain, { groupBy: 'driver' }), [
      'bridge: bridge mybridge docker_gwbridge',
      'host: host',
      'none: none',
      'overlay: ov ingress',
      'macvlan: mv',
    ]);
  });

  it('groups by compose project, and puts networks of none last', () => {
    const said = groups(shop, { groupBy: 'project' });
    assert.match(said[0] ?? '', /^shop: .*shop_back.*shop_front/);
    assert.match(said.at(-1) ?? '', /^: bridge /);
  });

  it('leaves out what the engine made itself', () => {
    const { hidden, total } = arrange(plain, { ...all, hideDefault: true });
    assert.deepEqual([hidden, total], [5, 3]);
    assert.deepEqual(groups(plain, { hideDefault: true }), [': mv mybridge ov']);
    assert.equal(sayHidden(arrange(plain, { ...all, hideDefault: true })), '5 networks hidden');
    assert.equal(sayHidden(arrange(plain, all)), undefined);
  });

  it('leaves out what is empty: stopped containers count, and so do services', () => {
    const left = groups(rich, { hideEmpty: true })[0] ?? '';
    assert.match(left, / fx-ipv /, 'its only container was never started');
    assert.doesNotMatch(left, /fx-cfg|ingress|docker_gwbridge|fx-int2/);
    const service = { ...serviceOn('wc0li8b1zuf2e3001tey0dtuj') };
    const served = { ...plain, services: [service] };
    assert.match(groups(served, { hideEmpty: true })[0] ?? '', / ingress/);
  });

  it('lists running containers first', () => {
    const { endpoints } = arrange(rich, all);
    const names = [...endpoints.values()].map((list) =>
      list.map(({ containerId }) => rich.containerById.get(containerId)?.state),
    );
    for (const states of names) {
      assert.deepEqual(
        states,
        [...states].sort((a, b) => Number(b === 'running') - Number(a === 'running')),
      );
    }
  });
});

function serviceOn(networkId: string): Topology['services'][number] {
  return {
    id: 's',
    name: 'web',
    image: 'nginx',
    mode: 'replicated',
    running: 1,
    desired: 1,
    job: undefined,
    endpointMode: 'vip',
    addresses: [],
    networkIds: [networkId],
    ports: [],
    labels: {},
  };
}
