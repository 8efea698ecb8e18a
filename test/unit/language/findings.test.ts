import assert from 'node:assert/strict';
import { findings } from '../../../src/language';

/** `code severity «text»: message` of each finding. */
function found(language: string, text: string): readonly string[] {
  return findings(text, language).map(
    ({ code, severity, start, end, message }) =>
      `${severity} ${code} «${text.slice(start, end)}»: ${message}`,
  );
}

function compose(...lines: readonly string[]): readonly string[] {
  return found(
    'dockercompose',
    ['services:', '  web:', ...lines.map((line) => `    ${line}`), ''].join('\n'),
  );
}

describe('findings', () => {
  it('mark the part of a port that docker refuses', () => {
    assert.deepEqual(compose('ports:', '  - "127.0.0.1:80"', '  - 80:70000', '  - 8080:80'), [
      'error publish.invalid «127.0.0.1»: invalid hostPort: 127.0.0.1. After an address come two ports: 127.0.0.1:80:80, or 127.0.0.1::80 for a free port of the host.',
      'error publish.invalid «70000»: invalid containerPort: 70000. The last part is the port of the container, a number up to 65535 or a range such as 80-90.',
    ]);
  });

  it('mark all of a port that is not written as it is read', () => {
    assert.deepEqual(found('shellscript', 'docker run -p 70"0"00:80 x'), [
      'error publish.invalid «70"0"00:80»: invalid hostPort: 70000. The port of the host is a number up to 65535 or a range such as 8000-8010.',
    ]);
  });

  it('mark the long form of compose', () => {
    assert.deepEqual(compose('ports:', '  - target: 80', '    protocol: foo'), [
      'error publish.invalid «target: 80\n        protocol: foo»: invalid proto: foo. The protocol is tcp, udp or sctp.',
    ]);
  });

  it('warn of a port that docker accepts and does not do', () => {
    assert.deepEqual(compose('ports: ["8080:80/tcp/udp", "8081:0"]'), [
      'warning publish.odd «udp»: Docker reads the protocol as tcp and drops udp.',
      'warning publish.odd «0»: Docker accepts port 0 of the container, and no program can listen on it.',
    ]);
    assert.deepEqual(found('shellscript', 'docker run -p target=80,mode=host x'), [
      'warning publish.odd «mode»: Docker accepts the key mode here and ignores it.',
    ]);
  });

  it('mark a network that docker refuses', () => {
    assert.deepEqual(found('shellscript', 'docker run --network name=a,foo=b x'), [
      'error network.invalid «foo=b»: invalid field key foo. It knows name, alias, ip, ip6, mac-address, link-local-ip, driver-opt and gw-priority.',
    ]);
    assert.deepEqual(compose('network_mode: "container:"'), [
      'error network.invalid «container:»: Invalid network mode: invalid container format container:<name|id>. Name the container whose network is shared: container:db.',
    ]);
  });

  it('mark a link that docker refuses', () => {
    assert.deepEqual(compose('links: ["a:b:c"]'), [
      'error link.invalid «a:b:c»: bad format for links: a:b:c. Write the container, and perhaps the name it gets here: db or db:database.',
    ]);
  });

  it('mark network_mode beside networks', () => {
    assert.deepEqual(compose('networks: [a]', 'network_mode: bridge'), [
      'error network.modeWithNetworks «network_mode: bridge»: service web declares mutually exclusive `network_mode` and `networks`. Keep one of the two.',
    ]);
  });

  it('warn of ports on the host network and on none', () => {
    const discarded =
      'Published ports are discarded when using host network mode. The program is open on the host as it is.';
    assert.deepEqual(compose('ports: [80]', 'network_mode: host'), [
      `warning publish.discarded «ports»: ${discarded}`,
    ]);
    assert.deepEqual(found('shellscript', 'docker run -p 80:80 --net host x'), [
      `warning publish.discarded «-p 80:80»: ${discarded}`,
    ]);
    assert.deepEqual(compose('ports: [80]', 'network_mode: none'), [
      'warning publish.discarded «ports»: Without a network nothing is published, and the engine says nothing about it.',
    ]);
  });

  it('mark ports in the network of another', () => {
    assert.deepEqual(compose('ports: [80]', 'network_mode: service:db'), [
      'error publish.sharedNetwork «ports»: conflicting options: port publishing and the container type network mode. Publish the ports on the container whose network is shared.',
    ]);
  });

  it('mark docker0 as the bridge of a network', () => {
    const text = 'networks:\n  a:\n    driver_opts:\n      com.docker.network.bridge.name: docker0\n';
    assert.deepEqual(found('dockercompose', text), [
      'error network.docker0 «docker0»: The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse. Choose another name.',
    ]);
  });

  it('mark docker0 as the bridge of a network that a command makes', () => {
    const option = 'com.docker.network.bridge.name=docker0';
    for (const flag of [`-o ${option}`, `--opt=${option}`, `--opt "${option}`]) {
      const close = flag.includes('"') ? '"' : '';
      assert.deepEqual(found('shellscript', `docker network create -d bridge ${flag}${close} front`), [
        `error network.docker0 «${flag}»: The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse. Choose another name.`,
      ]);
    }
    assert.deepEqual(
      found('shellscript', `docker network create -o ${option.replace('docker0', 'br0')} x`),
      [],
    );
    assert.deepEqual(found('shellscript', `podman network create -o ${option} x`), []);
    assert.deepEqual(found('shellscript', `# docker network create -o ${option} x`), []);
  });

  it('mark an alias beside a mode', () => {
    assert.deepEqual(found('shellscript', 'docker run --network name=host,alias=x y'), [
      'error network.invalid «alias=x»: network-scoped aliases are only supported for user-defined networks. Leave the alias out, or make a network: docker network create front.',
    ]);
  });

  it('stay silent where all is well', () => {
    assert.deepEqual(compose('ports: ["8080:80", "[::1]::80/udp"]', 'extra_hosts: ["db:10.0.0.5"]'), []);
    assert.deepEqual(compose('network_mode: host', 'expose: [80]'), []);
    assert.deepEqual(
      found(
        'dockercompose',
        'networks:\n  a:\n    driver_opts:\n      com.docker.network.bridge.name: br-a\n',
      ),
      [],
    );
  });

  it('stay silent about what is known only later', () => {
    assert.deepEqual(compose('ports: ["${IP}:80", "$PORT:80"]', 'network_mode: ${MODE}'), []);
    assert.deepEqual(found('shellscript', 'docker run -p $P:80 -p `p`:80 -p $(p):80 --net "$N" x'), []);
  });

  it('stay silent about comments and notes', () => {
    assert.deepEqual(found('dockerfile', '# docker run -p 70000:80 x\nFROM x\n'), []);
    assert.deepEqual(found('markdown', 'docker run -p HOST:CONTAINER x'), []);
    assert.deepEqual(found('shellscript', '# docker run -p HOST:CONTAINER x'), []);
  });

  it('come from the top', () => {
    const text = 'docker run --net host -p 80:x -p 1:2 a\ndocker run --link a:b:c x\n';
    assert.deepEqual(
      findings(text, 'shellscript').map(({ code }) => code),
      ['publish.discarded', 'publish.invalid', 'publish.discarded', 'link.invalid'],
    );
  });
});
