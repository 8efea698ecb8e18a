import type { RuleCase } from './ruleCase';

export const addresses: readonly RuleCase[] = [
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks: [front]
networks:
  front:
    driver_opts:
      com.docker.network.bridge.name: docker0
`,
    findings: [
      {
        said: 'error network.docker0 «docker0»: The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse. Choose another name.',
        fixes: [
          {
            title: '* Name the bridge br-front',
            after: `services:
  web:
    image: nginx
    networks: [front]
networks:
  front:
    driver_opts:
      com.docker.network.bridge.name: br-front
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create -d host mine
`,
    findings: [
      {
        said: 'error driver.single «host»: only one instance of "host" network is allowed. The engine makes that one itself: use --network host.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network-alias www nginx
`,
    findings: [
      {
        said: 'error alias.defaultBridge «--network-alias www»: network-scoped aliases are only supported for user-defined networks. Without --network the container is on the default bridge. Make a network and name it: docker network create front, --network front.',
        fixes: [
          {
            title: 'Remove --network-alias',
            after: `docker run nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --ip 10.0.0.5 nginx
`,
    findings: [
      {
        said: 'error address.defaultBridge «--ip 10.0.0.5»: user specified IP address is supported on user defined networks only. Without --network the container is on the default bridge. Make a network with a subnet and name it: --network front.',
        fixes: [
          {
            title: 'Remove --ip',
            after: `docker run nginx
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
        ipv4_address: 10.0.0.5
networks:
  front:
`,
    findings: [
      {
        said: 'error address.noSubnet «10.0.0.5»: user specified IP address is supported only when connecting to networks with user configured subnets. Give front an IPv4 subnet under ipam.config.',
        related: ['«front» front is defined here.'],
        fixes: [
          {
            title: '* Give front the subnet 10.0.0.0/24',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.0.0.5
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
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
        ipv4_address: 10.9.0.5
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
`,
    findings: [
      {
        said: "error address.outside «10.9.0.5»: Invalid address 10.9.0.5: It does not belong to any of this network's subnets. front has 10.0.0.0/24.",
        related: ['«10.0.0.0/24» The subnet is here.'],
        fixes: [
          {
            title: '* Change to 10.0.0.5',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.0.0.5
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
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
        ipv4_address: 10.0.0.1
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
`,
    findings: [
      {
        said: 'error address.gateway «10.0.0.1»: Address already in use: 10.0.0.1 is the gateway of front. Choose another address.',
        related: ['«10.0.0.0/24» It is the gateway by this.'],
        fixes: [
          {
            title: '* Change to 10.0.0.2',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.0.0.2
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
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
        ipv4_address: 10.0.0.9
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
          gateway: 10.0.0.9
`,
    findings: [
      {
        said: 'error address.gateway «10.0.0.9»: Address already in use: 10.0.0.9 is the gateway of front. Choose another address.',
        related: ['«10.0.0.9» It is the gateway by this.'],
        fixes: [
          {
            title: '* Change to 10.0.0.10',
            after: `services:
  web:
    image: nginx
    networks:
      front:
        ipv4_address: 10.0.0.10
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
          gateway: 10.0.0.9
`,
          },
        ],
      },
    ],
  },
];
