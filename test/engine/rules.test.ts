import assert from 'node:assert/strict';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { findings } from '../../src/language';

/**
 * Commands that docker refuses, each with the code of our error and what it says; and some that it takes, for which
 * there is none. They run one after the other on an engine that has the networks `front` (10.44.0.0/24) and `plain`,
 * the container `web` on the default bridge, `apart` on `plain`, and `stopped`.
 */
const refused: readonly (readonly [code: string, words: string, command: string])[] = [
  ['publish.invalid', 'invalid hostPort: 127.0.0.1', 'docker run -d -p 127.0.0.1:80 web'],
  ['publish.invalid', 'invalid ranges specified', 'docker run -d -p 8000-8002:80-81 web'],
  ['publish.invalid', 'invalid proto: foo', 'docker run -d -p 80/foo web'],
  ['expose.invalid', 'invalid port format for --expose: 8080:80', 'docker run -d --expose 8080:80 web'],
  ['addHost.invalid', 'invalid IP address in add-host: "x"', 'docker run -d --add-host db:x web'],
  ['mac.invalid', 'zz is not a valid mac address', 'docker run -d --mac-address zz web'],
  [
    'address.invalid',
    'invalid IPv4 address: 10.44.0.300',
    'docker run -d --network front --ip 10.44.0.300 web',
  ],
  ['dns.invalid', 'IP address is not correctly formatted: ns', 'docker run -d --dns ns web'],
  ['sysctl.invalid', "sysctl 'vm.swappiness=1' is not allowed", 'docker run -d --sysctl vm.swappiness=1 web'],
  ['link.invalid', 'bad format for links: a:b:c', 'docker run -d --link a:b:c web'],
  ['network.invalid', 'invalid field key foo', 'docker run -d --network name=front,foo=x web'],
  [
    'network.invalid',
    'invalid container format container:<name|id>',
    'docker run -d --network container: web',
  ],
  [
    'publish.sharedNetwork',
    'conflicting options: port publishing and the container type network mode',
    'docker run -d --network container:web -p 80:80 web',
  ],
  ['publish.twice', 'port is already allocated', 'docker run -d -p 18080:80 -p 18080:81 web'],
  ['network.modeConflict', 'hostname and the network mode', 'docker run -d --network container:web -h x web'],
  [
    'network.modeConflict',
    'dns and the network mode',
    'docker run -d --network container:web --dns 9.9.9.9 web',
  ],
  [
    'network.modeConflict',
    'custom host-to-IP mapping and the network mode',
    'docker run -d --network container:web --add-host a:10.0.0.1 web',
  ],
  [
    'network.modeConflict',
    'port exposing and the container type network mode',
    'docker run -d --network container:web --expose 81 web',
  ],
  [
    'network.modeConflict',
    "container type network can't be used with links",
    'docker run -d --network container:web --link web:w web',
  ],
  [
    'network.modeConflict',
    "host type networking can't be used with links",
    'docker run -d --network host --link web:w web',
  ],
  [
    'network.modeConflict',
    'not allowed in host network namespace',
    'docker run -d --network host --sysctl net.core.somaxconn=100 web',
  ],
  [
    'network.flagsConflict',
    'network "front" is specified multiple times',
    'docker run -d --network front --network front web',
  ],
  [
    'network.flagsConflict',
    'cannot attach both user-defined and non-user-defined network-modes',
    'docker run -d --network front --network host web',
  ],
  [
    'network.flagsConflict',
    'cannot specify both --ip and per-network IPv4 address',
    'docker run -d --network name=front,ip=10.44.0.7 --ip 10.44.0.8 web',
  ],
  [
    'network.flagsConflict',
    'cannot specify both --network-alias and per-network alias',
    'docker run -d --network name=front,alias=a --network-alias b web',
  ],
  ['alias.defaultBridge', 'only supported for user-defined networks', 'docker run -d --network-alias x web'],
  ['alias.defaultBridge', 'only supported for user-defined networks', 'docker run -d --network-alias= web'],
  ['address.defaultBridge', 'supported on user defined networks only', 'docker run -d --ip 10.0.0.5 web'],
  ['subnet.invalid', 'invalid CIDR address: 10.0.0.0', 'docker network create --subnet 10.0.0.0 n'],
  [
    'subnet.outside',
    'no matching subnet for gateway 10.9.0.1',
    'docker network create --subnet 10.50.0.0/24 --gateway 10.9.0.1 n',
  ],
  [
    'subnet.outside',
    'every ip-range or gateway must have a corresponding subnet',
    'docker network create --gateway 10.9.0.1 n',
  ],
  [
    'subnet.overlap',
    'multiple overlapping subnet configuration is not supported',
    'docker network create --subnet 10.51.0.0/24 --subnet 10.51.0.0/25 n',
  ],
  [
    'subnet.several',
    "bridge driver doesn't support multiple subnets",
    'docker network create --subnet 10.52.0.0/24 --subnet 10.53.0.0/24 n',
  ],
  ['subnet.small', 'No available addresses on this pool', 'docker network create --subnet 10.54.0.0/31 n'],
  ['subnet.small', 'No available addresses on this pool', 'docker network create --subnet 10.54.0.0/32 n'],
  ['switch.invalid', 'strconv.ParseBool: parsing "maybe"', 'docker network create --internal=maybe n'],
  ['driver.single', 'only one instance of "host" network is allowed', 'docker network create -d host n'],
  ['driver.single', 'only one instance of "null" network is allowed', 'docker network create -d null n'],
  [
    'driverOption.invalid',
    'failed to parse com.docker.network.bridge.enable_icc value: maybe (strconv.ParseBool: parsing "maybe": invalid syntax)',
    'docker network create -o com.docker.network.bridge.enable_icc=maybe n',
  ],
  [
    'driverOption.invalid',
    'failed to parse com.docker.network.bridge.inhibit_ipv4 value:  (strconv.ParseBool: parsing "": invalid syntax)',
    'docker network create -o com.docker.network.bridge.inhibit_ipv4 n',
  ],
  [
    'driverOption.invalid',
    'failed to parse com.docker.network.driver.mtu value: 1400.5 (strconv.Atoi: parsing "1400.5": invalid syntax)',
    'docker network create -o com.docker.network.driver.mtu=1400.5 n',
  ],
  [
    'driverOption.invalid',
    'invalid MTU number: -1',
    'docker network create -o com.docker.network.driver.mtu=-1 n',
  ],
  [
    'driverOption.invalid',
    'failed to parse com.docker.network.bridge.host_binding_ipv4 value: x (nil ip)',
    'docker network create -o com.docker.network.bridge.host_binding_ipv4=x n',
  ],
  [
    'driverOption.invalid',
    'numerical result out of range',
    'docker network create -o com.docker.network.bridge.name=abcdefghijklmnop n',
  ],
  [
    'driverOption.invalid',
    'invalid argument',
    'docker network create -o com.docker.network.bridge.name=a/b n',
  ],
  [
    'driverOption.invalid',
    "requested macvlan mode 'foo' is not valid, 'bridge' mode is the macvlan driver default",
    'docker network create -d macvlan -o macvlan_mode=foo n',
  ],
  [
    'driverOption.invalid',
    'loopback interface is not a valid macvlan parent link',
    'docker network create -d macvlan -o parent=lo n',
  ],
  [
    'driverOption.invalid',
    "requested ipvlan mode 'L2' is not valid, 'l2' mode is the ipvlan driver default",
    'docker network create -d ipvlan -o ipvlan_mode=L2 n',
  ],
  [
    'endpointOption.invalid',
    'invalid key/value pair format in driver options',
    'docker network connect --driver-opt foo front web',
  ],
  [
    'network.invalid',
    'invalid key value pair format in driver options',
    'docker run -d --network name=front,driver-opt=foo web',
  ],
  ['network.predefined', 'bridge is a pre-defined network and cannot be removed', 'docker network rm bridge'],
  ['network.predefined', 'none is a pre-defined network and cannot be removed', 'docker network rm -f none'],
  ['network.predefined', 'is not permitted on predefined host network', 'docker network create host'],
  ['network.predefined', 'is not permitted on predefined default network', 'docker network create default'],
  [
    'network.predefined',
    'container cannot be disconnected from host network or connected to host network',
    'docker network connect host web',
  ],
  [
    'network.predefined',
    'container cannot be disconnected from host network or connected to host network',
    'docker network connect host stopped',
  ],
  [
    'alias.defaultBridge',
    'network-scoped alias is supported only for containers in user defined networks',
    'docker network connect --alias x bridge apart',
  ],
  [
    'address.defaultBridge',
    'user specified IP address is supported on user defined networks only',
    'docker network connect --ip 172.17.0.9 bridge apart',
  ],
  ['hostname.tooLong', 'sethostname: invalid argument', `docker run -d --hostname ${'a'.repeat(65)} web`],
  [
    'address.linkLocal',
    'invalid link local IP address: 10.1.1.1',
    'docker run -d --network front --link-local-ip 10.1.1.1 web',
  ],
  [
    'address.linkLocal',
    'invalid link local IP address: 10.1.1.1',
    'docker network connect --link-local-ip 10.1.1.1 front web',
  ],
  [
    'network.configConflict',
    'configuration network can only contain network specific fields',
    'docker network create --config-only --internal n',
  ],
  [
    'network.configConflict',
    'configuration network can only contain network specific fields',
    'docker network create --config-only --scope local n',
  ],
  [
    'network.configConflict',
    'user specified configurations are not supported if the network depends on a configuration network',
    'docker network create --config-from base --subnet 10.77.0.0/24 n',
  ],
  [
    'network.configConflict',
    'network driver options are not supported if the network depends on a configuration network',
    'docker network create --config-from base -o x=y n',
  ],
  [
    'network.configConflict',
    'a configuration network cannot depend on another configuration network',
    'docker network create --config-from base --config-only n',
  ],
  [
    'subnet.reserved',
    'failed to allocate gateway (10.81.0.0): Address already in use',
    'docker network create --subnet 10.81.0.0/24 --gateway 10.81.0.0 n',
  ],
  [
    'subnet.reserved',
    'failed to allocate gateway (10.82.0.255): Address already in use',
    'docker network create --subnet 10.82.0.0/24 --gateway 10.82.0.255 n',
  ],
  [
    'subnet.reserved',
    'failed to allocate secondary ip address (a:10.83.0.1): Address already in use',
    'docker network create --subnet 10.83.0.0/24 --aux-address a=10.83.0.1 n',
  ],
  [
    'subnet.reserved',
    'failed to allocate secondary ip address (b:10.84.0.7): Address already in use',
    'docker network create --subnet 10.84.0.0/24 --aux-address a=10.84.0.7 --aux-address b=10.84.0.7 n',
  ],
];

const taken: readonly string[] = [
  'docker run -d -p 127.0.0.1::80 web',
  'docker run -d -p 18081-18082:80 -p 18081:81 web',
  'docker run -d -p 18083:80 -p 18083:80/udp web',
  'docker run -d -p 127.0.0.1:18084:80 -p 127.0.0.2:18084:80 web',
  'docker run -d --network host -p 80:80 web',
  'docker run -d --network none -p 80:80 --link web:w web',
  'docker run -d --network host -h x --dns 9.9.9.9 --add-host a:10.0.0.1 --expose 81 web',
  'docker run -d --network container:web --sysctl net.core.somaxconn=100 web',
  'docker run -d --network front --ip 10.44.0.9 --network-alias x --link nosuch web',
  'docker run -d --ip= web',
  'docker run -d --hostname my_host web',
  'docker run -d --link web:w web',
  'docker network create --subnet 10.60.0.5/24 n1',
  'docker network create --subnet 10.61.0.0/30 --gateway 10.61.0.2 --ip-range 10.61.0.0/31 n2',
  'docker network create --subnet 10.62.0.0/24 --aux-address a=10.62.0.9 -o x=y --internal=false n3',
  'docker network create --subnet 10.63.0.0/24 --subnet fd63::/64 --ipv6 n4',
  'docker network create -o com.docker.network.bridge.enable_icc=T -o com.docker.network.driver.mtu=+1400 n5',
  'docker network create -o com.docker.network.bridge.host_binding_ipv4=::1 -o com.docker.network.driver.mtu=0 n6',
  'docker network create -o com.docker.network.bridge.name=abcdefghijklmno -o com.docker.network.bridge.x=maybe n7',
  'docker network create --config-only -o com.docker.network.bridge.enable_icc=maybe --internal=false n8',
  'docker network create --config-from base --internal n9',
  'docker network create --subnet 10.64.0.0/24 --gateway 10.64.0.9 --aux-address b=10.64.0.1 n10',
  'docker network create --subnet 10.65.0.0/24 --ip-range 10.65.0.128/25 --aux-address b=10.65.0.1 n11',
  'docker network connect --driver-opt foo= --link-local-ip 169.254.8.8 front web',
  'docker run -d --link-local-ip 169.254.1.1 web',
  `docker run -d --hostname ${'a'.repeat(64)} web`,
  'docker network disconnect bridge web',
];

describe('what the rules say of a command, and docker', function () {
  this.timeout(60_000);
  let engine: Engine;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine);
    await engine.docker('network', 'create', '--subnet', '10.44.0.0/24', 'front');
    await engine.docker('network', 'create', 'plain');
    await engine.docker('network', 'create', '--config-only', '-o', 'x=y', 'base');
    await engine.docker('run', '-d', '--name', 'web', 'web');
    await engine.docker('run', '-d', '--name', 'apart', '--network', 'plain', 'web');
    await engine.docker('create', '--name', 'stopped', 'web');
  });

  after(() => engine.stop());

  /** Undefined: docker took it. */
  async function refusal(command: string): Promise<string | undefined> {
    try {
      await engine.docker(...command.split(' ').slice(1));
      return undefined;
    } catch (problem) {
      return problem instanceof Error ? problem.message : String(problem);
    }
  }

  function errors(command: string) {
    return findings(`${command}\n`, 'shellscript').filter(({ severity }) => severity === 'error');
  }

  it('is an error where docker refuses it, with its words', async () => {
    for (const [code, words, command] of refused) {
      const own = errors(command).find((finding) => finding.code === code);
      const said = await refusal(command);
      assert.ok(said?.includes(words), `${command}: ${said ?? 'taken'}`);
      assert.ok(own?.message.includes(words), `${command}: ${own?.message ?? 'silent'}`);
    }
    console.log(`      ${refused.length} commands refused alike`);
  });

  it('is no error where docker takes it', async () => {
    for (const command of taken) {
      assert.equal(await refusal(command), undefined, command);
      assert.deepEqual(
        errors(command).map(({ message }) => message),
        [],
        command,
      );
    }
    console.log(`      ${taken.length} commands taken alike`);
  });
});
