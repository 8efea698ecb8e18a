import assert from 'node:assert/strict';
import {
  leavingQuestion,
  planLeaving,
  sayNoLeaving,
  sayNoUndo,
  sayUndone,
  undoOf,
  type Leaving,
} from '../../../../src/commands/containers/disconnectContainerPlan';
import type { Network, Topology } from '../../../../src/model';
import inspected from '../../../fixtures/container-fx-a2.json';
import { containerNamed, networkNamed, plain, rich } from '../../fixture';

function leaving(topology: Topology, ...pairs: readonly (readonly [container: string, network: string])[]) {
  return planLeaving(
    topology,
    pairs.map(([container, network]) => ({
      containerId: containerNamed(topology, container).id,
      networkId: networkNamed(topology, network).id,
    })),
  );
}

function one(topology: Topology, container: string, network: string): Leaving {
  const [found] = leaving(topology, [container, network]);
  assert.ok(found);
  return found;
}

describe('what is asked before a container is disconnected', () => {
  it('names the address, the ports that close and that it is the last network', () => {
    const question = leavingQuestion(leaving(rich, ['my-nginx', 'bridge']), rich);
    assert.equal(question.message, 'Disconnect my-nginx from bridge?');
    assert.equal(
      question.detail,
      'my-nginx leaves bridge and loses 172.17.0.2. Published port 8080→80 closes. It is then on no network.',
    );
  });

  it('says less of a container that has another network', () => {
    const question = leavingQuestion(leaving(rich, ['fx-both', 'fx-bra']), rich);
    assert.equal(question.detail, 'fx-both leaves fx-bra and loses 10.88.1.6.');
  });

  it('says of a stopped one what will be', () => {
    assert.equal(
      leavingQuestion(leaving(rich, ['fx-created', 'fx-bra']), rich).detail,
      'fx-created is stopped; it won’t be on fx-bra when it starts. It is then on no network.',
    );
  });

  it('is one question for many', () => {
    const question = leavingQuestion(leaving(rich, ['fx-both', 'fx-bra'], ['fx-both', 'fx-brb']), rich);
    assert.equal(question.message, 'Disconnect 2 containers?');
    assert.match(question.detail, /^fx-both leaves fx-bra .*\nfx-both leaves fx-brb .*no network\.$/);
  });

  it('leaves out what can’t be parted', () => {
    assert.deepEqual(leaving(plain, ['h1', 'host'], ['n1', 'none'], ['u1', 'bridge']), []);
  });

  const portsWith = (...drivers: readonly Network['driver'][]): string | undefined => {
    const nginx = one(rich, 'my-nginx', 'bridge');
    const networks = drivers.map((driver, index) => ({ ...nginx.network, id: `n${index}`, driver }));
    const endpoints = networks.map(({ id }) => ({ ...nginx.endpoint, networkId: id, networkName: id }));
    const container = { ...nginx.container, endpoints: [nginx.endpoint, ...endpoints] };
    const networkById = new Map(networks.map((network) => [network.id, network]));
    const { detail } = leavingQuestion([{ ...nginx, container }], { ...rich, networkById });
    return /Published .*$/.exec(detail)?.[0];
  };

  it('says where ports go when another network is left', () => {
    assert.equal(portsWith('bridge'), 'Published port 8080→80 moves to n0.');
    assert.equal(portsWith('overlay'), 'Published port 8080→80 moves to n0.');
    assert.equal(portsWith('bridge', 'overlay'), 'Published port 8080→80 moves to another of its networks.');
    assert.equal(portsWith('macvlan'), 'Published port 8080→80 closes: n0 can’t publish ports.');
    assert.equal(
      portsWith('macvlan', 'bridge'),
      'Published port 8080→80 moves to another of its networks, or closes where that publishes none.',
    );
  });

  it('says that a container waits for its restart', () => {
    const created = one(rich, 'fx-created', 'fx-bra');
    const container = { ...created.container, state: 'restarting' as const };
    assert.match(
      leavingQuestion([{ ...created, container }], rich).detail,
      /^fx-created (leaves fx-bra|is restarting; it won’t be on fx-bra when it starts)/,
    );
  });

  it('says why rows can’t be parted', () => {
    const why = (topology: Topology, ...pairs: readonly (readonly [string, string])[]): string =>
      sayNoLeaving(
        topology,
        pairs.map(([container, network]) => ({
          containerId: containerNamed(topology, container).id,
          networkId: networkNamed(topology, network).id,
        })),
      );
    assert.equal(why(plain, ['h1', 'host']), 'h1 is on host from its start to its end.');
    assert.equal(
      why(plain, ['u1', 'bridge']),
      'u1 has no endpoint of its own on bridge that could be disconnected.',
    );
    assert.equal(sayNoLeaving(plain, []), 'Only containers can be disconnected: select the row of one.');
    assert.equal(
      sayNoLeaving(plain, [{ containerId: 'gone', networkId: 'gone' }]),
      'The engine no longer has them.',
    );
  });
});

describe('the way back', () => {
  it('has the aliases that were given and not those that the engine adds, and the address that was asked for', () => {
    const undo = undoOf(one(rich, 'fx-a2', 'fx-bra'), inspected);
    assert.deepEqual(undo?.spec, {
      containerId: containerNamed(rich, 'fx-a2').id,
      ipv4: undefined,
      ipv6: undefined,
      aliases: ['foo'],
    });
    assert.deepEqual(undo.missed, []);
  });

  it('says what is not given again', () => {
    const { id } = networkNamed(plain, 'mybridge');
    const settings = { NetworkID: id, Links: ['a:b'], DriverOpts: { x: '1' }, GwPriority: 5, Aliases: null };
    const undo = undoOf(one(plain, 'u1', 'mybridge'), {
      NetworkSettings: { Networks: { renamed: settings } },
    });
    assert.deepEqual(undo?.missed, ['links', 'driver options', 'the gateway priority']);
    assert.equal(
      sayUndone([undo]),
      'u1 is on mybridge again. Not given again: links, driver options and the gateway priority.',
    );
  });

  it('is said to be missing where there is none', () => {
    assert.deepEqual(sayNoUndo([]), []);
    assert.deepEqual(sayNoUndo(['web']), ['No Undo for web: the engine did not say how it was connected.']);
    assert.deepEqual(sayNoUndo(['web', 'api']), [
      'No Undo for web and api: the engine did not say how they were connected.',
    ]);
  });

  it('is none where the engine does not tell', () => {
    assert.equal(undoOf(one(plain, 'u1', 'mybridge'), { NetworkSettings: null }), undefined);
    assert.equal(undoOf(one(plain, 'u1', 'mybridge'), 'odd'), undefined);
  });
});
