import assert from 'node:assert/strict';
import {
  notTried,
  planRemovals,
  removalQuestion,
  sayCut,
  whyNotRemoved,
} from '../../../../src/commands/networks/removeNetworksPlan';
import { networkNamed, plain, rich } from '../../fixture';

function ask(...names: readonly string[]) {
  return removalQuestion(planRemovals(rich, ids(...names)));
}

function ids(...names: readonly string[]): readonly string[] {
  return names.map((name) => networkNamed(rich, name).id);
}

function buttonsOf(question: ReturnType<typeof ask>) {
  return question.buttons.map(
    ({ title, removals, disconnect }) =>
      `${title}: ${removals.map(({ network }) => network.name).join(', ')}${disconnect ? ', disconnecting' : ''}`,
  );
}

describe('what is asked before networks are removed', () => {
  it('is short for an unused one', () => {
    const question = ask('fx-rng');
    assert.equal(question.message, 'Remove the network fx-rng?');
    assert.equal(question.detail, '');
    assert.deepEqual(buttonsOf(question), ['Remove: fx-rng']);
  });

  it('names the containers that the engine would refuse it for, and those that could not start', () => {
    const question = ask('fx-bra');
    assert.equal(
      question.detail,
      'fx-a1, fx-a2, fx-a3, fx-both and fx-ln are on it; the engine does not remove it while they are.\n' +
        'fx-created is stopped, and can’t start without it.',
    );
    assert.deepEqual(buttonsOf(question), ['Disconnect 5 Containers and Remove: fx-bra, disconnecting']);
  });

  it('offers those without containers apart from all', () => {
    const question = ask('fx-rng', 'fx-hb', 'fx-ipv');
    assert.equal(question.message, 'Remove 3 networks?');
    assert.equal(
      question.detail,
      'fx-hb, fx-ipv and fx-rng.\n' +
        'fx-hb: fx-hb1 is on it; the engine does not remove it while it is.\n' +
        'fx-ipv: fx-ipv1 is stopped, and can’t start without it.',
    );
    assert.deepEqual(buttonsOf(question), [
      'Remove the 2 Without Containers: fx-ipv, fx-rng',
      'Disconnect 1 Container and Remove All: fx-hb, fx-ipv, fx-rng, disconnecting',
    ]);
  });

  it('leaves out what the engine keeps, and what is gone', () => {
    const kept = ['bridge', 'host', 'none', 'ingress', 'docker_gwbridge'];
    assert.deepEqual(planRemovals(rich, [...ids(...kept), 'gone']), []);
  });

  it('says why rows are not removed', () => {
    const why = (...names: readonly string[]): string =>
      whyNotRemoved(
        rich,
        ids(...names).map((networkId) => ({ kind: 'network', networkId })),
      );
    assert.equal(why('bridge'), 'The engine made bridge itself, and does not remove it.');
    assert.equal(why('ingress'), 'The swarm needs ingress: Portolan does not remove it.');
    const container = { kind: 'container', containerId: 'c', networkId: 'n' } as const;
    assert.equal(whyNotRemoved(rich, [container]), 'Only networks can be removed: select the row of one.');
    assert.equal(
      whyNotRemoved(rich, [{ kind: 'network', networkId: 'gone' }]),
      'The engine no longer has this network.',
    );
  });

  it('tells containers that wait for a restart from stopped ones', () => {
    const [one] = planRemovals(rich, ids('fx-ipv'));
    assert.ok(one?.needed[0]);
    const again = { ...one.needed[0], name: 'again', state: 'restarting' } as const;
    assert.equal(
      removalQuestion([{ ...one, needed: [...one.needed, again] }]).detail,
      'fx-ipv1 is stopped, and can’t start without it.\nagain is restarting, and can’t start without it.',
    );
  });

  it('says who was cut off a network that is still there, and why it is', () => {
    const cut = (container: string) => ({
      leaving: { container: { name: container }, network: { name: 'late' } },
    });
    assert.equal(sayCut([cut('web')]), 'web was disconnected from late.');
    assert.equal(sayCut([cut('web'), cut('api')]), 'web and api were disconnected from late.');
    const problem = {
      reason: 'timeout',
      detail: 'no answer within 60 s',
      sent: true,
      cancelled: true,
    } as const;
    assert.deepEqual(notTried('web', problem), {
      reason: 'engineError',
      detail:
        'web may or may not have been disconnected, the view tells: you cancelled it before the engine answered.',
      sent: false,
      cancelled: false,
    });
  });

  it('names the services that use it', () => {
    const [ov] = planRemovals(plain, [networkNamed(plain, 'ov').id]);
    assert.ok(ov);
    const question = removalQuestion([{ ...ov, attached: [], services: ['web', 'api'] }]);
    assert.equal(
      question.detail,
      'used by the services web and api; the engine does not remove it while it is.',
    );
    assert.deepEqual(
      question.buttons.map(({ title }) => title),
      ['Remove'],
    );
  });

  it('stays short for very many', () => {
    const [one] = planRemovals(rich, ids('fx-hb'));
    assert.ok(one);
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...one,
      network: { ...one.network, name: `n${index}` },
    }));
    const lines = removalQuestion(many).detail.split('\n');
    assert.equal(lines.length, 13);
    assert.equal(lines[0], 'n0, n1, n2, n3, n4, n5, n6, n7 and 32 more.');
    assert.equal(lines.at(-1), 'And 29 more like these.');
  });
});
