import type { RuleCase } from './ruleCase';

export const networks: readonly RuleCase[] = [
  {
    language: 'shellscript',
    text: `docker run --network container:web --dns 9.9.9.9 --link db nginx
`,
    findings: [
      {
        said: 'error network.modeConflict «--dns 9.9.9.9»: conflicting options: dns and the network mode. It belongs to the container whose network is shared.',
        fixes: [
          {
            title: '* Remove --dns',
            after: `docker run --network container:web --link db nginx
`,
          },
        ],
      },
      {
        said: "error network.modeConflict «--link db»: conflicting options: container type network can't be used with links. This would result in undefined behavior. It belongs to the container whose network is shared.",
        fixes: [
          {
            title: '* Remove --link',
            after: `docker run --network container:web --dns 9.9.9.9 nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network host --sysctl net.core.somaxconn=1 --link db nginx
`,
    findings: [
      {
        said: 'error network.modeConflict «--sysctl net.core.somaxconn=1»: sysctl "net.core.somaxconn" not allowed in host network namespace. On the host network it would change the host itself.',
        fixes: [
          {
            title: '* Remove --sysctl',
            after: `docker run --network host --link db nginx
`,
          },
        ],
      },
      {
        said: "error network.modeConflict «--link db»: conflicting options: host type networking can't be used with links. This would result in undefined behavior. Programs on the host network reach others at 127.0.0.1 and their ports.",
        fixes: [
          {
            title: '* Remove --link',
            after: `docker run --network host --sysctl net.core.somaxconn=1 nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network a --network a --network host nginx
`,
    findings: [
      {
        said: 'error network.flagsConflict «--network a»: network "a" is specified multiple times. Name it once.',
        fixes: [
          {
            title: 'Remove --network a',
            after: `docker run --network a --network host nginx
`,
          },
        ],
      },
      {
        said: 'error network.flagsConflict «--network host»: conflicting options: cannot attach both user-defined and non-user-defined network-modes. Several networks must all be your own.',
        fixes: [
          {
            title: 'Remove --network host',
            after: `docker run --network a --network a nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network name=a,ip=10.0.0.2 --ip 10.0.0.3 nginx
`,
    findings: [
      {
        said: 'error network.flagsConflict «--ip 10.0.0.3»: conflicting options: cannot specify both --ip and per-network IPv4 address. Flags are about the first network: say it in one place.',
        fixes: [
          {
            title: 'Remove --ip 10.0.0.3',
            after: `docker run --network name=a,ip=10.0.0.2 nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks:
      - frnt
networks:
  front:
`,
    findings: [
      {
        said: 'error network.undefined «frnt»: service "web" refers to undefined network frnt. Define it under the top-level networks.',
        fixes: [
          {
            title: 'Define the network frnt',
            after: `services:
  web:
    image: nginx
    networks:
      - frnt
networks:
  front:
  frnt:
`,
          },
          {
            title: '* Change to front',
            after: `services:
  web:
    image: nginx
    networks:
      - front
networks:
  front:
`,
          },
        ],
      },
      {
        said: 'hint network.unused «front»: No service joins the network front, so compose does not make it.',
        tag: 'unnecessary',
        fixes: [
          {
            title: '* Remove the network front',
            after: `services:
  web:
    image: nginx
    networks:
      - frnt
`,
          },
        ],
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks: [back]
`,
    findings: [
      {
        said: 'error network.undefined «back»: service "web" refers to undefined network back. Define it under the top-level networks.',
        fixes: [
          {
            title: '* Define the network back',
            after: `services:
  web:
    image: nginx
    networks: [back]

networks:
  back:
`,
          },
        ],
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks:
      - front
networks:
  front:
  back:
    driver: bridge
`,
    findings: [
      {
        said: 'hint network.unused «back»: No service joins the network back, so compose does not make it.',
        tag: 'unnecessary',
        fixes: [
          {
            title: '* Remove the network back',
            after: `services:
  web:
    image: nginx
    networks:
      - front
networks:
  front:
`,
          },
        ],
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
networks:
  front:
`,
    findings: [
      {
        said: 'hint network.unused «front»: No service joins the network front, so compose does not make it.',
        tag: 'unnecessary',
        fixes: [
          {
            title: '* Remove the network front',
            after: `services:
  web:
    image: nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    network_mode: service:dbs
    links: [cache]
  db:
    image: postgres
`,
    findings: [
      {
        said: 'error network.unknownService «dbs»: service "dbs" not found for network_mode \'service:dbs\'. Name a service of this file.',
      },
      {
        said: "error network.modeConflict «links»: conflicting options: container type network can't be used with links. This would result in undefined behavior. It belongs to the container whose network is shared.",
        fixes: [
          {
            title: '* Remove links',
            after: `services:
  web:
    image: nginx
    network_mode: service:dbs
  db:
    image: postgres
`,
          },
        ],
      },
      {
        said: 'error link.unknownService «cache»: service "web" depends on undefined service "cache". Name a service of this file; containers of others stand under external_links.',
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks: [front]
networks:
  front:
    external: true
    driver: bridge
`,
    findings: [
      {
        said: 'error network.externalKeys «driver»: networks.front: conflicting parameters "external" and "driver" specified. An external network is there already: only its name can be said.',
        fixes: [
          {
            title: '* Remove driver',
            after: `services:
  web:
    image: nginx
    networks: [front]
networks:
  front:
    external: true
`,
          },
          {
            title: 'Remove external',
            after: `services:
  web:
    image: nginx
    networks: [front]
networks:
  front:
    driver: bridge
`,
          },
        ],
      },
    ],
  },
];
