import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DiagramTarget } from '../../../../src/diagram';
import { DiagramHistory } from '../../../../src/views/diagram/diagramHistory';

const whole: DiagramTarget = { kind: 'topology' };
const net = (id: string): DiagramTarget => ({ kind: 'network', id });

describe('the way back through diagrams', () => {
  it('leads through all that the reader came through, to where they began', () => {
    const history = new DiagramHistory();
    history.go(whole, net('a'));
    history.go(net('a'), net('b'));
    assert.deepEqual(history.before(net('b')), net('a'));
    assert.deepEqual(history.back(net('b')), net('a'));
    assert.deepEqual(history.back(net('a')), whole);
    assert.equal(history.back(whole), undefined);
  });

  it('ends where it comes to a diagram again, and with the diagram that is closed', () => {
    const history = new DiagramHistory();
    history.go(whole, net('a'));
    history.go(net('a'), whole);
    assert.equal(history.before(whole), undefined);
    history.forget(net('a'));
    assert.equal(history.before(net('a')), undefined);
    history.go(whole, net('b'));
    history.clear();
    assert.equal(history.before(net('b')), undefined);
  });

  it('never goes round in a circle', () => {
    const targets = [whole, net('a'), net('b'), net('c')];
    const steps = fc.array(fc.tuple(fc.constantFrom(...targets), fc.constantFrom(...targets)));
    fc.assert(
      fc.property(steps, fc.constantFrom(...targets), (ways, start) => {
        const history = new DiagramHistory();
        ways.forEach(([from, to]) => history.go(from, to));
        let at: DiagramTarget | undefined = start;
        for (let count = 0; at; count++) {
          assert.ok(count <= 50);
          at = history.back(at);
        }
      }),
    );
  });
});
