import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { service, wordsAt } from './marker';

/** What people want to know, one question each, with the engine of the sample. */
describe('a hover answers', () => {
  const run = (flags: string) => wordsAt('shellscript', `docker run ${flags} nginx`, hoverFacts);
  const compose = (...lines: readonly string[]) =>
    wordsAt('dockercompose', service(...lines), hoverFacts).slice(1);

  it('what each part of 127.0.0.1:8080:80/udp is', () => {
    assert.deepEqual(run('-p 127.0.0.1:80|80:80/udp').slice(1, 3), [
      'Port **8080** of the host leads to port **80**/udp of the container.',
      '- Host address: `127.0.0.1`, reached by programs on this host only\n' +
        '- Host port: `8080`\n' +
        '- Container port: `80/udp`, where the program inside listens',
    ]);
  });

  it('which port of a range leads where', () => {
    const ports = (from: string, to: string, pairs: string) =>
      `Ports **${from}** of the host lead, one by one, to ports **${to}**/tcp of the container: ${pairs}.`;
    assert.equal(
      run('-p 8000-8002:|80-82')[1],
      ports('8000-8002', '80-82', '8000 to 80, 8001 to 81, 8002 to 82'),
    );
    assert.equal(
      run('-p 8000-8010:|80-90')[1],
      ports('8000-8010', '80-90', '8000 to 80, 8001 to 81, … 8010 to 90'),
    );
  });

  it('what happens without a port of the host', () => {
    assert.equal(
      run('-p 8|0')[1],
      'A free port of the host, chosen at start, leads to port **80**/tcp of the container.',
    );
  });

  it('subnet, driver and members of a network', () => {
    assert.equal(
      run('--network shop_|front').at(-1),
      '**Now:** `shop_front` is a `bridge` network, `172.28.0.0/16`, with `api` `172.28.0.3`, `cache` `172.28.0.4`, `web` `172.28.0.2`, `www-2` `172.28.0.5`.',
    );
  });

  it('what --link writes into the hosts file', () => {
    assert.equal(
      run('--link my-nginx:|nginx').at(-1),
      '**Now:**\n- `my-nginx` is running: `172.17.0.2` on `bridge`.\n' +
        '- The line in /etc/hosts is `172.17.0.2 nginx 209c487f89a7 my-nginx`, derived.',
    );
  });

  it('who has the port', () => {
    assert.equal(run('-p 80|80:80').at(-1), '**Now:** `8080/tcp` is **taken** by `web` on all addresses.');
  });

  it('what the network of a project is called', () => {
    assert.equal(
      compose('networks: [fr|ont]')[0],
      'Joins `front`. The engine knows it as `shop_front` while the project is `shop`, unless it has a `name` or is external.',
    );
    const top = 'name: other\nservices: {}\nnetworks:\n  fr|ont: {}\n';
    assert.equal(
      wordsAt('dockercompose', top, hoverFacts)[1],
      'The engine knows `front` as `other_front` while the project is `other`.',
    );
  });

  it('what an external link finds, and whether it is there', () => {
    const meaning = (words: string) => `This service finds the container ${words}.`;
    const dns = 'The DNS of the engine answers for it, where both are on one network.';
    const mind =
      '**Careful:** Links are legacy: containers of one network find each other by name without them.';
    assert.deepEqual(compose('external_links: ["my-ng|inx:nginx"]'), [
      meaning('`my-nginx`, which is none of this file, also under the name `nginx`'),
      dns,
      mind,
      '**Now:** `my-nginx` is running: `172.17.0.2` on `bridge`.',
    ]);
    assert.deepEqual(compose('external_links: [no|ne]'), [
      meaning('`none`, which is none of this file, under its own name'),
      dns,
      mind,
      '**Now:** No container `none` on this engine.',
    ]);
  });

  it('with a link to the container of an external link', () => {
    const text = service('external_links: [my-nginx]');
    const hover = hoverAt(text, 'dockercompose', text.indexOf('my-nginx'), hoverFacts);
    const container = hoverFacts.topology.containers.find(({ name }) => name === 'my-nginx');
    assert.deepEqual(hover?.subject, { kind: 'container', containerId: container?.id });
  });

  it('that flannel is no driver', () => {
    const words = wordsAt('shellscript', 'docker network create -d fla|nnel x', hoverFacts);
    assert.match(words.join('\n'), /Not a Docker network driver: .*`plugin "flannel" not found`/);
    assert.doesNotMatch(words.join('\n'), /A plugin `flannel` carries/);
  });

  it('what priority is, which is not the way out', () => {
    const text = service('networks: { front: { priority: 10 } }');
    const hover = hoverAt(text, 'dockercompose', text.indexOf('priority'));
    assert.ok(hover?.markdown.startsWith('**Order of connecting** · `priority: 10`'));
  });

  it('nothing of IPv6 where IPv4 is switched on', () => {
    const top = 'networks:\n  front:\n    enable_ipv4: tr|ue\n';
    assert.deepEqual(wordsAt('dockercompose', top), [
      'Whether containers of the network get IPv4 addresses.',
      '**On:** IPv4 addresses, as ever.',
    ]);
  });

  it('how to write a template, which has no variables', () => {
    const words = wordsAt('shellscript', "docker network inspect --format '{{.Na|me}}' front");
    assert.equal(words[0], 'Writes the output by a template of Go.');
    assert.doesNotMatch(words.join('\n'), /variables/);
  });

  it('what the inner one of two commands does', () => {
    const text = 'docker network rm $(docker network ls -q)';
    const hover = hoverAt(text, 'shellscript', text.lastIndexOf('network'));
    assert.equal(hover && text.slice(hover.start, hover.end), 'docker network ls');
  });
});
