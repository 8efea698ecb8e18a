import type { RuleCase } from './ruleCase';

export const ports: readonly RuleCase[] = [
  {
    language: 'dockerfile',
    text: `FROM scratch
EXPOSE 8080:80 http 443/tcp
`,
    findings: [
      {
        said: 'warning expose.hostPort «8080:80»: EXPOSE drops the host part of 8080:80: an image chooses no port of the host. Write 80, and publish it with -p when the container is made.',
        fixes: [
          {
            title: '* Expose 80',
            after: `FROM scratch
EXPOSE 80 http 443/tcp
`,
          },
        ],
      },
      {
        said: 'error expose.invalid «http»: invalid containerPort: http. The last part is the port of the container, a number up to 65535 or a range such as 80-90.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --add-host db:localhost nginx
`,
    findings: [
      {
        said: 'error addHost.invalid «localhost»: invalid IP address in add-host: "localhost". Behind the name stands an IP address, or host-gateway for the host.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --mac-address zz nginx
`,
    findings: [
      {
        said: 'error mac.invalid «zz»: zz is not a valid mac address. Six octets: 02:42:ac:11:00:02.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network front --ip 10.0.0.5/24 nginx
`,
    findings: [
      {
        said: 'error address.invalid «10.0.0.5/24»: invalid IPv4 address: 10.0.0.5/24. An IPv4 address such as 172.28.0.10. The prefix length belongs to the subnet of the network.',
        fixes: [
          {
            title: '* Leave the prefix length out',
            after: `docker run --network front --ip 10.0.0.5 nginx
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
    dns: ns.example.com
    dns_search: [a..b]
`,
    findings: [
      {
        said: 'error dns.invalid «ns.example.com»: IP address is not correctly formatted: ns.example.com. An IP address alone, such as 9.9.9.9: no name, and no port.',
      },
      {
        said: 'error dns.invalid «a..b»: a..b is not a valid domain. Letters, digits and dashes between dots, as in example.com; . for no search domains.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --sysctl vm.swappiness=1 nginx
`,
    findings: [
      {
        said: "error sysctl.invalid «vm.swappiness=1»: sysctl 'vm.swappiness=1' is not allowed. Only what a container has for itself can be set: net., fs.mqueue. and a few of kernel.. All else belongs to the host.",
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
        gw_priority: high
networks:
  front:
`,
    findings: [
      {
        said: 'error gatewayPriority.invalid «high»: strconv.ParseInt: parsing "high": invalid syntax. A whole number; the highest one gives the default route.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --internal=maybe front
`,
    findings: [
      {
        said: 'error switch.invalid «maybe»: strconv.ParseBool: parsing "maybe": invalid syntax. A switch is on without a value; to turn it off, write =false.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --subnet 10.0.0.0 front
`,
    findings: [
      {
        said: 'error subnet.invalid «10.0.0.0»: Invalid subnet 10.0.0.0 : invalid CIDR address: 10.0.0.0. An address and the length of its prefix: 172.28.0.0/16.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --subnet 10.0.0.0/24 --gateway 10.9.0.1 front
`,
    findings: [
      {
        said: 'error subnet.outside «10.9.0.1»: no matching subnet for gateway 10.9.0.1. It must lie in 10.0.0.0/24.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --subnet 10.0.0.0/24 --gateway 10.0.0.1/24 front
`,
    findings: [
      {
        said: 'error subnet.outside «10.0.0.1/24»: invalid gateway address 10.0.0.1/24 in Ipam configuration. An address alone: the length of the prefix belongs to the subnet.',
        fixes: [
          {
            title: '* Leave the prefix length out',
            after: `docker network create --subnet 10.0.0.0/24 --gateway 10.0.0.1 front
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
    ports: ["8080:80/tcp/udp", "8081:0"]
`,
    findings: [
      {
        said: 'warning publish.odd «udp»: Docker reads the protocol as tcp and drops udp.',
        fixes: [
          {
            title: '* Leave /udp out',
            after: `services:
  web:
    image: nginx
    ports: ["8080:80/tcp", "8081:0"]
`,
          },
        ],
      },
      {
        said: 'warning publish.odd «0»: Docker accepts port 0 of the container, and no program can listen on it.',
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    ports:
      - "8080:80"
  db:
    image: postgres
    ports:
      - "8080:5432"
`,
    findings: [
      {
        said: 'error publish.twice «8080:5432»: Port 8080/tcp of the host is published by the service web too: Bind for 0.0.0.0:8080 failed: port is already allocated. Choose another port.',
        related: ['«8080:80» web publishes it first.'],
        fixes: [
          {
            title: 'Publish on port 8081',
            after: `services:
  web:
    image: nginx
    ports:
      - "8080:80"
  db:
    image: postgres
    ports:
      - "8081:5432"
`,
          },
        ],
      },
    ],
  },
];
