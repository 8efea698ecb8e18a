import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  layoutTarget,
  layoutTopology,
  traceSubject,
  type Scene,
  type Subject,
} from '../../../../src/diagram';
import type { Topology } from '../../../../src/model';
import { networkNamed, rich, small } from '../fixtures';
import { crowd } from '../networkWorlds';
import { topologies } from '../random';
import { containerSubject, named, networkScene, portSubject, stepsOf, swarm } from '../readersFixtures';
import { runs } from '../sights';

/** Box and wire ids of a step, with names for ids. */
function touched(topology: Topology, scene: Scene, subject: Subject, step: number) {
  const found = traceSubject(topology, scene, subject)?.steps[step];
  assert.ok(found, `no step ${step}`);
  return { boxes: named(topology, found.boxes), wires: named(topology, found.wires) };
}

describe('traceSubject of a published port', () => {
  it('tells the way from any client to the process, rule and proxy in it', () => {
    const trace = traceSubject(small, layoutTopology(small), portSubject(small, 8080));
    assert.equal(trace?.title, 'A request to *:8080');
    assert.deepEqual(stepsOf(small, portSubject(small, 8080)), [
      'A client asks any address of vm, port 8080/tcp: another machine, a container that may leave its network, or a program on vm itself.',
      'The engine has published 0.0.0.0:8080 and [::]:8080.',
      '~ DNAT turns the destination into 172.17.0.2:80: -A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80. ' +
        'Asked at 127.0.0.1:8080, docker-proxy passes it on to 172.17.0.2:80 (DNAT, where the proxy is switched off). ' +
        'Asked at [::]:8080, docker-proxy passes it on to 172.17.0.2:80.',
      'The bridge docker0 (172.17.0.1 of the host) passes it on to my-nginx.',
      '~ A veth pair leads from the bridge into my-nginx; its name the engine does not tell.',
      'A process of my-nginx answers if it listens at eth0 172.17.0.2, port 80/tcp.',
    ]);
  });

  it('sends what is asked at a loopback address through the proxy alone', () => {
    assert.deepEqual(stepsOf(small, portSubject(small, 9090)).slice(0, 3), [
      'A program on vm itself asks 127.0.0.1, port 9090/tcp. No other machine can, and no container with a network of its own.',
      'The engine has published 127.0.0.1:9090.',
      '~ Asked at 127.0.0.1:9090, docker-proxy passes it on to 172.28.0.3:80 (DNAT, where the proxy is switched off).',
    ]);
  });

  it('leads an IPv6 request to the container’s IPv6 address', () => {
    const steps = stepsOf(rich, portSubject(rich, 18121));
    assert.equal(steps[2], '~ Asked at [::1]:18121, docker-proxy passes it on to [fd00:88:60::2]:80.');
    assert.equal(
      steps.at(-1),
      'A process of fx-6a answers if it listens at eth0 fd00:88:60::2, port 80/tcp.',
    );
  });

  it('goes over docker_gwbridge to a container on an overlay', () => {
    const steps = stepsOf(rich, portSubject(rich, 18090));
    assert.equal(
      steps[3],
      'docker_gwbridge, the bridge for the way out of overlay containers, (172.20.0.1 of the host) passes it on to the interface that fx-o2 has there.',
    );
    const known = rich.ports.find(({ hostPort }) => hostPort === 18090)?.target?.ipv4;
    const at = known === undefined ? 'there' : `at eth1 ${known}`;
    assert.equal(steps.at(-1), `A process of fx-o2 answers if it listens ${at}, port 80/tcp.`);
  });

  it('lights the rows up in which its port is folded, and its rule', () => {
    const many = crowd(20);
    const scene = networkScene(many, 'n');
    const boxesOf = (step: number) =>
      traceSubject(many, scene, portSubject(many, 10_019))?.steps[step]?.boxes;
    const key = 'fold:n/rest:every IPv4 address';
    assert.ok(boxesOf(1)?.includes(`port:${key}`));
    assert.ok(boxesOf(2)?.includes(`nat:${key}`));
  });

  it('lights the boxes and wires up that it passes, in a network’s picture', () => {
    const scene = networkScene(small, 'mybridge');
    const port = portSubject(small, 9090);
    const id = '127.0.0.1:9090:80/tcp';
    assert.deepEqual(touched(small, scene, port, 0), { boxes: ['client:local'], wires: [] });
    assert.deepEqual(touched(small, scene, port, 1), {
      boxes: ['client:local', 'bind:127.0.0.1', `port:u2:${id}`],
      wires: ['request:client:local>bind:127.0.0.1'],
    });
    assert.deepEqual(touched(small, scene, port, 2), {
      boxes: [`port:u2:${id}`, `nat:u2:${id}`],
      wires: [`port:port:u2:${id}>nat:u2:${id}`],
    });
    assert.deepEqual(touched(small, scene, port, 3), {
      boxes: [`nat:u2:${id}`, 'stage:bridge'],
      wires: [`port:nat:u2:${id}>stage:bridge`],
    });
    assert.deepEqual(touched(small, scene, port, 5), {
      boxes: ['stage:bridge', 'container:u2@mybridge'],
      wires: ['attachment:stage:bridge>container:u2@mybridge'],
    });
  });

  it('lights the wire from the host’s edge up, in the whole topology', () => {
    const scene = layoutTopology(small);
    assert.deepEqual(touched(small, scene, portSubject(small, 8080), 5), {
      boxes: ['port:my-nginx:*:8080:80/tcp', 'container:my-nginx'],
      wires: ['port:port:my-nginx:*:8080:80/tcp>container:my-nginx'],
    });
  });

  it('says why nothing answers', () => {
    const changed = (wire: (topology: Topology) => Topology): string =>
      stepsOf(wire(small), portSubject(small, 9090), layoutTopology(small)).at(-1) ?? '';
    const owner = containerSubject(small, 'u2');
    const withContainer = (change: object) => (topology: Topology) => {
      const containers = topology.containers.map((one) =>
        owner.kind === 'container' && one.id === owner.id ? { ...one, ...change } : one,
      );
      return { ...topology, containers, containerById: new Map(containers.map((one) => [one.id, one])) };
    };
    assert.equal(
      changed(withContainer({ state: 'exited' })),
      'Nothing answers: u2 is exited; rules and proxy come back when it starts.',
    );
    assert.equal(
      changed(withContainer({ mode: { kind: 'host' } })),
      'Nothing answers: u2 uses the host’s own network, where published ports are ignored; what it opens is open on the host.',
    );
    assert.equal(
      changed(withContainer({ state: 'paused' })),
      'Nobody answers at eth0 172.28.0.3, port 80/tcp: u2 is paused; a connection may open, and no process answers on it.',
    );
    const internal = small.networks.map((one) =>
      one.name === 'mybridge' ? { ...one, internal: true } : one,
    );
    assert.equal(
      changed((topology) => ({ ...topology, networkById: new Map(internal.map((one) => [one.id, one])) })),
      'Nothing answers: its networks are internal, and nothing is published from those.',
    );
  });
});

describe('traceSubject of a container', () => {
  it('tells of names, the way out and the host on a user-defined bridge', () => {
    assert.deepEqual(stepsOf(small, containerSubject(small, 'u2')), [
      'On mybridge, from 172.28.0.3: to u1 over br-72ca87a5de14, every port. Names are resolved by DNS at 127.0.0.11.',
      'To the outside: through mybridge, to the gateway 172.28.0.1.',
      '~ MASQUERADE gives it an address of vm: -A POSTROUTING -s 172.28.0.0/16 ! -o br-72ca87a5de14 -j MASQUERADE.',
      '~ To programs of vm: at 172.28.0.1, where they listen on that address.',
      '~ To containers on other bridges: not directly. What they publish beyond 127.0.0.1 it reaches at the host’s addresses.',
    ]);
  });

  it('knows that the default bridge resolves links alone', () => {
    assert.equal(
      stepsOf(small, containerSubject(small, 'linked'))[0],
      'On bridge, from 172.17.0.3: to my-nginx over docker0, every port. By address; names are not resolved here but for links: my-nginx as nginx.',
    );
    assert.equal(
      stepsOf(small, containerSubject(small, 'my-nginx'))[0],
      'On bridge, from 172.17.0.2: to linked over docker0, every port. By address only: names are not resolved here.',
    );
  });

  it('stops at an internal network, and reaches the host there', () => {
    assert.deepEqual(stepsOf(rich, containerSubject(rich, 'fx-i1')), [
      'On fx-int, from 10.88.3.2: to fx-i2 over br-3a7d4c1d9f5b, every port. Names are resolved by DNS at 127.0.0.11.',
      'To the outside: nowhere. fx-int is internal, packets to other networks are dropped.',
      '~ To programs of vm: at 10.88.3.1, where they listen on that address.',
      '~ To containers on other networks: not at all.',
    ]);
  });

  it('tells apart icc off, masquerade off and several networks', () => {
    assert.equal(
      stepsOf(rich, containerSubject(rich, 'fx-x2'))[0],
      'On fx-noicc, from 10.88.4.3: not to fx-x1. Names resolve, but containers may not talk to each other here (icc off), but for what they publish.',
    );
    assert.equal(
      stepsOf(rich, containerSubject(rich, 'fx-m1'))[2],
      '~ It leaves vm with 10.88.6.2, as masquerade is off: an answer comes only where others have a route back.',
    );
    assert.equal(
      stepsOf(rich, containerSubject(rich, 'fx-both'))[2],
      '~ To the outside: through fx-bra, which has the default route of its 2 networks, to the gateway 10.88.1.1.',
    );
  });

  it('tells of macvlan, overlay, host mode, none, and a shared network', () => {
    assert.deepEqual(stepsOf(rich, containerSubject(rich, 'fx-mv1')), [
      'On fx-mv, from 10.89.9.2: to fx-mv2 and to machines beside fxmvp0, straight, macvlan bridge. Names are resolved by DNS at 127.0.0.11.',
      'To the outside: through fx-mv, to the gateway 10.89.9.1.',
      'It leaves by fxmvp0 with 10.89.9.2: no NAT, no bridge.',
      'To vm: not at its addresses on fxmvp0. The kernel keeps them apart, both ways.',
    ]);
    assert.deepEqual(stepsOf(small, containerSubject(small, 'o1')), [
      'On ov, from 10.0.1.2: to other containers, of which none is on this node, over VXLAN 4097, also on other nodes. Names are resolved by DNS at 127.0.0.11.',
      '~ To the outside: by its interface on docker_gwbridge, not over ov.',
      '~ MASQUERADE gives it an address of vm: -A POSTROUTING -s 172.20.0.0/16 ! -o docker_gwbridge -j MASQUERADE.',
      '~ To programs of vm: at its addresses, over docker_gwbridge.',
      '~ To containers on other bridges: not directly. What they publish beyond 127.0.0.1 it reaches at the host’s addresses.',
    ]);
    assert.deepEqual(stepsOf(small, containerSubject(small, 'h1')), [
      'h1 uses the interfaces of vm: no bridge, no NAT, no address of its own.',
      'To the outside and to vm its requests go as those of any program of the host.',
      '~ Containers on local bridges it reaches at their addresses, not by name; published ports where they are bound, 127.0.0.1 included.',
    ]);
    assert.deepEqual(stepsOf(small, containerSubject(small, 'n1')), [
      'n1 has its own loopback only: a request to any other address fails, the network is unreachable.',
    ]);
    const shared = stepsOf(small, containerSubject(small, 'c1'));
    assert.equal(
      shared[0],
      'c1 shares the network of u1: its requests leave with that one’s addresses, and both meet at 127.0.0.1.',
    );
    assert.match(shared[1] ?? '', /^On mybridge, from 172\.28\.0\.2: to u2 /);
    assert.deepEqual(stepsOf(rich, containerSubject(rich, 'fx-created')), [
      'fx-created is created: it asks nobody.',
    ]);
  });

  it('lights the way out up: bridge, masquerade, way out, other machines', () => {
    const scene = networkScene(small, 'mybridge');
    assert.deepEqual(touched(small, scene, containerSubject(small, 'u2'), 2), {
      boxes: ['stage:bridge', 'masquerade:172.28.0.0/16', 'out:172.28.0.0/16', 'client:lan'],
      wires: [
        'masquerade:stage:bridge>masquerade:172.28.0.0/16',
        'masquerade:masquerade:172.28.0.0/16>out:172.28.0.0/16',
        'masquerade:out:172.28.0.0/16>client:lan',
      ],
    });
  });
});

describe('traceSubject of a service', () => {
  it('goes through the routing mesh to the tasks', () => {
    const service = swarm.services.find(({ name }) => name === 'fx-svc3');
    assert.deepEqual(stepsOf(swarm, { kind: 'service', id: service?.id ?? '' }), [
      'A client asks any node of the swarm (18201→80 ingress), also one without a task: the routing mesh.',
      '~ DNAT sends it to ingress-sbox, whose IPVS balances it at 10.0.0.3 over the tasks, on every node.',
      'Tasks on this node: fx-svc3.1.4w5arj1fjiljj4ejtvua0kgjs.',
    ]);
  });

  it('goes past the mesh in host mode, and by its name on its networks', () => {
    const steps = (wanted: string): readonly string[] =>
      stepsOf(swarm, { kind: 'service', id: swarm.services.find(({ name }) => name === wanted)?.id ?? '' });
    assert.deepEqual(steps('fx-svc').slice(0, 2), [
      'A client asks a node that runs a task (18200→80 host): it reaches the task of that node alone, past the mesh.',
      'On ov its name resolves to 10.0.1.5, which IPVS balances; tasks.fx-svc to the tasks.',
    ]);
    assert.deepEqual(steps('fx-svc2').slice(0, 2), [
      'fx-svc2 publishes no port: nothing outside its networks reaches it.',
      'On ov its name resolves to the addresses of its tasks.',
    ]);
  });
});

describe('traceSubject', () => {
  it('has no way to tell of other objects, and of what is gone', () => {
    const scene = layoutTopology(small);
    const others: Subject[] = [
      { kind: 'network', id: networkNamed(small, 'bridge').id },
      { kind: 'host' },
      { kind: 'node', id: 'x' },
      { kind: 'fold', id: 'x' },
      { kind: 'container', id: 'gone' },
      { kind: 'port', id: 'gone' },
      { kind: 'service', id: 'gone' },
    ];
    others.forEach((subject) => assert.equal(traceSubject(small, scene, subject), undefined));
  });

  it('names boxes and wires of the scene only, each once, and has words for every step', () => {
    fc.assert(
      fc.property(topologies, fc.nat(), (topology, drawn) => {
        const network = topology.networks[drawn % Math.max(1, topology.networks.length)];
        const scenes = [
          layoutTopology(topology),
          ...(network ? [layoutTarget(topology, { kind: 'network', id: network.id })] : []),
        ];
        const subjects: Subject[] = [
          ...topology.containers.map(({ id }): Subject => ({ kind: 'container', id })),
          ...topology.ports.map(({ id }): Subject => ({ kind: 'port', id })),
        ];
        for (const scene of scenes) {
          const known = new Set([...scene.boxes, ...scene.wires].map(({ id }) => id));
          for (const subject of subjects) {
            const trace = traceSubject(topology, scene, subject);
            assert.ok(trace && trace.steps.length > 0);
            for (const { text, boxes, wires } of trace.steps) {
              assert.notEqual(text, '');
              assert.equal(/undefined|\[object/.test(text), false, text);
              assert.equal(new Set([...boxes, ...wires]).size, boxes.length + wires.length);
              [...boxes, ...wires].forEach((id) => assert.ok(known.has(id), id));
            }
          }
        }
      }),
      runs(8),
    );
  });
});
