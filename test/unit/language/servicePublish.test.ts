import assert from 'node:assert/strict';
import { parseServicePublish, say } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { wordsAt } from './marker';

describe('a published port of a service', () => {
  const rows: readonly (readonly [string, string?])[] = [
    ['80'],
    ['8080:80'],
    ['target=80'],
    ['TARGET=80,Mode=host'],
    ['127.0.0.1:80:80', 'hostip is not supported'],
    ['published=80', "missing mandatory field 'target'"],
    ['target=0', "missing mandatory field 'target'"],
    ['target=80,mode=foo', "invalid publish mode value (foo): must be either 'ingress' or 'host'"],
    ['target=80,protocol=foo', "invalid protocol value 'foo'"],
    ['target=x', 'invalid target port (x): value must be an integer: invalid syntax'],
    ['target=70000', 'invalid target port (70000): value must be an integer: value out of range'],
    [
      'published=8000-8002,target=80',
      'invalid published port (8000-8002): value must be an integer: invalid syntax',
    ],
    ['target=80,foo=b', 'invalid field key: foo'],
    ['target=80,foo', 'invalid field: foo'],
    ['target=80,=x', 'invalid field: =x'],
    ['8080:', 'no port specified: 8080:<empty>'],
    ['target=', 'invalid containerPort: target='],
  ];
  for (const [text, words] of rows) {
    it(`"${text}": ${words ?? 'taken'}`, () => {
      const value = parseServicePublish(text);
      assert.equal(value.ok ? undefined : say(value.problem).docker, words);
    });
  }

  const said = (flags: string) =>
    wordsAt('shellscript', `docker service create ${flags} nginx`, hoverFacts).slice(1);

  it('is told by the nodes that listen', () => {
    assert.deepEqual(said('-p |8080:80'), [
      'Port **8080** of **every node** leads to port **80**/tcp of the tasks.',
      'The routing mesh (the network `ingress`) passes a request on to some task, on whichever node it runs.',
    ]);
    assert.deepEqual(said('-p |published=53,target=53,protocol=udp,mode=host'), [
      'Port **53** of each node **that runs a task** leads to port **53**/udp of the tasks.',
      'No routing mesh stands between: a request is for the task on that node.',
      '**Careful:** A node has the port once: two tasks of the service can not run on one node.',
    ]);
    assert.equal(
      said('-p |80')[0],
      'A free port that the swarm chooses of **every node** leads to port **80**/tcp of the tasks.',
    );
    assert.deepEqual(said('-p |127.0.0.1:80:80'), [
      '**Docker refuses it:** `hostip is not supported`',
      'A service is published on all addresses of its nodes: leave the address out.',
    ]);
  });

  it('stands on networks of the swarm', () => {
    assert.equal(
      said('--network |mesh')[0],
      'Tasks of the service join `mesh`; there they find other services by name.',
    );
    assert.equal(
      said('--network |shop_front')[1],
      '**Careful:** `shop_front` is a network of this host alone: a service needs one of the swarm, such as overlay.',
    );
    assert.deepEqual(said('--network |container:db'), [
      '**Docker refuses it:** `network container:db not found`',
      'A task shares the network of no container.',
    ]);
    assert.deepEqual(said('--network |nosuch')[1], '**Now:** No network `nosuch` on this engine.');
  });
});
