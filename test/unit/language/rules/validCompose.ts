/** A compose file with nothing wrong in it. */
export interface ValidFile {
  readonly what: string;
  readonly text: string;
  /** Where the name of the file matters. */
  readonly fileName?: string;
  /** docker-compose 1 does not know what it is written with. */
  readonly newer?: true;
}

export const validCompose: readonly ValidFile[] = [
  {
    what: 'a shop with front and back',
    text: `services:
  proxy:
    image: nginx:1.27
    ports:
      - "80:80"
      - "443:443"
      - target: 8443
        published: "8443"
        protocol: tcp
    networks: [front]
    depends_on: [web]
  web:
    build: .
    expose:
      - "3000"
    networks:
      front:
        aliases: [app, www.example.com]
      back:
  db:
    image: postgres:16
    networks:
      back:
        ipv4_address: 172.28.5.10
networks:
  front:
  back:
    internal: true
    ipam:
      config:
        - subnet: 172.28.0.0/16
          ip_range: 172.28.5.0/24
          gateway: 172.28.5.254
          aux_addresses:
            printer: 172.28.1.5
`,
  },
  {
    what: 'ports with variables',
    text: `services:
  web:
    image: "nginx:\${TAG:-latest}"
    ports:
      - "\${PORT:-8080}:80"
      - "\${IP:-127.0.0.1}:\${TLS_PORT:-8443}:443"
      - \${DEBUG_PORT}:9229
    networks:
      front:
        ipv4_address: \${WEB_IP:-10.5.0.5}
    dns: \${DNS:-9.9.9.9}
    extra_hosts:
      - "api:\${API_IP:-10.0.0.9}"
  admin:
    image: nginx
    ports:
      - "\${PORT:-8080}:8080"
networks:
  front:
    name: \${NETWORK:-front}
    ipam:
      config:
        - subnet: \${SUBNET:-10.5.0.0/16}
          gateway: \${GATEWAY:-10.9.0.1}
`,
  },
  {
    what: 'alternatives in profiles on one port',
    newer: true,
    text: `services:
  postgres:
    image: postgres
    profiles: [postgres]
    ports: ["5432:5432"]
  cockroach:
    image: cockroach
    profiles:
      - cockroach
    ports: ["5432:26257"]
  app:
    image: app
`,
  },
  {
    what: 'an anchor and a merge',
    text: `x-logging: &logging
  logging:
    driver: json-file
x-service: &service
  restart: unless-stopped
  networks:
    - back
  dns:
    - 9.9.9.9
services:
  a:
    <<: [*service, *logging]
    image: a
  b:
    <<: *service
    image: b
    ports: &ports
      - "127.0.0.1:9000:9000"
      - "9001-9003:9001-9003/udp"
networks:
  back:
    driver_opts: &options
      com.docker.network.bridge.name: br-back
`,
  },
  {
    what: 'networks that a merge brings',
    text: `x-networks: &networks
  networks: [front, back]
services:
  web:
    image: nginx
    <<: *networks
networks:
  front: {}
  back: {}
`,
  },
  {
    what: 'services of another file',
    newer: true,
    text: `include:
  - ../db/compose.yaml
services:
  web:
    image: nginx
    networks: [database]
    links: [db]
`,
  },
  {
    what: 'a service that another file has the rest of',
    newer: true,
    text: `services:
  web:
    extends:
      file: common.yml
      service: web
    ports: ["8080:80"]
networks:
  front:
`,
  },
  {
    what: 'an override',
    fileName: 'compose.override.yaml',
    newer: true,
    text: `services:
  web:
    ports: !override ["8081:80"]
    networks: [front]
  debug:
    image: busybox
    network_mode: service:web
    networks: !reset null
`,
  },
  {
    what: 'one of several files',
    fileName: 'docker-compose.prod.yml',
    newer: true,
    text: `services:
  metrics:
    image: prom/prometheus
    networks: [monitoring]
    links: [web]
`,
  },
  {
    what: 'host, none and shared networks',
    text: `services:
  agent:
    image: agent
    network_mode: host
    expose: ["9100"]
  batch:
    image: batch
    network_mode: none
  web:
    image: nginx
    ports: ["8080:80"]
    hostname: web
  sidecar:
    image: envoy
    network_mode: "service:web"
    depends_on: [web]
  tap:
    image: tcpdump
    network_mode: "container:other"
`,
  },
  {
    what: 'one port for two protocols and two addresses',
    text: `services:
  dns:
    image: bind
    ports:
      - "53:53/tcp"
      - "53:53/udp"
      - "127.0.0.1:8053:8053"
      - "127.0.0.2:8053:8053"
      - "8000-8010:80"
      - "8005:8005"
      - "9000-9001"
      - "49153"
      - 3000
`,
  },
  {
    what: 'external networks',
    text: `version: "3.8"
services:
  web:
    image: nginx
    networks:
      - proxy
      - default
networks:
  proxy:
    external: true
    name: traefik_proxy
  default:
    driver: bridge
`,
  },
  {
    what: 'two families, two networks, two addresses',
    newer: true,
    text: `services:
  a:
    image: a
    networks:
      dual:
        ipv4_address: 10.10.0.5
        ipv6_address: fd00:10::5
        mac_address: 02:42:0a:0a:00:05
        gw_priority: 1
        link_local_ips: [169.254.8.8]
  b:
    image: b
    networks:
      dual:
        ipv4_address: 10.10.0.6
      other:
        ipv4_address: 10.11.0.5
networks:
  dual:
    enable_ipv6: true
    ipam:
      driver: default
      config:
        - subnet: 10.10.0.0/24
          gateway: 10.10.0.1
        - subnet: fd00:10::/64
  other:
    ipam:
      config: [{ subnet: 10.11.0.0/24 }]
`,
  },
  {
    what: 'a stack of a swarm',
    fileName: 'docker-stack.yml',
    text: `version: "3.9"
services:
  web:
    image: nginx
    deploy:
      replicas: 3
      endpoint_mode: vip
    ports:
      - target: 80
        published: 8080
        protocol: tcp
        mode: ingress
      - target: 9100
        published: 9100
        mode: host
    networks: [mesh]
  other:
    image: exporter
    ports:
      - target: 9100
        published: 9100
        mode: host
networks:
  mesh:
    driver: overlay
    attachable: true
    driver_opts:
      encrypted: "true"
    ipam:
      config:
        - subnet: 10.20.0.0/24
        - subnet: 10.21.0.0/24
`,
  },
  {
    what: 'macvlan on a segment',
    text: `services:
  iot:
    image: iot
    networks:
      lan:
        ipv4_address: 192.168.1.200
networks:
  lan:
    driver: macvlan
    driver_opts:
      parent: eth0.20
    ipam:
      config:
        - subnet: 192.168.1.0/24
          gateway: 192.168.1.1
          ip_range: 192.168.1.192/27
`,
  },
  {
    what: 'braces',
    newer: true,
    text: `services: { web: { image: nginx, ports: ["8080:80"], networks: { front: { aliases: [www] } } } }
networks: { front: { driver: bridge } }
`,
  },
  {
    what: 'lists right under their keys, and line ends of Windows',
    text: `services:
  web:
    image: nginx
    ports:
    - "8080:80"
    networks:
    - front
    # networks: [back]
  db:
    image: postgres

networks:
  front:
    driver: bridge
`.replaceAll('\n', '\r\n'),
  },
  {
    what: 'a build with a network and hosts',
    newer: true,
    text: `name: shop
services:
  web:
    build:
      context: .
      network: host
      extra_hosts:
        - "mirror=10.0.0.7"
    extra_hosts:
      host.docker.internal: host-gateway
      db: 10.0.0.5
    sysctls:
      net.core.somaxconn: 1024
    dns_search: example.com
    dns_opt: [ndots:2]
`,
  },
  {
    what: 'services that are scaled away',
    newer: true,
    text: `services:
  blue:
    image: app
    ports: ["8080:80"]
  green:
    image: app
    scale: 0
    ports: ["8080:80"]
  red:
    image: app
    deploy:
      replicas: 0
    ports: ["8080:80"]
`,
  },
  {
    what: 'nothing but networks',
    newer: true,
    text: `networks:
  front:
  back:
    driver: overlay
`,
  },
  {
    what: 'links that compose knows',
    text: `version: "2.4"
services:
  web:
    image: nginx
    external_links:
      - redis:cache
      - other_db_1
  db:
    image: postgres
`,
  },
];
