import assert from 'node:assert/strict';
import { describeSubject, type Facts } from '../../../src/diagram';
import { networkNamed, rich, small } from './fixtures';

/** The value of a fact, wherever it stands. */
function valueOf(facts: Facts | undefined, name: string): string | undefined {
  return facts?.groups.flatMap((group) => group.facts).find((fact) => fact.name === name)?.value;
}

describe('describeSubject', () => {
  it('describes a container with its address and its ports', () => {
    const id = small.containers.find(({ name }) => name === 'u2')?.id ?? '';
    const facts = describeSubject(small, { kind: 'container', id });
    assert.equal(facts?.title, 'u2');
    assert.equal(valueOf(facts, 'Address'), '172.28.0.3/16');
    assert.equal(valueOf(facts, '127.0.0.1:9090'), '80/tcp');
  });

  it('leads from a container to the owner of its sandbox', () => {
    const id = small.containers.find(({ name }) => name === 'c1')?.id ?? '';
    assert.equal(valueOf(describeSubject(small, { kind: 'container', id }), 'Network mode'), 'shares u1');
  });

  it('gives the rules of a published port as derived', () => {
    const port = small.ports.find(({ hostPort }) => hostPort === 8080);
    const facts = describeSubject(small, { kind: 'port', id: port?.id ?? '' });
    const rules = facts?.groups.find(({ title }) => title === 'NAT rules')?.facts;
    assert.deepEqual(
      rules?.map(({ name, derived }) => [name, derived]),
      [
        ['dnat', true],
        ['hairpin', true],
      ],
    );
    assert.equal(valueOf(facts, 'Who reaches it'), 'every machine that reaches the host');
  });

  it('marks a gateway that the engine does not name', () => {
    const facts = describeSubject(rich, { kind: 'network', id: networkNamed(rich, 'fx-brb').id });
    const gateway = facts?.groups.flatMap((group) => group.facts).find(({ name }) => name === 'Gateway');
    assert.deepEqual(gateway, { name: 'Gateway', value: '10.88.2.1', code: true, derived: true });
  });

  it('says nothing of what is gone', () => {
    assert.equal(describeSubject(small, { kind: 'network', id: 'gone' }), undefined);
    assert.equal(describeSubject(small, { kind: 'container', id: 'gone' }), undefined);
    assert.equal(describeSubject(small, { kind: 'port', id: 'gone' }), undefined);
  });
});
