import assert from 'node:assert/strict';
import sample from '../../../media/sample/engine.json';
import { decodeSnapshot } from '../../../src/engine/decode';
import { hoverAt } from '../../../src/language';
import { buildTopology, type ContainerState, type Topology } from '../../../src/model';
import { plain } from '../fixture';

const engine: Topology = buildTopology(decodeSnapshot(sample));

/** The paragraphs between the general words and the link. */
function paragraphsOf(marked: string, topology?: Topology, language = 'shellscript'): readonly string[] {
  const text = marked.replace('|', '');
  const hover = hoverAt(text, language, marked.indexOf('|'), topology && { topology });
  return hover?.markdown.split('\n\n').slice(2, -1) ?? [];
}

/** The engine with an option on a network. */
function withBinding(topology: Topology, name: string, address: string): Topology {
  const networks = topology.networks.map((network) =>
    network.name === name
      ? { ...network, options: { 'com.docker.network.bridge.host_binding_ipv4': address } }
      : network,
  );
  return { ...topology, networks, networkById: new Map(networks.map((network) => [network.id, network])) };
}

describe('a port on a network that binds to an address of its own', () => {
  const rows: readonly (readonly [command: string, network: string])[] = [
    ['docker run --net mybridge |-p 9999:80 x', 'mybridge'],
    ['docker run |-p 9999:80 x', 'bridge'],
    ['docker run --net bridge |-p 9999:80 x', 'bridge'],
  ];
  for (const [command, network] of rows) {
    it(`is bound there: ${command}`, () => {
      assert.deepEqual(paragraphsOf(command, withBinding(plain, network, '127.0.0.1')), [
        'Port **9999** of the host leads to port **80**/tcp of the container.',
        `- Host address: \`127.0.0.1\`, by default of the network \`${network}\`, reached by programs on this host only\n- Host port: \`9999\`\n- Container port: \`80/tcp\`, where the program inside listens`,
        '**Now:** No container of this engine publishes `9999/tcp`. Other programs of the host are not seen.',
      ]);
    });
  }

  it('is not in the way of a port on another address', () => {
    const words = paragraphsOf(
      'docker run --net mybridge |-p 9090:80 x',
      withBinding(plain, 'mybridge', '127.0.0.2'),
    );
    assert.equal(
      words.at(-1),
      '**Now:** No container of this engine publishes `9090/tcp`. Other programs of the host are not seen.',
    );
  });

  it('is bound where its own address says', () => {
    const words = paragraphsOf('docker run |-p 0.0.0.0:9999:80 x', withBinding(plain, 'bridge', '127.0.0.1'));
    assert.match(words[2] ?? '', /^\*\*Careful:\*\* Other machines reach it too/);
  });

  it('is left to the engine where networks differ', () => {
    const words = paragraphsOf(
      'docker run --net mybridge --net bridge |-p 9999:80 x',
      withBinding(plain, 'mybridge', '127.0.0.1'),
    );
    assert.match(words[1] ?? '', /^- Host address: one for the engine to choose: `mybridge` has a default/);
    assert.doesNotMatch(words.join(), /Other machines/);
  });

  it('is not known behind a variable', () => {
    const words = paragraphsOf(
      'docker run --net $N |-p 9999:80 x',
      withBinding(plain, 'bridge', '127.0.0.1'),
    );
    assert.match(words[1] ?? '', /^- Host address: all addresses of the host, by default/);
  });
});

it('a port on all IPv6 addresses has its own words', () => {
  assert.equal(
    paragraphsOf('docker run |-p [::]:8080:80 x').at(-1),
    '**Careful:** Other machines reach it too, over IPv6: from engine 27 on past firewalls that filter INPUT. For this host only: `[::1]:8080:80`.',
  );
});

describe('a port of a container without a network of its own', () => {
  const rows: readonly (readonly [command: string, words: string])[] = [
    [
      'docker run --net none |-p 8080:80 x',
      '**Nothing is published** without a network, and the engine says nothing.',
    ],
    [
      'docker run --net host |-p 8080:80 x',
      '**Nothing is published** on the host network, and the engine only warns: what the program listens on is open on the host as it is.',
    ],
    [
      'docker run --net container:u1 |-p 8080:80 x',
      '**The engine refuses it:** `conflicting options: port publishing and the container type network mode`',
    ],
  ];
  for (const [command, words] of rows) {
    it(`is not taken, and leads nowhere: ${command}`, () => {
      assert.deepEqual(paragraphsOf(command, plain), [words]);
    });
  }
});

describe('a link', () => {
  const careful = '**Careful:** Links are legacy. On a network of your own, names resolve without them.';
  const either =
    'This container finds the container `gone` under the name `x`. A line in its /etc/hosts does it on the default bridge, the DNS of the engine on a network of your own.';
  const nobody = '**Now:** No container `gone` on this engine.';
  const rows: readonly (readonly [command: string, says: readonly string[]])[] = [
    ['docker run --network $NET |--link gone:x y', [either, careful, nobody]],
    ['docker run --network "name=${NET}" |--link gone:x y', [either, careful, nobody]],
    ['docker run $OPTIONS |--link gone:x y', [either, careful, nobody]],
    ['# with |--link gone:x', [either, careful, nobody]],
    [
      'docker run --net host |--link u1:x y',
      ["**The engine refuses it:** `host type networking can't be used with links`"],
    ],
    [
      'docker run --net container:u2 |--link u1:x y',
      ["**The engine refuses it:** `container type network can't be used with links`"],
    ],
    [
      'docker run --net none |--link u1:x y',
      ['Without a network the engine accepts the link, and it leads nowhere.'],
    ],
  ];
  for (const [command, says] of rows) {
    it(`claims no more than is known: ${command}`, () => {
      assert.deepEqual(paragraphsOf(command, plain), says);
    });
  }

  const inState = (state: ContainerState): Topology => ({
    ...plain,
    containers: plain.containers.map((container) => ({ ...container, state })),
  });
  const now = (command: string, state: ContainerState) => paragraphsOf(command, inState(state)).at(-1);

  it('to a paused container starts', () => {
    assert.equal(
      now('docker run |--link my-nginx:web x', 'paused'),
      '**Now:**\n- `my-nginx` is paused: `172.17.0.2` on `bridge`.\n- The line in /etc/hosts is `172.17.0.2 web 0ff2b6b59576 my-nginx`, derived.',
    );
  });

  for (const state of ['exited', 'created', 'dead'] as const) {
    it(`to a container that is ${state} does not start on the default bridge`, () => {
      assert.equal(
        now('docker run |--link my-nginx:web x', state),
        `**Now:**\n- \`my-nginx\` is ${state}: \`172.17.0.2\` on \`bridge\`.\n- While it is stopped, the container with the link does not start.`,
      );
    });
  }

  it('to a stopped container does not resolve on a network of your own', () => {
    assert.equal(
      now('docker run --net mybridge |--link u1:web x', 'exited'),
      '**Now:**\n- `u1` is exited: `172.28.0.2` on `mybridge`.\n- While it is stopped, the name does not resolve.',
    );
  });
});

describe('a network', () => {
  it('that nobody can join is not joined', () => {
    assert.equal(
      paragraphsOf('docker run |--net ingress x', engine)[0],
      '**No container can join** `ingress`: it carries the published ports of the swarm.',
    );
    assert.equal(
      paragraphsOf('docker run |--net office-config x', engine)[0],
      '**No container can join** `office-config`: it is a template for networks.',
    );
  });

  it('of a stopped container needs it to run', () => {
    assert.equal(
      paragraphsOf('docker run |--net container:backup x', engine).at(-1),
      '**Now:**\n- `backup` is exited.\n- It must be running when this one starts.',
    );
  });

  it('of a build is more to the legacy builder than to BuildKit', () => {
    const held = 'It holds while the image is built; containers of the image choose their own network.';
    const refused = '`front` is none of `default`, `none` and `host`: BuildKit refuses it.';
    assert.deepEqual(paragraphsOf('docker build |--network front .'), [
      `${refused} The legacy builder joins the network of that name.`,
      held,
    ]);
    assert.deepEqual(paragraphsOf('RUN |--network=front make', undefined, 'dockerfile'), [refused, held]);
  });
});
