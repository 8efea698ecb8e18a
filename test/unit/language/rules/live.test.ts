import assert from 'node:assert/strict';
import { findings } from '../../../../src/language';
import { hoverFacts } from '../hoverWorld';
import { applied, said } from './ruleCase';

const names = { live: hoverFacts, other: { ...hoverFacts, folder: 'elsewhere' } };

/** What is said only because the engine of the sample is there. */
function live(language: string, text: string, facts = names.live): readonly string[] {
  const without = new Set(findings(text, language).map((finding) => said(text, finding)));
  return findings(text, language, { facts })
    .map((finding) => said(text, finding))
    .filter((words) => !without.has(words));
}

function compose(...lines: readonly string[]): string {
  return `services:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

describe('the rules, with an engine', () => {
  it('warn of a port that a running container has', () => {
    const text = compose('site:', '  image: nginx', '  ports: ["8081:80"]');
    assert.deepEqual(live('dockercompose', text), [
      'warning publish.taken «8081:80»: Port 8081/tcp of the host is taken by the container my-nginx now: port is already allocated. Choose another port, or stop my-nginx.',
    ]);
    const [finding] = findings(text, 'dockercompose', { facts: names.live });
    const [fix] = finding?.fixes ?? [];
    assert.ok(fix);
    assert.equal(fix.title, 'Publish on port 8082');
    assert.equal(applied(text, fix), text.replace('8081', '8082'));
    assert.deepEqual(live('shellscript', 'docker run -p 127.0.0.1:3000:80 nginx\n').length, 1);
  });

  it('are silent about ports of the file’s own containers, of others, and of notes', () => {
    const own = compose('web:', '  image: nginx', '  ports: ["8080:80"]');
    assert.deepEqual(live('dockercompose', own), []);
    // A project may be called otherwise on the command line.
    assert.deepEqual(live('dockercompose', own, names.other), []);
    const moved = compose('front:', '  image: nginx', '  ports: ["8080:80"]');
    assert.deepEqual(live('dockercompose', moved), []);
    assert.equal(live('dockercompose', moved, names.other).length, 1);
    assert.deepEqual(live('shellscript', 'docker run --name my-nginx -p 8081:80 nginx\n'), []);
    assert.deepEqual(live('markdown', 'Run it:\n\n    docker run -p 8081:80 nginx\n'), []);
    assert.deepEqual(live('shellscript', 'docker run -p 8081:80/udp -p 127.0.0.2:9090:80 nginx\n'), []);
  });

  it('warn of a subnet that a network of the engine has', () => {
    const text = `${compose('a:', '  image: a', '  networks: [n]')}networks:\n  n:\n    ipam:\n      config:\n        - subnet: 172.28.5.0/24\n`;
    assert.deepEqual(live('dockercompose', text, names.other), [
      'warning subnet.taken «172.28.5.0/24»: Pool overlaps with other one on this address space. 172.28.5.0/24 overlaps 172.28.0.0/16 of the network shop_front, which the connected engine has: choose another subnet, or remove that network.',
    ]);
    const own = text.replaceAll('[n]', '[front]').replace('\n  n:', '\n  front:');
    assert.deepEqual(live('dockercompose', own), []);
    // Compose takes a network of the name that it would give, whoever made it.
    const networks = hoverFacts.topology.networks.map((one) => ({
      ...one,
      labels: {},
      composeProject: undefined,
    }));
    const unlabelled = { ...hoverFacts, topology: { ...hoverFacts.topology, networks } };
    assert.deepEqual(live('dockercompose', own, unlabelled), []);
    assert.deepEqual(live('shellscript', 'docker network create --subnet 172.30.4.0/24 scratch\n'), []);
    assert.equal(live('shellscript', 'docker network create --subnet 172.30.4.0/24 other\n').length, 1);
  });

  it('tell of networks, containers and drivers that the engine lacks', () => {
    assert.deepEqual(live('shellscript', 'docker run --network nosuch nginx\n'), [
      'information network.missing «nosuch»: network nosuch not found on the connected engine. Make it first: docker network create nosuch',
    ]);
    assert.deepEqual(
      live('shellscript', 'docker network create nosuch\ndocker run --network nosuch nginx\n'),
      [],
    );
    assert.deepEqual(live('shellscript', 'docker run --network container:nosuch nginx\n'), [
      'information container.missing «nosuch»: No such container: nosuch on the connected engine. Start it first.',
    ]);
    assert.deepEqual(live('shellscript', 'docker run --link nosuch nginx\n'), [
      'information link.unknownContainer «nosuch»: could not get container for nosuch: the connected engine has none of that name. Start it first.',
    ]);
    assert.deepEqual(
      live('shellscript', 'docker run --name db x\ndocker run --link db --link web nginx\n'),
      [],
    );
    assert.deepEqual(live('shellscript', 'docker network create -d openvswitch n\n'), [
      'information driver.unknown «openvswitch»: plugin "openvswitch" not found among the drivers of the connected engine: it has bridge, host, ipvlan, macvlan, null, overlay and weave. A plugin of the old kind is not listed before a network uses it.',
    ]);
    const external = `${compose('a:', '  image: a', '  networks: [n, lab]')}networks:\n  n:\n    external: true\n    name: edge\n  lab:\n    external: true\n`;
    assert.deepEqual(live('dockercompose', external), [
      'information network.externalMissing «n»: network edge declared as external, but could not be found on the connected engine. Make it with: docker network create edge',
    ]);
  });

  it('warn of an address that a network of the engine can not give', () => {
    assert.deepEqual(live('shellscript', 'docker run --name x --network tenants --ip 172.31.0.5 nginx\n'), [
      'warning address.live «172.31.0.5»: The connected engine refuses it: 172.31.0.5 is not in 172.30.0.0/24.',
    ]);
    assert.deepEqual(live('shellscript', 'docker run --name x --network tenants --ip 172.30.0.3 nginx\n'), [
      'warning address.live «172.30.0.3»: The connected engine refuses it: tenant-b has 172.30.0.3 already.',
    ]);
    assert.deepEqual(
      live('shellscript', 'docker run --name tenant-b --network tenants --ip 172.30.0.3 x\n'),
      [],
    );
    assert.deepEqual(live('shellscript', 'docker run --network tenants --ip 172.30.0.30 nginx\n'), []);
  });
});
