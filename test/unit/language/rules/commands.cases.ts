import type { RuleCase } from './ruleCase';

export const commands: readonly RuleCase[] = [
  {
    language: 'dockerfile',
    text: `FROM nginx
RUN --network=front ls
RUN --network=Host ls
RUN --network=none ls
RUN --network=$MODE ls
`,
    findings: [
      {
        said: 'error buildNetwork.invalid «front»: invalid network mode "front". BuildKit knows default, none and host: a step of a build joins no other network.',
      },
      {
        said: 'error buildNetwork.invalid «Host»: invalid network mode "Host". BuildKit knows default, none and host: a step of a build joins no other network.',
        fixes: [
          {
            title: '* Change to host',
            after: `FROM nginx
RUN --network=front ls
RUN --network=host ls
RUN --network=none ls
RUN --network=$MODE ls
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create -o com.docker.network.bridge.enable_icc=maybe a
docker network create -o com.docker.network.driver.mtu=x b
docker network create -o com.docker.network.bridge.host_binding_ipv4=localhost c
`,
    findings: [
      {
        said: 'error driverOption.invalid «com.docker.network.bridge.enable_icc=maybe»: failed to parse com.docker.network.bridge.enable_icc value: maybe (strconv.ParseBool: parsing "maybe": invalid syntax).',
      },
      {
        said: 'error driverOption.invalid «com.docker.network.driver.mtu=x»: failed to parse com.docker.network.driver.mtu value: x (strconv.Atoi: parsing "x": invalid syntax).',
      },
      {
        said: 'error driverOption.invalid «com.docker.network.bridge.host_binding_ipv4=localhost»: failed to parse com.docker.network.bridge.host_binding_ipv4 value: localhost (nil ip).',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create -d macvlan -o parent=lo -o macvlan_mode=fast a
docker network create -o com.docker.network.bridge.name=averyveryverylongname b
docker network create -o com.docker.network.bridge.name=a/b c
docker network create -d ipvlan -o ipvlan_mode=L2 d
`,
    findings: [
      {
        said: 'error driverOption.invalid «parent=lo»: loopback interface is not a valid macvlan parent link.',
      },
      {
        said: "error driverOption.invalid «macvlan_mode=fast»: requested macvlan mode 'fast' is not valid, 'bridge' mode is the macvlan driver default. Known are bridge, private, vepa, passthru.",
      },
      {
        said: 'error driverOption.invalid «com.docker.network.bridge.name=averyveryverylongname»: failed to check bridge interface existence: numerical result out of range. averyveryverylongname is longer than 15 characters.',
      },
      {
        said: 'error driverOption.invalid «com.docker.network.bridge.name=a/b»: invalid argument: Linux takes a/b for no interface.',
      },
      {
        said: "error driverOption.invalid «ipvlan_mode=L2»: requested ipvlan mode 'L2' is not valid, 'l2' mode is the ipvlan driver default. Known are l2, l3, l3s.",
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
networks:
  default:
    driver_opts:
      com.docker.network.bridge.enable_icc: "maybe"
      com.docker.network.driver.mtu: -1
`,
    findings: [
      {
        said: 'error driverOption.invalid «com.docker.network.bridge.enable_icc: "maybe"»: failed to parse com.docker.network.bridge.enable_icc value: maybe (strconv.ParseBool: parsing "maybe": invalid syntax).',
      },
      {
        said: 'error driverOption.invalid «com.docker.network.driver.mtu: -1»: invalid MTU number: -1.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network connect --driver-opt mtu front web
docker network connect --alias www --ip 172.17.0.9 bridge web
`,
    findings: [
      {
        said: 'error endpointOption.invalid «mtu»: invalid key/value pair format in driver options. Write mtu=value.',
      },
      {
        said: 'error alias.defaultBridge «--alias www»: network-scoped alias is supported only for containers in user defined networks. bridge is no network of your own. Make a network and name it: docker network create front, --network front.',
        fixes: [
          {
            title: 'Remove --alias',
            after: `docker network connect --driver-opt mtu front web
docker network connect --ip 172.17.0.9 bridge web
`,
          },
        ],
      },
      {
        said: 'error address.defaultBridge «--ip 172.17.0.9»: user specified IP address is supported on user defined networks only. bridge is no network of your own. Make a network with a subnet and name it: --network front.',
        fixes: [
          {
            title: 'Remove --ip',
            after: `docker network connect --driver-opt mtu front web
docker network connect --alias www bridge web
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network rm -f bridge lab host
docker network create none
docker network connect host web
`,
    findings: [
      {
        said: 'error network.predefined «bridge»: bridge is a pre-defined network and cannot be removed. The engine keeps it for itself.',
      },
      {
        said: 'error network.predefined «host»: host is a pre-defined network and cannot be removed. The engine keeps it for itself.',
      },
      {
        said: 'error network.predefined «none»: operation is not permitted on predefined none network. Choose another name.',
      },
      {
        said: 'error network.predefined «host»: container cannot be disconnected from host network or connected to host network. Make the container anew with --network host.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --hostname aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg nginx
`,
    findings: [
      {
        said: 'error hostname.tooLong «--hostname aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg»: sethostname: invalid argument. Linux takes 64 characters, and this hostname has 65: the container does not start.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker run --network front --link-local-ip 10.1.1.1 nginx
docker network connect --link-local-ip fe80::7 front web
`,
    findings: [
      {
        said: 'error address.linkLocal «10.1.1.1»: invalid link local IP address: 10.1.1.1. Choose one of 169.254.0.0/16, or of fe80::/10.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --config-only --internal --scope local a
docker network create --config-from a --subnet 10.0.0.0/24 -o x=y b
docker network create --config-only --internal=false -o com.docker.network.driver.mtu=x c
`,
    findings: [
      {
        said: 'error network.configConflict «--internal»: configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.',
      },
      {
        said: 'error network.configConflict «--scope local»: configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.',
      },
      {
        said: 'error network.configConflict «--subnet 10.0.0.0/24»: user specified configurations are not supported if the network depends on a configuration network.',
      },
      {
        said: 'error network.configConflict «-o x=y»: network driver options are not supported if the network depends on a configuration network.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create --subnet 10.81.0.0/24 --gateway 10.81.0.0 a
docker network create --subnet 10.82.0.0/24 --gateway 10.82.0.9 --aux-address a=10.82.0.9 --aux-address b=10.82.0.255 b
docker network create --subnet 10.83.0.0/24 --aux-address a=10.83.0.1 c
`,
    findings: [
      {
        said: 'error subnet.reserved «10.81.0.0»: failed to allocate gateway (10.81.0.0): Address already in use. The outermost addresses of a subnet and its gateway are taken: choose another one.',
      },
      {
        said: 'error subnet.reserved «a=10.82.0.9»: failed to allocate secondary ip address (a:10.82.0.9): Address already in use. The outermost addresses of a subnet and its gateway are taken: choose another one.',
      },
      {
        said: 'error subnet.reserved «b=10.82.0.255»: failed to allocate secondary ip address (b:10.82.0.255): Address already in use. The outermost addresses of a subnet and its gateway are taken: choose another one.',
      },
      {
        said: 'error subnet.reserved «a=10.83.0.1»: failed to allocate secondary ip address (a:10.83.0.1): Address already in use. The outermost addresses of a subnet and its gateway are taken: choose another one.',
      },
    ],
  },
  {
    language: 'dockercompose',
    text: `services:
  web:
    image: nginx
    networks: [front, front]
  db:
    image: postgres
    networks:
      - front
      - front
  tool:
    image: tool
    network_mode: service:tool
networks:
  front:
`,
    findings: [
      {
        said: 'error network.twice «front»: services.web.networks array items[0,1] must be unique. front stands there already.',
        related: ['«front» front is here first.'],
      },
      {
        said: 'error network.twice «front»: services.db.networks array items[0,1] must be unique. front stands there already.',
        related: ['«front» front is here first.'],
        fixes: [
          {
            title: '* Remove the second front',
            after: `services:
  web:
    image: nginx
    networks: [front, front]
  db:
    image: postgres
    networks:
      - front
  tool:
    image: tool
    network_mode: service:tool
networks:
  front:
`,
          },
        ],
      },
      {
        said: 'error network.ownService «tool»: dependency cycle detected: tool -> tool. A service can share the network of another one only.',
        fixes: [
          {
            title: '* Remove network_mode',
            after: `services:
  web:
    image: nginx
    networks: [front, front]
  db:
    image: postgres
    networks:
      - front
      - front
  tool:
    image: tool
networks:
  front:
`,
          },
        ],
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network rm bridge
`,
    findings: [
      {
        said: 'error network.predefined «bridge»: bridge is a pre-defined network and cannot be removed. The engine keeps it for itself.',
      },
    ],
  },
  {
    language: 'shellscript',
    text: `docker network create none
docker network connect host web
`,
    findings: [
      {
        said: 'error network.predefined «none»: operation is not permitted on predefined none network. Choose another name.',
      },
      {
        said: 'error network.predefined «host»: container cannot be disconnected from host network or connected to host network. Make the container anew with --network host.',
      },
    ],
  },
];
