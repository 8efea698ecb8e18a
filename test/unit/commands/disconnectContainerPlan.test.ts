import assert from 'node:assert/strict';
import {
  leavingQuestion,
  planLeaving,
  sayUndone,
  undoOf,
  type Leaving,
} from '../../../src/commands/disconnectContainerPlan';
import inspected from '../../fixtures/container-fx-a2.json';
import { containerNamed, networkNamed, plain, rich } from '../fixture';
import type { Topology } from '../../../src/model';

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
    const question = leavingQuestion(leaving(rich, ['my-nginx', 'bridge']));
    assert.equal(question.message, 'Disconnect my-nginx from bridge?');
    assert.equal(
      question.detail,
      'my-nginx leaves bridge and loses 172.17.0.2. Published port 8080→80 closes. It is then on no network.',
    );
  });

  it('says less of a container that has another network', () => {
    const question = leavingQuestion(leaving(rich, ['fx-both', 'fx-bra']));
    assert.equal(question.detail, 'fx-both leaves fx-bra and loses 10.88.1.6.');
  });

  it('says of a stopped one what will be', () => {
    assert.equal(
      leavingQuestion(leaving(rich, ['fx-created', 'fx-bra'])).detail,
      'fx-created is stopped; it won’t be on fx-bra when it starts. It is then on no network.',
    );
  });

  it('is one question for many', () => {
    const question = leavingQuestion(leaving(rich, ['fx-both', 'fx-bra'], ['fx-both', 'fx-brb']));
    assert.equal(question.message, 'Disconnect 2 containers?');
    assert.match(question.detail, /^fx-both leaves fx-bra .*\nfx-both leaves fx-brb .*no network\.$/);
  });

  it('leaves out what can’t be parted', () => {
    assert.deepEqual(leaving(plain, ['h1', 'host'], ['n1', 'none'], ['u1', 'bridge']), []);
  });
});

describe('the way back', () => {
  it('has the aliases that were given, and the address that was asked for', () => {
    const undo = undoOf(one(rich, 'fx-a2', 'fx-bra'), inspected);
    assert.deepEqual(undo?.spec, {
      containerId: containerNamed(rich, 'fx-a2').id,
      ipv4: undefined,
      ipv6: undefined,
      aliases: ['foo', 'myhost'],
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

  it('is none where the engine does not tell', () => {
    assert.equal(undoOf(one(plain, 'u1', 'mybridge'), { NetworkSettings: null }), undefined);
    assert.equal(undoOf(one(plain, 'u1', 'mybridge'), 'odd'), undefined);
  });
});
