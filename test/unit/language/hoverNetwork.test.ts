import { assertHover } from './marker';
const networkDocs = '[Docker documentation](https://docs.docker.com/engine/network/)';
const modeDocs =
  '[Docker documentation](https://docs.docker.com/reference/compose-file/services/#network_mode)';
const networksDocs =
  '[Docker documentation](https://docs.docker.com/reference/compose-file/services/#networks)';
const topDocs = '[Docker documentation](https://docs.docker.com/reference/compose-file/networks/)';
const runDocs = '[Docker documentation](https://docs.docker.com/reference/dockerfile/#run---network)';
const linkDocs = '[Docker documentation](https://docs.docker.com/engine/network/links/)';
const linksDocs = '[Docker documentation](https://docs.docker.com/reference/compose-file/services/#links)';
const chooses = 'Chooses the network that the container joins.';
const replaces = 'Takes the service off the networks of the project and gives it another network instead.';
const links = 'Lets this container find another one under a name of its choice.';

/** One service of a compose file. */
function service(lines: string): string {
  return `services:\n  web:\n    image: nginx\n${lines.replace(/^/gm, '    ')}\n  db:\n    image: postgres\n`;
}

describe('a hover on a network', () => {
  it('explains the host network, and which ports are lost', () => {
    assertHover('dockercompose', service('network_|mode: host\nports: [80]'), {
      over: 'network_mode: host',
      says: [
        '**Network** · `network_mode: host`',
        replaces,
        "**The network of the host.** The container shares the host's network stack: no isolation, no address of its own, no NAT, and the host's own speed.",
        '**Careful:**\n' +
          '- Published ports are discarded: what the program listens on is open on the host, and must be free there: two containers of one image get in the way of each other.\n' +
          '- The `ports` of this service have no effect.',
        modeDocs,
      ],
    });
  });

  it('explains no network', () => {
    assertHover('dockerfile', '# run with |--network none', {
      over: '--network none',
      says: [
        '**Network** · `--network none`',
        chooses,
        '**No network.** The container is cut off: it has its loopback interface and nothing else.',
        '**Careful:** Published ports are discarded without a word.',
        networkDocs,
      ],
    });
  });

  it('explains the network of another container', () => {
    assertHover('shellscript', 'docker run --net=contai|ner:db nginx', {
      over: '--net=container:db',
      says: [
        '**Network** · `--net container:db`',
        chooses,
        'Shares the network of the container `db`: same interfaces, same address, and 127.0.0.1 in common.',
        '**Careful:** Ports, hostname, DNS and links belong to the other container: given here, the engine refuses them.',
        networkDocs,
      ],
    });
  });

  it('explains the default bridge', () => {
    assertHover('shellscript', 'docker run --net brid|ge nginx', {
      over: '--net bridge',
      says: [
        '**Network** · `--net bridge`',
        chooses,
        'Joins the **default bridge** of the engine (docker0), the network that is taken when none is named.',
        '**Careful:** Container names do not resolve on it. A network of your own resolves them.',
        networkDocs,
      ],
    });
  });

  it('explains the long form with its settings', () => {
    assertHover('shellscript', 'docker run --network |name=Front,alias=www,ip=10.0.0.2 nginx', {
      over: '--network name=Front,alias=www,ip=10.0.0.2',
      says: [
        '**Network** · `--network name=Front,alias=www,ip=10.0.0.2`',
        chooses,
        'Joins the network `front`. If it is your own, containers on it find each other by name.',
        '- also found as `www`\n- at the address `10.0.0.2`',
        '**Careful:** Docker reads the long form in lower case: `front, www, 10.0.0.2`.',
        networkDocs,
      ],
    });
  });

  it('explains a refusal', () => {
    assertHover('shellscript', 'docker run |--network alias=www nginx', {
      over: '--network alias=www',
      says: [
        '**Network** · `--network alias=www`',
        chooses,
        '**Docker refuses it:** `network name/id is not specified`',
        'The long form needs the network itself: `name=front,alias=www`.',
        networkDocs,
      ],
    });
  });

  it('explains the network of a build step', () => {
    assertHover('dockerfile', 'FROM node\nRUN --net|work=host npm ci\n', {
      over: '--network=host',
      says: [
        '**Network** · `RUN --network=host`',
        'Chooses the network of this one step while the image is built. The image keeps nothing of it.',
        'This step runs on **the network of the host**: it reaches what listens on 127.0.0.1 there.',
        'It holds while the image is built; containers of the image choose their own network.',
        '**Careful:** BuildKit allows it only with the entitlement `network.host`.',
        runDocs,
      ],
    });
  });

  it('explains the network of the build of a service', () => {
    assertHover('dockercompose', service('build:\n  context: .\n  net|work: none'), {
      over: 'network: none',
      says: [
        '**Network** · `network: none`',
        'Chooses the network of the RUN steps while the image is built. The image keeps nothing of it.',
        'Every RUN step of the build runs **without a network**, with loopback only: nothing can be downloaded.',
        'It holds while the image is built; containers of the image choose their own network.',
        '[Docker documentation](https://docs.docker.com/reference/compose-file/build/#network)',
      ],
    });
  });

  it('explains a network that a service joins', () => {
    assertHover(
      'dockercompose',
      service('networks:\n  fr|ont:\n    aliases: [www, shop]\n    ipv4_address: 10.0.0.2'),
      {
        over: 'front',
        says: [
          '**Network** · `networks: front`',
          'The networks of this file that the service joins; it is found there by its service name.',
          'Joins `front`. The engine knows it as `<project>_front`, unless it has a `name` or is external.',
          '- also found as `www` and `shop`\n- ipv4 address `10.0.0.2`',
          networksDocs,
        ],
      },
    );
  });

  it('explains a network that the file defines, and the danger of docker0', () => {
    const options = '    driver_opts:\n      com.docker.network.bridge.name: docker0\n';
    assertHover('dockercompose', `networks:\n  |front:\n    name: shop\n    internal: true\n${options}`, {
      over: 'front',
      says: [
        '**Network** · `networks: front`',
        'Defines the networks of this project. The engine knows each as `<project>_<key>`, unless `name` is given.',
        'The engine knows `front` as `shop`.',
        '- driver `bridge`\n- internal: no way out, and no published ports',
        '**Careful:** Engines before 25.0 accept the bridge name `docker0` and lose their default bridge. Choose another name.',
        topDocs,
      ],
    });
  });

  it('says of an internal bridge with IPv6 that older engines close IPv4 alone', () => {
    const words = (driver: string): string =>
      `networks:\n  |front:\n    internal: true\n    enable_ipv6: true\n    driver: ${driver}\n`;
    const first = '**Network** · `networks: front`';
    const meaning =
      'Defines the networks of this project. The engine knows each as `<project>_<key>`, unless `name` is given.';
    const known = 'The engine knows `front` as `<project>_front`.';
    for (const [driver, said] of [
      ['bridge', 'no way out (before engine 27 over IPv4 alone), and no published ports'],
      ['overlay', 'no way out, and no published ports'],
    ] as const) {
      assertHover('dockercompose', words(driver), {
        over: 'front',
        says: [first, meaning, known, `- driver \`${driver}\`\n- internal: ${said}`, topDocs],
      });
    }
  });

  it('explains the key of a mode that is half typed', () => {
    assertHover('dockercompose', service('network_mode|:'), {
      over: 'network_mode',
      says: [
        '**Network** · `network_mode:`',
        replaces,
        '- `none`: no network, only loopback\n' +
          "- `host`: the host's own network\n" +
          '- `bridge`: the default bridge, where names do not resolve\n' +
          '- `service:NAME`: the network namespace of another service of this file\n' +
          '- `container:NAME`: the network namespace of a container',
        'Default: the service joins its `networks`, or the network `default` of the project.',
        '**Careful:**\n' +
          '- Beside `networks` compose refuses it.\n' +
          '- With `host` and `none` the `ports` have no effect; with `service:` and `container:` the engine refuses them.',
        'Elsewhere: `docker run --network host nginx`',
        modeDocs,
      ],
    });
  });
});

describe('a hover on an option of a driver', () => {
  const sets = "Sets an option of the network's driver.";
  const docs = '[Docker documentation](https://docs.docker.com/reference/cli/docker/network/create/)';

  it('tells what it sets', () => {
    assertHover('shellscript', 'docker network create |-o com.docker.network.driver.mtu=1450 front', {
      over: '-o com.docker.network.driver.mtu=1450',
      says: [
        '**Driver option** · `-o com.docker.network.driver.mtu=1450`',
        sets,
        'Largest packet of the bridge and of the interfaces in the containers.',
        'Values: a number of bytes.',
        `In compose: \`driver_opts: { com.docker.network.driver.mtu: "1450" }\` · ${docs}`,
      ],
    });
  });

  it('leaves others to the driver', () => {
    assertHover('shellscript', 'docker network create -d weave --opt a.b|=c front', {
      over: '--opt a.b=c',
      says: [
        '**Driver option** · `--opt a.b=c`',
        sets,
        'The driver alone knows `a.b`; Docker passes it on as it is.',
        `In compose: \`driver_opts: { a.b: "c" }\` · ${docs}`,
      ],
    });
  });
});

describe('a hover on a flag of a service of the swarm', () => {
  it('shows the ports that a service can publish', () => {
    assertHover('shellscript', 'docker service create |-p', {
      over: '-p',
      says: [
        '**Publish a port** · `-p`',
        'Every node of the swarm listens (`mode=ingress`), or only nodes that run a task (`mode=host`).',
        '- `8080:80`: port 8080 of every node to port 80 of the tasks\n' +
          '- `80`: a free port, the same on every node, chosen by the swarm\n' +
          '- `published=8080,target=80`: the first in words; `target` must be there\n' +
          '- `published=8080,target=80,mode=host`: only on nodes that run a task\n' +
          '- `published=53,target=53,protocol=udp`: `tcp` (default), `udp` or `sctp`\n' +
          '- `127.0.0.1:8080:80`: refused: `hostip is not supported`\n' +
          '- `foo=bar,target=80`: refused, as every other key: `invalid field key: foo`',
        'Default: nothing is published; services on the same network reach all ports without it.',
        '**Careful:**\n' +
          '- It is open on **all** addresses of the nodes: an address can not be chosen.\n' +
          '- With `mode=host` a node has the port once: two tasks with one port do not run there.',
        'Elsewhere: `docker service update --publish-add published=8080,target=80 web`',
        '[Docker documentation](https://docs.docker.com/reference/cli/docker/service/create/#publish)',
      ],
    });
  });

  it('shows the networks that a service can join', () => {
    assertHover('shellscript', 'docker service update |--network-add', {
      over: '--network-add',
      says: [
        '**Network** · `--network-add`',
        'Chooses a network that the tasks of the service join.',
        '- `front`: a network of the swarm, as `docker network create -d overlay front` makes it\n' +
          '- `name=front,alias=www`: the same with a further name\n' +
          "- `host`: the host's own network, on each node\n" +
          '- `container:NAME`: refused: `network container:NAME not found`',
        'Default: no network of the swarm; tasks do not find other services by name.',
        '**Careful:**\n' +
          '- A network of one host, such as a bridge, is refused: `docker network create -d overlay front` makes one of the swarm.',
        'Elsewhere: `docker service create --network front nginx`',
        '[Docker documentation](https://docs.docker.com/reference/cli/docker/service/update/#network-add)',
      ],
    });
  });
});

describe('a hover on a link', () => {
  it('tells of /etc/hosts on the default bridge', () => {
    assertHover('dockerfile', '# docker run --link |db:database nginx', {
      over: '--link db:database',
      says: [
        '**Link (legacy)** · `--link db:database`',
        links,
        'This container finds the container `db` under the name `database`. On the default bridge a line in its /etc/hosts does it.',
        '**Careful:** Links are legacy. On a network of your own, names resolve without them.',
        linkDocs,
      ],
    });
  });

  it('tells of DNS on a network of your own', () => {
    assertHover('dockerfile', '# docker run --net front --link |db nginx', {
      over: '--link db',
      says: [
        '**Link (legacy)** · `--link db`',
        links,
        'This container finds the container `db` under the name `db`. On a network of your own the DNS of the engine answers for it, for this container alone; /etc/hosts stays as it is.',
        '**Careful:** Links are legacy. On a network of your own, names resolve without them.',
        linkDocs,
      ],
    });
  });

  it('tells of a service in compose', () => {
    assertHover('dockercompose', service('links: [db|:database]'), {
      over: 'db:database',
      says: [
        '**Link (legacy)** · `links: db:database`',
        'Gives another service a further name, for this service alone, and starts it first.',
        'This service finds the service `db` also under the name `database`, and starts after it.',
        '**Careful:** Links are legacy: services of one network find each other by name without them.',
        linksDocs,
      ],
    });
  });
});

describe('a hover on text that would be Markdown', () => {
  it('shows it as it is', () => {
    assertHover('shellscript', "docker run --net |'[x](command:rm)`*b*' nginx", {
      over: "--net '[x](command:rm)`*b*",
      says: [
        '**Network** · ``--net [x](command:rm)`*b*``',
        chooses,
        'Joins the network ``[x](command:rm)`*b*``. If it is your own, containers on it find each other by name.',
        networkDocs,
      ],
    });
  });
});
