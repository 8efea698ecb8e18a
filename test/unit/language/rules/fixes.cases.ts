import type { RuleCase } from './ruleCase';

export const fixes: readonly RuleCase[] = [
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.7.0.5
  db:
    image: postgres
    networks:
      front:
        ipv4_address: 10.7.1.6
networks:
  front:
    driver: bridge
`,
    findings: [
      {
        said: 'error address.noSubnet «10.7.0.5»: user specified IP address is supported only when connecting to networks with user configured subnets. Give front an IPv4 subnet under ipam.config.',
        related: ['«front» front is defined here.'],
        fixes: [
          {
            title: '* Give front the subnet 10.7.0.0/20',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.7.0.5
  db:
    image: postgres
    networks:
      front:
        ipv4_address: 10.7.1.6
networks:
  front:
    driver: bridge
    ipam:
      config:
        - subnet: 10.7.0.0/20
`,
          },
        ],
      },
      {
        said: 'error address.noSubnet «10.7.1.6»: user specified IP address is supported only when connecting to networks with user configured subnets. Give front an IPv4 subnet under ipam.config.',
        related: ['«front» front is defined here.'],
        fixes: [
          {
            title: '* Give front the subnet 10.7.0.0/20',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.7.0.5
  db:
    image: postgres
    networks:
      front:
        ipv4_address: 10.7.1.6
networks:
  front:
    driver: bridge
    ipam:
      config:
        - subnet: 10.7.0.0/20
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
        ipv6_address: fd07::5
networks:
  front:

volumes:
  data:
`,
    findings: [
      {
        said: 'error address.noSubnet «fd07::5»: user specified IP address is supported only when connecting to networks with user configured subnets. Give front an IPv6 subnet under ipam.config.',
        related: ['«front» front is defined here.'],
        fixes: [
          {
            title: '* Give front the subnet fd07::/64',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv6_address: fd07::5
networks:
  front:
    enable_ipv6: true
    ipam:
      config:
        - subnet: fd07::/64

volumes:
  data:
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
    networks: [front, back]
networks:
  front:
    ipam:
      config:
        - subnet: 10.1.0.0/24
        - subnet: 10.1.1.0/24
  back:
    ipam:
      config:
        - subnet: 10.3.0.0/31
`,
    findings: [
      {
        said: "error subnet.several «10.1.1.0/24»: bridge driver doesn't support multiple subnets. Leave 10.1.1.0/24 out, or make a second network of it.",
        fixes: [
          {
            title: '* Leave 10.1.1.0/24 out',
            after: `services:
  web:
    image: nginx
    networks: [front, back]
networks:
  front:
    ipam:
      config:
        - subnet: 10.1.0.0/24
  back:
    ipam:
      config:
        - subnet: 10.3.0.0/31
`,
          },
        ],
      },
      {
        said: 'error subnet.small «10.3.0.0/31»: failed to allocate gateway (): No available addresses on this pool. 10.3.0.0/31 is too small: take a prefix of at most /30, in IPv6 /127.',
        fixes: [
          {
            title: '* Change to 10.3.0.0/30',
            after: `services:
  web:
    image: nginx
    networks: [front, back]
networks:
  front:
    ipam:
      config:
        - subnet: 10.1.0.0/24
        - subnet: 10.1.1.0/24
  back:
    ipam:
      config:
        - subnet: 10.3.0.0/30
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network a --network a nginx
docker run --network a --network host nginx
docker run --network name=a,ip=10.0.0.2 --ip 10.0.0.3 nginx
`,
    findings: [
      {
        said: 'error network.flagsConflict «--network a»: network "a" is specified multiple times. Name it once.',
        fixes: [
          {
            title: 'Remove --network a',
            after: `docker run --network a nginx
docker run --network a --network host nginx
docker run --network name=a,ip=10.0.0.2 --ip 10.0.0.3 nginx
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
docker run --network a nginx
docker run --network name=a,ip=10.0.0.2 --ip 10.0.0.3 nginx
`,
          },
        ],
      },
      {
        said: 'error network.flagsConflict «--ip 10.0.0.3»: conflicting options: cannot specify both --ip and per-network IPv4 address. Flags are about the first network: say it in one place.',
        fixes: [
          {
            title: 'Remove --ip 10.0.0.3',
            after: `docker run --network a --network a nginx
docker run --network a --network host nginx
docker run --network name=a,ip=10.0.0.2 nginx
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
    networks: [front, back]
networks:
  front:
    external:
      name: own-front
  back:
    external: { name: own-back }
`,
    findings: [
      {
        said: 'hint network.externalName «own-front»: external.name is deprecated. Write external: true, and name: own-front beside it.',
        tag: 'deprecated',
        fixes: [
          {
            title: '* Write name: own-front beside external',
            after: `services:
  web:
    image: nginx
    networks: [front, back]
networks:
  front:
    external: true
    name: own-front
  back:
    external: { name: own-back }
`,
          },
        ],
      },
      {
        said: 'hint network.externalName «own-back»: external.name is deprecated. Write external: true, and name: own-back beside it.',
        tag: 'deprecated',
        fixes: [
          {
            title: '* Write name: own-back beside external',
            after: `services:
  web:
    image: nginx
    networks: [front, back]
networks:
  front:
    external:
      name: own-front
  back:
    external: true
    name: own-back
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
      - db:database
  db:
    image: postgres
`,
    findings: [
      {
        said: 'hint link.legacy «db:database»: Links are legacy: services of one network find db by its name. Another name is an alias under its networks; the order of starting is depends_on.',
        fixes: [
          {
            title: '* Make database an alias of db',
            after: `services:
  web:
    image: nginx
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
];
