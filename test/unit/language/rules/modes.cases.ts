import type { RuleCase } from './ruleCase';

export const modes: readonly RuleCase[] = [
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    ports:
      - "8080:80"
      - "8080:80"
`,
    findings: [
      {
        said: 'error publish.twice «8080:80»: Port 8080/tcp of the host is published twice here: Bind for 0.0.0.0:8080 failed: port is already allocated. Choose another port.',
        related: ['«8080:80» web publishes it first.'],
        fixes: [
          {
            title: '* Remove the second 8080:80',
            after: `services:
  web:
    image: nginx
    ports:
      - "8080:80"
`,
          },
          {
            title: 'Publish on port 8081',
            after: `services:
  web:
    image: nginx
    ports:
      - "8080:80"
      - "8081:80"
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run -p 8080:80 -p 127.0.0.1:8080:81 nginx
`,
    findings: [
      {
        said: 'error publish.twice «127.0.0.1:8080:81»: Port 8080/tcp of the host is published twice here: Bind for 127.0.0.1:8080 failed: port is already allocated. Choose another port.',
        related: ['«8080:80» Here publishes it first.'],
        fixes: [
          {
            title: 'Publish on port 8081',
            after: `docker run -p 8080:80 -p 127.0.0.1:8081:81 nginx
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
    ports:
      - 22:22
      - 8080:80
`,
    findings: [
      {
        said: 'information publish.base60 «22:22»: Readers of YAML 1.1, such as docker-compose 1, take 22:22 for 1342, a number to base 60; compose 2 reads it as it stands. Put quotes around it.',
        fixes: [
          {
            title: '* Write "22:22"',
            after: `services:
  web:
    image: nginx
    ports:
      - "22:22"
      - 8080:80
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
    network_mode: host
    ports:
      - "80:80"
    restart: always
`,
    findings: [
      {
        said: 'warning publish.discarded «ports»: Published ports are discarded when using host network mode. The program is open on the host as it is.',
        fixes: [
          {
            title: '* Remove ports',
            after: `services:
  web:
    image: nginx
    network_mode: host
    restart: always
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --net host -p 80:80 nginx
`,
    findings: [
      {
        said: 'warning publish.discarded «-p 80:80»: Published ports are discarded when using host network mode. The program is open on the host as it is.',
        fixes: [
          {
            title: '* Remove -p',
            after: `docker run --net host nginx
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
    network_mode: service:db
    ports: ["80:80"]
    hostname: web
  db:
    image: postgres
`,
    findings: [
      {
        said: 'error publish.sharedNetwork «ports»: conflicting options: port publishing and the container type network mode. Publish the ports on the container whose network is shared.',
        fixes: [
          {
            title: '* Remove ports',
            after: `services:
  web:
    image: nginx
    network_mode: service:db
    hostname: web
  db:
    image: postgres
`,
          },
        ],
      },
      {
        said: 'error network.modeConflict «hostname: web»: conflicting options: hostname and the network mode. It belongs to the container whose network is shared.',
        fixes: [
          {
            title: '* Remove hostname',
            after: `services:
  web:
    image: nginx
    network_mode: service:db
    ports: ["80:80"]
  db:
    image: postgres
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
    network_mode: bridge
    networks:
      - front
networks:
  front:
`,
    findings: [
      {
        said: 'error network.modeWithNetworks «network_mode: bridge»: service web declares mutually exclusive `network_mode` and `networks`. Keep one of the two.',
        related: ['«networks» The networks are here.'],
        fixes: [
          {
            title: 'Remove network_mode',
            after: `services:
  web:
    image: nginx
    networks:
      - front
networks:
  front:
`,
          },
          {
            title: 'Remove networks',
            after: `services:
  web:
    image: nginx
    network_mode: bridge
networks:
  front:
`,
          },
        ],
      },
    ],
  },
];
