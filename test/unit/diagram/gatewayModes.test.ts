import assert from 'node:assert/strict';
import { describeSubject, layoutTarget, tabulate, traceSubject, writeMarkdown } from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import { gatewayModes } from './gatewayWorld';
import { containerSubject, networkScene, portSubject } from './readersFixtures';

const front = { kind: 'network', id: 'front' } as const;

/** All that a reader is told of the published port, by every reader. */
function told(topology: Topology) {
  const scene = networkScene(topology, 'front');
  const port = portSubject(topology, 8080);
  const facts = describeSubject(topology, port)?.groups.flatMap((group) => group.facts) ?? [];
  const tables = tabulate(topology, front, {});
  const stepsOf = (name: string) =>
    traceSubject(topology, scene, containerSubject(topology, name))?.steps.map(({ text }) => text) ?? [];
  return {
    boxes: scene.boxes.filter(({ id }) => /^(nat|masquerade|unchanged):/.test(id)).map(({ label }) => label),
    port: traceSubject(topology, scene, port)?.steps.map(({ text }) => text) ?? [],
    web: stepsOf('web').filter((text) => /MASQUERADE|leaves/.test(text)),
    job: stepsOf('job').at(-1),
    reach: facts.find(({ name }) => name === 'Who reaches it')?.value,
    reachInTable: tables.find(({ id }) => id === 'ports')?.rows[0]?.cells.at(-1),
    rules: facts.filter(({ name }) => ['dnat', 'hairpin'].includes(name)).map(({ value }) => value),
    rulesInTable: tables.find(({ id }) => id === 'rules')?.rows.map(({ cells }) => cells[1]) ?? [],
    markdown: writeMarkdown(topology, front, {})
      .split('\n')
      .filter((text) => /DNAT|MASQUERADE/.test(text)),
  };
}

const masquerade = '-A POSTROUTING -s 10.1.0.0/16 ! -o front0 -j MASQUERADE';
const dnat = '-A DOCKER ! -i front0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.1.0.2:80';

describe('a bridge in gateway mode', () => {
  it('routed has no rule in any reader’s words, and its ports are asked at the container’s own address', () => {
    const { boxes, port, web, job, reach, reachInTable, rules, rulesInTable, markdown } = told(
      gatewayModes({ ipv4: 'routed' }),
    );
    assert.deepEqual([rules, rulesInTable, markdown], [[], [], []]);
    assert.equal(reach, 'every machine with a route to 10.1.0.2; the host’s port is not used');
    assert.equal(reachInTable, reach);
    assert.deepEqual(boxes.slice(0, 2), [
      'Gateway mode routed, derived: the host’s port is not used, other machines ask 10.1.0.2:80 itself',
      'Packets leave with the container’s own address: other machines answer only with a route to 10.1.0.0/16',
    ]);
    assert.deepEqual(port, [
      'front is in gateway mode routed: who has a route to 10.1.0.2 asks it, port 80/tcp, another machine or a container on another bridge. Port 8080 of vm is not used.',
      'No DNAT, no docker-proxy: the engine lets requests to published ports pass, and no others.',
      'The bridge front0 (10.1.0.1 of the host) passes it on to web.',
      'A veth pair leads from the bridge into web; its name the engine does not tell.',
      'A process of web answers if it listens at eth0 10.1.0.2, port 80/tcp.',
    ]);
    assert.deepEqual(web, [
      'It leaves vm with 10.1.0.2, as the gateway mode is routed: an answer comes only where others have a route back.',
    ]);
    assert.match(
      job ?? '',
      / What is published on front, in gateway mode routed, it reaches at the containers’ own addresses\.$/,
    );
  });

  it('nat-unprotected has the rules of nat, and every reader says that all ports are open', () => {
    const { boxes, port, web, reach, reachInTable, rules, rulesInTable, markdown } = told(
      gatewayModes({ ipv4: 'nat-unprotected' }),
    );
    assert.deepEqual([rules, rulesInTable], [[dnat], [masquerade, dnat]]);
    assert.equal(markdown.length, 2);
    assert.equal(
      reach,
      'every machine that reaches the host; who has a route to 10.1.0.2, all ports there, published or not',
    );
    assert.equal(reachInTable, reach);
    assert.equal(
      boxes[0],
      `DNAT rule, derived: ${dnat}; gateway mode nat-unprotected: 10.1.0.2 has all its ports open to who has a route there`,
    );
    assert.match(port[2] ?? '', /^DNAT turns the destination into 10\.1\.0\.2:80: -A DOCKER /);
    assert.match(
      port[2] ?? '',
      / front is in gateway mode nat-unprotected: who has a route to 10\.1\.0\.2 reaches all ports there, published or not\.$/,
    );
    assert.deepEqual(web, [`MASQUERADE gives it an address of vm: ${masquerade}.`]);
  });

  it('routed for IPv6 alone translates IPv4, and says so of IPv6', () => {
    const { boxes, reach, rulesInTable, web } = told(gatewayModes({ ipv6: 'routed' }));
    assert.equal(reach, 'every machine that reaches the host');
    assert.deepEqual(rulesInTable, [masquerade, dnat]);
    assert.equal(boxes.at(-1)?.split(':')[0], 'Packets leave with the container’s own address');
    assert.deepEqual(web, [
      `MASQUERADE gives it an address of vm: ${masquerade}.`,
      'IPv6 it leaves with fd00:1::2, as its gateway mode is routed: an answer comes only where others have a route back.',
    ]);
  });

  it('is named among the flags of the network, for each family', () => {
    const facts = describeSubject(gatewayModes({ ipv4: 'routed', ipv6: 'routed' }), front);
    const flags = facts?.groups.flatMap((group) => group.facts).find(({ name }) => name === 'Flags')?.value;
    assert.equal(flags, 'gateway mode routed, IPv6 gateway mode routed');
  });

  it('of an engine that knows no modes is nat', () => {
    const { reach, rules, boxes } = told(gatewayModes({ ipv4: 'routed' }, '20.10.24'));
    assert.equal(reach, 'every machine that reaches the host');
    assert.equal(rules[0], dnat);
    assert.equal(boxes[0], `DNAT rule, derived: ${dnat}`);
    assert.ok(layoutTarget(gatewayModes({ ipv4: 'routed' }, '20.10.24'), front).boxes.length > 0);
  });
});
