import type { RuleCase } from './ruleCase';

export const values: readonly RuleCase[] = [
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    ports:
      - "127.0.0.1:80"
      - "8000-8002:80-81"
      - "8443:443/foo"
      - "localhost:90:90"
`,
    findings: [
      {
        said: 'error publish.invalid «127.0.0.1»: invalid hostPort: 127.0.0.1. After an address come two ports: 127.0.0.1:80:80, or 127.0.0.1::80 for a free port of the host.',
        fixes: [
          {
            title: '* Publish port 80 of 127.0.0.1',
            after: `services:
  web:
    image: nginx
    ports:
      - "127.0.0.1:80:80"
      - "8000-8002:80-81"
      - "8443:443/foo"
      - "localhost:90:90"
`,
          },
          {
            title: 'Publish on a free port of 127.0.0.1',
            after: `services:
  web:
    image: nginx
    ports:
      - "127.0.0.1::80"
      - "8000-8002:80-81"
      - "8443:443/foo"
      - "localhost:90:90"
`,
          },
        ],
      },
      {
        said: 'error publish.invalid «8000-8002»: invalid ranges specified for container and host Ports: 80-81 and 8000-8002. Both ranges must be of one length: 8000-8002:80-82.',
        fixes: [
          {
            title: '* Use the host ports 8000-8001',
            after: `services:
  web:
    image: nginx
    ports:
      - "127.0.0.1:80"
      - "8000-8001:80-81"
      - "8443:443/foo"
      - "localhost:90:90"
`,
          },
        ],
      },
      {
        said: 'error publish.invalid «foo»: invalid proto: foo. The protocol is tcp, udp or sctp.',
        fixes: [
          {
            title: 'Use tcp',
            after: `services:
  web:
    image: nginx
    ports:
      - "127.0.0.1:80"
      - "8000-8002:80-81"
      - "8443:443"
      - "localhost:90:90"
`,
          },
        ],
      },
      {
        said: 'error publish.invalid «localhost»: invalid IP address: localhost. The first of three parts is an IP address of the host, such as 127.0.0.1; names do not work.',
        fixes: [
          {
            title: '* Bind to 127.0.0.1',
            after: `services:
  web:
    image: nginx
    ports:
      - "127.0.0.1:80"
      - "8000-8002:80-81"
      - "8443:443/foo"
      - "127.0.0.1:90:90"
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run -p [::1]:80 -p 8080: nginx
`,
    findings: [
      {
        said: "error publish.invalid «[:»: invalid IP address [:: address [::: missing ']' in address. After an IPv6 address in brackets come two ports: [::1]:8080:80, or [::1]::80 for a free one.",
        fixes: [
          {
            title: '* Publish port 80 of [::1]',
            after: `docker run -p [::1]:80:80 -p 8080: nginx
`,
          },
          {
            title: 'Publish on a free port of [::1]',
            after: `docker run -p [::1]::80 -p 8080: nginx
`,
          },
        ],
      },
      {
        said: 'error publish.invalid «8080:»: no port specified: 8080:<empty>. The port of the container is missing: write it last, as in 8080:80.',
        fixes: [
          {
            title: '* Write 8080:8080',
            after: `docker run -p [::1]:80 -p 8080:8080 nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker service create -p 127.0.0.1:80:80 nginx
`,
    findings: [
      {
        said: 'error publish.invalid «127.0.0.1:80:80»: hostip is not supported. A service is published on all addresses of its nodes: leave the address out.',
        fixes: [
          {
            title: '* Leave the address out',
            after: `docker service create -p 80:80 nginx
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network name=a,foo=b nginx
`,
    findings: [
      {
        said: 'error network.invalid «foo=b»: invalid field key foo. It knows name, alias, ip, ip6, mac-address, link-local-ip, driver-opt and gw-priority.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --link a:b:c nginx
`,
    findings: [
      {
        said: 'error link.invalid «a:b:c»: bad format for links: a:b:c. Write the container, and perhaps the name it gets here: db or db:database.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --expose 8080:80 nginx
`,
    findings: [
      {
        said: 'error expose.invalid «8080:80»: invalid port format for --expose: 8080:80. A port of the host is chosen by --publish, or ports in compose. Here only the port of the container: 80.',
        fixes: [
          {
            title: '* Expose 80',
            after: `docker run --expose 80 nginx
`,
          },
        ],
      },
    ],
  },
];
