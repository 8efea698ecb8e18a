import assert from 'node:assert/strict';
import { layoutNetwork, type LayoutOptions, type Scene } from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import info from '../../fixtures/info.json';
import { buildTopology } from '../../../src/model';
import { decodeSnapshot } from '../../../src/engine/decode';
import { networkNamed, rich } from './fixtures';
import {
  crowd,
  drivers,
  flannel,
  hostile,
  layer3s,
  manager,
  newer,
  routed,
  withNetwork,
  worker,
} from './networkWorlds';

function draw(topology: Topology, name: string, options?: LayoutOptions): Scene {
  return layoutNetwork(topology, networkNamed(topology, name).id, options);
}

function wired({ wires }: Scene, from: string): string[] {
  return wires.filter((wire) => wire.from === from).map(({ kind, to }) => `${kind} ${to}`);
}

function words({ boxes }: Scene, id: string): string[] {
  const box = boxes.find((one) => one.id === id);
  assert.ok(box, `there is ${id}`);
  return box.lines.map(({ text }) => text);
}

function card(topology: Topology, scene: Scene, name: string): string[] {
  const id = topology.containers.find((one) => one.name === name)?.id ?? '';
  return words(scene, scene.boxes.find(({ id: box }) => box.startsWith(`container:${id}@`))?.id ?? id);
}

describe('the way in of a network', () => {
  const captions = (scene: Scene): string[] => scene.captions.map(({ text }) => text);
  const row = (topology: Topology, scene: Scene, hostPort: number): Scene['boxes'][number] => {
    const id = topology.ports.find((port) => port.hostPort === hostPort)?.id ?? '';
    const box = scene.boxes.find((one) => one.id === `nat:${id}`);
    assert.ok(box, `there is a rule for ${hostPort}`);
    return box;
  };

  it('goes by docker-proxy for what a program of the host asks at a loopback address', () => {
    const scene = draw(rich, 'fx-v6');
    assert.deepEqual(
      captions(scene).filter((text) => /^[A-Z-]+$/.test(text) && !['NAT', 'HOST'].includes(text)),
      ['DNAT', 'DOCKER-PROXY', 'MASQUERADE', 'CLIENTS', 'BRIDGE', 'VETH', 'CONTAINERS'],
    );
    assert.deepEqual([row(rich, scene, 18120).tone, row(rich, scene, 32768).tone], ['nat', 'port']);
    const six = row(rich, scene, 18121);
    assert.equal(six.lines[0]?.text, '→ [fd00:88:60::2]:80');
    assert.equal(
      six.label,
      'docker-proxy passes requests on to [fd00:88:60::2]:80, derived, unless it is switched off',
    );
    assert.equal(
      row(rich, scene, 32768).label,
      'docker-proxy passes requests on to 10.88.60.2:80, derived; DNAT does, where it is switched off; the rule besides: ' +
        '-A DOCKER -d 127.0.0.1/32 ! -i br-1839de38db7a -p tcp -m tcp --dport 32768 -j DNAT --to-destination 10.88.60.2:80',
    );
  });

  it('keeps the end of a long IPv6 address, and of a long subnet the subnet', () => {
    const six = { GlobalIPv6Address: '2001:db8:1234:5678:9abc:def0:1234:5679', GlobalIPv6PrefixLen: 64 };
    const topology = withNetwork(
      {
        version: { Version: '28.0.1' },
        info,
        networks: [{ Id: 'n', Name: 'n', Driver: 'bridge' }],
        containers: [
          {
            Id: 'c',
            Names: ['/web'],
            State: 'running',
            NetworkSettings: { Networks: { n: { EndpointID: 'e', IPAddress: '10.1.0.2', ...six } } },
            Ports: [{ IP: '::', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }],
          },
        ],
      },
      'n',
      {
        EnableIPv6: true,
        IPAM: { Config: [{ Subnet: '10.1.0.0/24' }, { Subnet: '2001:db8:1234:5678::/64' }] },
      },
    );
    const scene = draw(topology, 'n');
    assert.equal(row(topology, scene, 8080).lines[0]?.text, '→ […1234:5679]:80');
    assert.equal(row(topology, scene, 8080).label, `DNAT to [${six.GlobalIPv6Address}]:80, derived`);
    assert.deepEqual(words(scene, 'masquerade:2001:db8:1234:5678::/64'), ['2001:db8:1234:5678::/64']);
  });

  it('has no rule and no translation where the engine routes', () => {
    const scene = draw(routed, 'fx-v6');
    assert.ok(captions(scene).includes('ROUTED'));
    assert.ok(captions(scene).includes('NO MASQUERADE'));
    assert.equal(row(routed, scene, 18120).lines[0]?.text, '→ 10.88.60.2:80');
    assert.deepEqual(words(scene, 'unchanged:10.88.60.0/24'), ['10.88.60.0/24 unchanged']);
    assert.ok(!scene.wires.some(({ kind }) => kind === 'masquerade'));
  });

  it('marks a derived gateway below its address where beside it there is no room', () => {
    const lines = words(draw(rich, 'fx-v6'), 'stage:bridge');
    assert.deepEqual(lines.slice(3, 7), [
      'gw 10.88.60.1 · derived',
      'fd00:88:60::/64',
      'gw fd00:88:60::1',
      'derived',
    ]);
  });
});

describe('the way out of a network', () => {
  it('goes from the bridge through MASQUERADE and the host to the LAN', () => {
    const scene = draw(rich, 'fx-v6');
    assert.deepEqual(
      wired(scene, 'stage:bridge').filter((wire) => !wire.startsWith('attachment')),
      ['masquerade masquerade:10.88.60.0/24', 'request unchanged:fd00:88:60::/64'],
    );
    assert.deepEqual(wired(scene, 'masquerade:10.88.60.0/24'), ['masquerade out:10.88.60.0/24']);
    assert.deepEqual(wired(scene, 'out:10.88.60.0/24'), ['masquerade client:lan']);
    assert.deepEqual(words(scene, 'unchanged:fd00:88:60::/64'), ['fd00:88:60::/64 unchanged']);
  });

  it('translates IPv6 from engine 27 on', () => {
    assert.deepEqual(words(draw(newer, 'fx-v6'), 'masquerade:fd00:88:60::/64'), [
      'fd00:88:60::/64 → host IP',
    ]);
  });

  it('keeps the containers’ own addresses where masquerade is off', () => {
    const scene = draw(rich, 'fx-nomasq');
    assert.deepEqual(wired(scene, 'unchanged:10.88.6.0/24'), ['request out:10.88.6.0/24']);
    assert.deepEqual(words(scene, 'out:10.88.6.0/24'), ['way out, own IP']);
  });

  it('leads to flannel’s other hosts where flannel gave docker0 its subnet', () => {
    const scene = draw(flannel, 'bridge');
    assert.ok(wired(scene, 'stage:bridge').includes('tunnel flannel'));
    assert.deepEqual(words(scene, 'client:flannel'), ['Other hosts', '172.16.0.0/12']);
  });
});

describe('containers that cannot talk', () => {
  it('are joined by a broken line where icc is off', () => {
    const scene = draw(rich, 'fx-noicc');
    assert.deepEqual(
      scene.wires.filter(({ kind }) => kind === 'blocked').map(({ label }) => label),
      ['fx-x1 ✕ fx-x2: they cannot talk, icc is off'],
    );
    assert.ok(words(scene, 'stage:bridge').includes('icc off: no talk among them'));
  });
});

describe('macvlan and ipvlan', () => {
  it('show the parent and its VLAN sub-interface with the tag', () => {
    const scene = draw(drivers, 'vlan20');
    assert.deepEqual(wired(scene, 'client:lan'), ['request parent:eth0']);
    assert.deepEqual(wired(scene, 'parent:eth0'), ['parent parent:eth0.20']);
    assert.deepEqual(wired(scene, 'parent:eth0.20'), ['parent stage:bridge']);
    assert.deepEqual(words(scene, 'parent:eth0'), ['eth0', 'frames tagged 20']);
    assert.deepEqual(words(scene, 'parent:eth0.20'), ['eth0.20', 'parent · VLAN 20']);
  });

  it('keep the segment in reach where they are internal, without a default route', () => {
    const scene = draw(drivers, 'mvint');
    assert.deepEqual(wired(scene, 'client:lan'), ['request parent:eth1']);
    assert.ok(words(scene, 'stage:bridge').includes('internal: no default route'));
  });

  it('route in layer 3, without a gateway', () => {
    for (const [topology, mode] of [
      [drivers, 'l3'],
      [layer3s, 'l3s'],
    ] as const) {
      const lines = words(draw(topology, 'ip-l3'), 'stage:bridge');
      assert.equal(lines[0], `ipvlan ${mode}`);
      assert.ok(lines.includes('no gateway: out by the parent'));
      assert.ok(!lines.some((line) => line.startsWith('gw ')));
    }
    assert.ok(words(draw(drivers, 'ip-l2'), 'stage:bridge').includes('gw 10.92.0.1 · derived'));
  });
});

describe('an overlay network', () => {
  const scene = draw(manager, 'shop_mesh');
  const idOf = (name: string): string => manager.services.find((one) => one.name === name)?.id ?? '';

  it('spans the other nodes by VXLAN', () => {
    const node = manager.nodes.find(({ hostname }) => hostname === 'node-2')?.id ?? '';
    assert.deepEqual(words(scene, `node:${node}`), ['node-2', '192.0.2.2']);
    assert.deepEqual(wired(scene, `node:${node}`), ['tunnel tunnel']);
    assert.deepEqual(wired(scene, 'tunnel'), ['tunnel stage:bridge']);
    assert.equal(words(scene, 'stage:bridge')[0], 'VXLAN 4097');
  });

  it('has services with their tasks and virtual addresses, and the load balancer’s endpoint', () => {
    assert.deepEqual(words(scene, `service:${idOf('shop_api')}`), ['shop_api', '3/3', 'VIP 10.0.9.5']);
    assert.deepEqual(words(scene, `service:${idOf('shop_jobs')}`), [
      'shop_jobs',
      '1/1',
      'DNS round robin, no VIP',
    ]);
    assert.deepEqual(words(scene, 'service:lb-shop_mesh'), ['shop_mesh-endpoint', 'load balancer 10.0.9.10']);
  });

  it('leads out by docker_gwbridge, but not what has a bridge network besides', () => {
    const leaving = scene.wires.filter(({ from, kind }) => from === 'stage:gateway' && kind === 'attachment');
    const names = leaving.map(({ to }) => words(scene, to)[0]?.split('.')[0]);
    assert.deepEqual(names.sort(), ['shop_api', 'shop_jobs', 'shop_web', 'tool']);
    assert.deepEqual(card(manager, scene, 'tool').slice(2, 5), [
      'eth0 10.0.9.12/24',
      '02:42:0a:00:09:0c',
      'eth1 172.18.0.4 on docker_gwbridge',
    ]);
    assert.ok(card(manager, scene, 'both').includes('also on bridge · way out by it'));
  });

  it('leads out beside the line of the second interface, with a whole dash at each card', () => {
    const leaving = scene.wires.filter(({ from, kind }) => from === 'stage:gateway' && kind === 'attachment');
    for (const { to, points } of leaving) {
      const card = scene.boxes.find(({ id }) => id === to);
      const second = card?.lines.find(({ text }) => text.endsWith(' on docker_gwbridge'));
      assert.ok(card && second);
      const [start, end] = [points[0]?.y ?? 0, points.at(-1)?.y ?? 0];
      assert.ok(Math.abs(end - (card.y + second.y - 4)) <= 4.5, `${end}`);
      assert.equal((start - end) % 9, 2);
    }
  });

  it('names the port of every node on a task’s card, and claims nothing on a worker', () => {
    assert.ok(
      card(
        manager,
        scene,
        manager.containers.find(({ name }) => name.startsWith('shop_api'))?.name ?? '',
      ).includes('80/tcp ← *:8088 of every node'),
    );
    const task = worker.containers.find(({ name }) => name.startsWith('shop_api'))?.name ?? '';
    assert.ok(card(worker, draw(worker, 'shop_mesh'), task).includes('80/tcp exposed'));
  });

  it('has no way out where it is internal', () => {
    const inner = draw(manager, 'shop_inner');
    assert.ok(!inner.boxes.some(({ id }) => id === 'stage:gateway'));
    assert.ok(words(inner, 'stage:bridge').includes('internal: no way out'));
  });

  it('tells what a worker does not know', () => {
    assert.deepEqual(
      words(draw(worker, 'shop_mesh'), 'note:peers').join(' '),
      'Which nodes it spans: an inspect tells it.',
    );
    assert.deepEqual(
      words(draw(worker, 'ingress'), 'note:mesh').join(' '),
      'Which ports services publish only a manager tells.',
    );
  });

  it('leads the routing mesh from a port of every node over the load balancer to the tasks', () => {
    const ingress = draw(manager, 'ingress');
    const port = `mesh:${idOf('shop_api')}:8088/tcp:80`;
    assert.deepEqual(wired(ingress, 'client:lan'), ['request bind:every node']);
    assert.deepEqual(wired(ingress, port), [`port service:${idOf('shop_api')}`]);
    assert.deepEqual(wired(ingress, `service:${idOf('shop_api')}`), ['port stage:bridge']);
    assert.deepEqual(words(ingress, `service:${idOf('shop_api')}`), ['shop_api', 'VIP 10.0.0.4 → :80']);
  });
});

describe('docker_gwbridge', () => {
  it('has the overlay containers of this node, derived, at the addresses that an inspect told', () => {
    const scene = draw(manager, 'docker_gwbridge');
    assert.equal(scene.subtitle, 'bridge · local · 172.18.0.0/16 · 4 containers · 2 published ports');
    const attached = scene.wires.filter(({ kind, from }) => kind === 'attachment' && from === 'stage:bridge');
    assert.deepEqual(
      attached.map(({ derived }) => derived),
      [false, true, true, true, true],
    );
    assert.ok(card(manager, scene, 'tool').includes('eth1 172.18.0.4/16'));
    assert.deepEqual(words(scene, 'service:ingress-sbox'), [
      'gateway_ingress-sbox',
      '172.18.0.2 · of the engine',
    ]);
  });

  it('says where an address is that nothing told', () => {
    const lines = card(rich, draw(rich, 'docker_gwbridge'), 'fx-o2');
    assert.ok(lines.includes('address: an inspect tells it'), lines.join());
  });
});

describe('a plugin’s network', () => {
  it('names the driver and claims nothing', () => {
    const scene = draw(drivers, 'fx');
    assert.equal(
      words(scene, 'note:opaque').join(' '),
      'How packets travel here is known to the fxnet driver alone, so nothing is drawn.',
    );
    assert.deepEqual(card(drivers, scene, 'onfx'), ['onfx', 'web', '10.66.0.2/24']);
  });
});

describe('a container’s card', () => {
  it('names the interface as the network has it', () => {
    assert.ok(card(drivers, draw(drivers, 'prefixed'), 'pre').includes('ceth0 10.55.0.2/24'));
  });

  it('marks an address outside the subnet, in words and as an error', () => {
    const topology = crowd(1, (wire) => ({
      ...wire,
      NetworkSettings: { Networks: { n: { EndpointID: 'e', IPAddress: '192.168.7.9', IPPrefixLen: 24 } } },
    }));
    const line = draw(topology, 'n').boxes.find(({ kind }) => kind === 'container')?.lines[2];
    assert.deepEqual([line?.text, line?.tone], ['192.168.7.9/24 not in 10.0.0.0/8', 'error']);
  });

  it('says that a running container has no address where the engine gives none', () => {
    assert.ok(card(hostile, draw(hostile, 'no-ipam'), '-').includes('no address'));
  });

  it('says what a sharer of the sandbox shares', () => {
    const topology = crowd(2, (wire, index) =>
      index === 0
        ? wire
        : {
            ...wire,
            Names: ['/side'],
            HostConfig: { NetworkMode: 'container:c00000' },
            NetworkSettings: { Networks: {} },
            Ports: [],
          },
    );
    assert.ok(card(topology, draw(topology, 'n'), 'side').includes('shares eth0 10.0.0.0 of c00000'));
  });

  it('shows real veth names where they were asked for', () => {
    const scene = draw(crowd(1), 'n', { veths: { 'c00000@n': 'veth8c6ee2b' } });
    const veth = scene.boxes.find(({ id }) => id === 'veth:c00000');
    assert.deepEqual([veth?.lines[0]?.text, veth?.derived], ['veth8c6ee2b', false]);
  });
});

describe('published ports that do nothing', () => {
  const publishing = (networkMode: string, network: object): Topology =>
    buildTopology(
      decodeSnapshot({
        version: {},
        info,
        networks: [
          { Id: 'x', Name: 'x', Scope: 'local', IPAM: { Config: [{ Subnet: '10.1.0.0/24' }] }, ...network },
        ],
        containers: [
          {
            Id: 'c',
            Names: ['/web'],
            State: 'running',
            HostConfig: { NetworkMode: networkMode },
            NetworkSettings: {
              Networks: { x: { EndpointID: 'e', IPAddress: networkMode === 'x' ? '10.1.0.2' : '' } },
            },
            Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }],
          },
        ],
      }),
    );
  const cases = [
    ['internal', 'x', { Driver: 'bridge', Internal: true }, 'the network is internal'],
    ['in host mode', 'host', { Driver: 'host' }, 'host mode ignores published ports'],
    [
      'on macvlan',
      'x',
      { Driver: 'macvlan', Options: { parent: 'eth0' } },
      'macvlan publishes nothing: containers are reached at their own addresses',
    ],
  ] as const;
  for (const [name, mode, network, reason] of cases) {
    it(`are red and say why: ${name}`, () => {
      const scene = draw(publishing(mode, network), 'x');
      const row = scene.boxes.find(({ id }) => id.startsWith('port:'));
      const wire = scene.wires.find(({ from }) => from === row?.id);
      assert.deepEqual([row?.tone, wire?.kind], ['error', 'blocked']);
      assert.equal(
        row?.label,
        `Published port *:8080 of web, container port 80/tcp: does nothing, ${reason}`,
      );
      const onCard = scene.boxes.flatMap(({ lines }) => lines).find(({ text }) => text === '80/tcp ← *:8080');
      assert.equal(onCard?.tone, mode === 'host' ? undefined : 'error');
    });
  }
});

describe('a crowd on one network', () => {
  it('is folded, with its ports and rules in one row each', () => {
    const scene = draw(crowd(40), 'n');
    assert.deepEqual(words(scene, 'fold:n/rest'), ['+29 more', '29 containers']);
    assert.deepEqual(words(scene, 'port:fold:n/rest:every IPv4 address'), ['29 ports']);
    assert.deepEqual(words(scene, 'nat:fold:n/rest:every IPv4 address'), ['→ 29 containers']);
  });

  it('opens into groups that hold their containers', () => {
    const scene = draw(crowd(40), 'n', { unfolded: ['n/rest'] });
    const inside = scene.boxes.filter(
      ({ parent, kind }) => parent === 'group:n/rest' && kind === 'container',
    );
    assert.equal(inside.length, 29);
    assert.equal(scene.boxes.filter(({ id }) => id.startsWith('port:')).length, 40);
  });

  it('hides what is stopped', () => {
    const topology = crowd(3, (wire, index) => (index === 1 ? { ...wire, State: 'exited' } : wire));
    const ids = (options: LayoutOptions): number =>
      draw(topology, 'n', options).boxes.filter(({ kind }) => kind === 'container').length;
    assert.deepEqual([ids({}), ids({ hideStopped: true })], [3, 2]);
  });
});

describe('a change', () => {
  const places = ({ boxes }: Scene): ReadonlyMap<string, string> =>
    new Map(boxes.map(({ id, x, y }) => [id, `${x},${y}`]));

  it('of state moves no container', () => {
    const stop = (wire: Record<string, unknown>, index: number): Record<string, unknown> =>
      index === 1
        ? { ...wire, State: 'exited', Ports: [], NetworkSettings: { Networks: { n: { NetworkID: 'n' } } } }
        : wire;
    const [before, after] = [places(draw(crowd(4), 'n')), places(draw(crowd(4, stop), 'n'))];
    const moved = [...after].filter(([id, place]) => id.startsWith('container:') && before.get(id) !== place);
    assert.deepEqual(moved, []);
  });

  it('of an address moves nothing at all', () => {
    const other = crowd(4, (wire) => ({
      ...wire,
      NetworkSettings: {
        Networks: {
          n: {
            NetworkID: 'n',
            EndpointID: 'e',
            IPAddress: '10.200.200.200',
            IPPrefixLen: 24,
            MacAddress: '02:42:ff:ff:ff:ff',
          },
        },
      },
    }));
    assert.deepEqual(places(draw(other, 'n')), places(draw(crowd(4), 'n')));
  });

  it('that adds a container moves no container above it', () => {
    const [before, after] = [places(draw(crowd(4), 'n')), places(draw(crowd(5), 'n'))];
    assert.deepEqual(
      [...before].filter(([id, place]) => id.startsWith('container:') && after.get(id) !== place),
      [],
    );
  });
});
