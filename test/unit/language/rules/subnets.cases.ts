import type { RuleCase } from './ruleCase';

export const subnets: readonly RuleCase[] = [
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.0.0.5
        mac_address: 02:42:ac:11:00:02
  db:
    image: postgres
    networks:
      front:
        ipv4_address: 10.0.0.5
        mac_address: 02-42-AC-11-00-02
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
`,
    findings: [
      {
        said: 'error address.twice «10.0.0.5»: Address already in use: web has 10.0.0.5 too. Choose another address.',
        related: ['«10.0.0.5» It is given here first.'],
        fixes: [
          {
            title: '* Change to 10.0.0.6',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.0.0.5
        mac_address: 02:42:ac:11:00:02
  db:
    image: postgres
    networks:
      front:
        ipv4_address: 10.0.0.6
        mac_address: 02-42-AC-11-00-02
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
`,
          },
        ],
      },
      {
        said: 'warning mac.twice «02-42-AC-11-00-02»: web has 02-42-AC-11-00-02 too: on one network two of them lose packets, and the engine does not look. Choose another one.',
        related: ['«02:42:ac:11:00:02» It is given here first.'],
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks: [front, back]
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/16
  back:
    ipam:
      config: [{ subnet: 10.0.5.0/24 }]
`,
    findings: [
      {
        said: 'error subnet.overlap «10.0.5.0/24»: Pool overlaps with other one on this address space. 10.0.5.0/24 overlaps 10.0.0.0/16 of front: choose another subnet.',
        related: ['«10.0.0.0/16» The subnet of front.'],
        fixes: [
          {
            title: '* Change to 10.1.0.0/24',
            after: `services:
  web:
    image: nginx
    networks: [front, back]
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/16
  back:
    ipam:
      config: [{ subnet: 10.1.0.0/24 }]
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --subnet 10.0.0.5/24 front
`,
    findings: [
      {
        said: 'warning subnet.hostBits «10.0.0.5/24»: 10.0.0.5/24 has bits behind its prefix: engines from 25.0 on refuse it. Write 10.0.0.0/24.',
        fixes: [
          {
            title: '* Change to 10.0.0.0/24',
            after: `docker network create --subnet 10.0.0.0/24 front
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --subnet 10.0.0.0/31 front
`,
    findings: [
      {
        said: 'error subnet.small «10.0.0.0/31»: failed to allocate gateway (): No available addresses on this pool. 10.0.0.0/31 is too small: take a prefix of at most /30, in IPv6 /127.',
        fixes: [
          {
            title: '* Change to 10.0.0.0/30',
            after: `docker network create --subnet 10.0.0.0/30 front
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --subnet 10.0.0.0/24 --subnet 10.1.0.0/24 front
`,
    findings: [
      {
        said: "error subnet.several «10.1.0.0/24»: bridge driver doesn't support multiple subnets. Leave 10.1.0.0/24 out, or make a second network of it.",
        fixes: [
          {
            title: '* Leave 10.1.0.0/24 out',
            after: `docker network create --subnet 10.0.0.0/24 front
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
    links:
      - db
      - db:database
  db:
    image: postgres
`,
    findings: [
      {
        said: 'hint link.legacy «db»: Links are legacy: services of one network find db by its name. Another name is an alias under its networks; the order of starting is depends_on.',
        fixes: [
          {
            title: 'Remove the link to db',
            after: `services:
  web:
    image: nginx
    links:
      - db:database
  db:
    image: postgres
`,
          },
        ],
      },
      {
        said: 'hint link.legacy «db:database»: Links are legacy: services of one network find db by its name. Another name is an alias under its networks; the order of starting is depends_on.',
        fixes: [
          {
            title: '* Make database an alias of db',
            after: `services:
  web:
    image: nginx
    links:
      - db
  db:
    image: postgres
    networks:
      default:
        aliases:
          - database
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --hostname my_host nginx
`,
    findings: [
      {
        said: 'information hostname.odd «--hostname my_host»: The engine takes my_host, but it is no hostname by RFC 1123, and some programs refuse it. Use letters, digits and dashes, up to 63 between two dots.',
      },
    ],
  },
];
