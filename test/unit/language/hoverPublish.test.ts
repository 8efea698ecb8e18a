import { assertHover, assertNoHover } from './marker';

const publishDocs = '[Docker documentation](https://docs.docker.com/engine/network/port-publishing/)';
const portsDocs = '[Docker documentation](https://docs.docker.com/reference/compose-file/services/#ports)';

const publishes = 'Opens a port of the host and sends what arrives there to a port of the container.';

/** One service of a compose file. */
function service(lines: string): string {
  return `services:\n  web:\n    image: nginx\n${lines.replace(/^/gm, '    ')}\n  db:\n    image: postgres\n`;
}

describe('a hover on a published port', () => {
  const over = '-p 127.0.0.1:8080:80/udp';
  const says = [
    '**Publish a port** · `-p 127.0.0.1:8080:80/udp`',
    publishes,
    'Port **8080** of the host leads to port **80**/udp of the container.',
    '- Host address: `127.0.0.1`, reached by programs on this host only\n' +
      '- Host port: `8080`\n' +
      '- Container port: `80/udp`, where the program inside listens',
    `In compose: \`ports: ["127.0.0.1:8080:80/udp"]\` · ${publishDocs}`,
  ];
  for (const marked of [
    '# docker run |-p 127.0.0.1:8080:80/udp nginx',
    '# docker run -|p 127.0.0.1:8080:80/udp nginx',
    '# docker run -p| 127.0.0.1:8080:80/udp nginx',
    '# docker run -p 127.0.0.1:80|80:80/udp nginx',
    '# docker run -p 127.0.0.1:8080:80/udp| nginx',
  ]) {
    it(`shows at ${marked}`, () => {
      assertHover('dockerfile', marked, { over, says });
    });
  }

  it('is not beside it', () => {
    assertNoHover('dockerfile', '# docker run| -p 8080:80 nginx');
    assertNoHover('dockerfile', '# docker run -p 8080:80 |nginx');
  });

  it('is not on a flag of the program in the container', () => {
    assertNoHover('dockerfile', '# docker run nginx mkdir |-p /x');
  });

  it('warns where other machines reach it', () => {
    assertHover('dockercompose', service('ports:\n  - "53|:53/udp"'), {
      over: '53:53/udp',
      says: [
        '**Publish a port** · `ports: 53:53/udp`',
        publishes,
        'Port **53** of the host leads to port **53**/udp of the container.',
        '- Host address: all addresses of the host, by default\n' +
          '- Host port: `53`\n' +
          '- Container port: `53/udp`, where the program inside listens',
        '**Careful:** Other machines reach it too, past firewalls that filter INPUT, such as ufw. For this host only: `127.0.0.1:53:53/udp`.',
        `As a flag: \`-p 53:53/udp\` · ${portsDocs}`,
      ],
    });
  });

  it('tells a choice from a range', () => {
    assertHover('shellscript', 'docker run -p [::1]:8000-8010:|80 nginx', {
      over: '-p [::1]:8000-8010:80',
      says: [
        '**Publish a port** · `-p [::1]:8000-8010:80`',
        publishes,
        'One free port of **8000-8010** on the host leads to port **80**/tcp of the container.',
        '- Host address: `::1`, reached by programs on this host only\n' +
          '- Host port: `8000-8010`\n' +
          '- Container port: `80/tcp`, where the program inside listens',
        `In compose: \`ports: ["[::1]:8000-8010:80"]\` · ${publishDocs}`,
      ],
    });
  });

  it('tells what is missing', () => {
    assertHover('shellscript', 'docker run |-p 10.0.0.1::80-81 nginx', {
      over: '-p 10.0.0.1::80-81',
      says: [
        '**Publish a port** · `-p 10.0.0.1::80-81`',
        publishes,
        'Free ports of the host lead to ports **80-81**/tcp of the container.',
        '- Host address: `10.0.0.1`, this address of the host only\n' +
          '- Host port: free ones\n' +
          '- Container port: `80-81/tcp`, where the program inside listens',
        `In compose: \`ports: ["10.0.0.1::80-81"]\` · ${publishDocs}`,
      ],
    });
  });

  it('explains a refusal in the words of docker, and what to write', () => {
    assertHover('dockercompose', service('ports: ["127.0|.0.1:80"]'), {
      over: '127.0.0.1:80',
      says: [
        '**Publish a port** · `ports: 127.0.0.1:80`',
        publishes,
        '**Docker refuses it:** `invalid hostPort: 127.0.0.1`',
        'After an address come two ports: `127.0.0.1:80:80`, or `127.0.0.1::80` for a free port of the host.',
        portsDocs,
      ],
    });
  });

  it('reads the long form of compose', () => {
    assertHover(
      'dockercompose',
      service('ports:\n  - target: 80\n    published: "80|80"\n    host_ip: ::1'),
      {
        over: 'target: 80\n        published: "8080"\n        host_ip: ::1',
        says: [
          '**Publish a port** · `ports: { target: 80, published: 8080, host_ip: ::1 }`',
          publishes,
          'Port **8080** of the host leads to port **80**/tcp of the container.',
          '- Host address: `::1`, reached by programs on this host only\n' +
            '- Host port: `8080`\n' +
            '- Container port: `80/tcp`, where the program inside listens',
          portsDocs,
        ],
      },
    );
  });

  it('says what is known beside a variable', () => {
    assertHover('dockercompose', service('ports:\n  - "127.0.0.1:${PORT:-|8080}:80"'), {
      over: '127.0.0.1:${PORT:-8080}:80',
      says: [
        '**Publish a port** · `ports: 127.0.0.1:${PORT:-8080}:80`',
        publishes,
        'Known when the variables are put in.',
        '- Host address: `127.0.0.1`\n- Host port: `${PORT:-8080}`\n- Container port: `80`',
        portsDocs,
      ],
    });
  });

  it('warns of the host network, of two small numbers, and of nothing that does not hold then', () => {
    assertHover('dockercompose', service('network_mode: host\nports:\n  - |22:22'), {
      over: '22:22',
      says: [
        '**Publish a port** · `ports: 22:22`',
        publishes,
        '**Nothing is published** on the host network, and the engine only warns: what the program listens on is open on the host as it is.',
        '**Careful:** Quote it: YAML 1.1 reads it as one number in base 60, for the part behind the colon is below 60.',
        portsDocs,
      ],
    });
  });

  it('explains the key in general', () => {
    assertHover('dockercompose', service('por|ts:\n  - "8080:80"'), {
      over: 'ports',
      says: [
        '**Publish a port** · `ports:`',
        publishes,
        '- `8080:80`: host port 8080 to container port 80, on all addresses of the host\n' +
          '- `127.0.0.1:8080:80`: the same, for programs on this host only\n' +
          '- `80`: a free host port, chosen at start\n' +
          '- `8000-8010:80`: one free port of the range\n' +
          '- `8000-8002:80-82`: port by port; both ranges are of one length\n' +
          '- `8080:80/udp`: `tcp` (default), `udp` or `sctp`\n' +
          '- `{ target: 80, published: "8080", host_ip: 127.0.0.1 }`: the second in keys; also `protocol` and `mode`',
        'Default: nothing is published; containers on the same network reach all ports without it.',
        'Versions: `sctp` needs API 1.37.',
        '**Careful:**\n' +
          '- Without an address the port is open on **all** addresses of the host, and firewall rules on INPUT, such as those of ufw, do not stop it.\n' +
          '- Nothing is published on the `host` and `none` networks, on internal networks, and on macvlan and ipvlan.\n' +
          '- A taken port shows when the container starts, not when it is created.\n' +
          '- Quote it: YAML may read `22:22` as a number.',
        '**How it works:**\n' +
          '1. A request comes to the port of the host.\n' +
          '2. A NAT rule (DNAT) turns its target into the address and the port of the container. What comes to 127.0.0.1 is passed on by a program, docker-proxy.\n' +
          '3. The bridge of the network, docker0 for the default one, takes it to the container: one end of a veth pair is on the bridge, the other end is eth0 inside.\n' +
          '4. The answer goes back the same way.',
        'Elsewhere: `docker run -p 8080:80 nginx`',
        portsDocs,
      ],
    });
  });
});
