import assert from 'node:assert/strict';
import { networkCommands } from '../../../src/catalog';
import { findings, hoverAt } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { assertHover } from './marker';

/** What a hover says of what a command names. */
function named(marked: string): readonly string[] {
  const text = marked.replace('|', '');
  const hover = hoverAt(text, 'shellscript', marked.indexOf('|'), hoverFacts);
  return hover?.markdown.split('\n\n') ?? [];
}

const front =
  '`shop_front` is a `bridge` network, `172.28.0.0/16`, with `api` `172.28.0.3`, `cache` `172.28.0.4`, `web` `172.28.0.2`, `www-2` `172.28.0.5`.';

describe('a command about networks', () => {
  it('is explained over its own words', () => {
    assertHover('shellscript', 'sudo docker --debug net|work rm --force front', {
      over: 'docker --debug network rm',
      says: [
        '**Remove networks** · `docker network rm NETWORK …`',
        'Removes networks, with their bridges and their NAT rules.',
        '- `NETWORK`: The network that is removed.',
        '**Careful:**\n' +
          '- One that containers are on is refused: `has active endpoints`. Disconnect them first.\n' +
          '- `bridge`, `host` and `none` are refused: `is a pre-defined network and cannot be removed`.\n' +
          '- A stopped container does not keep it, and does not start any more then: `network … not found`.',
        '[Docker documentation](https://docs.docker.com/reference/cli/docker/network/rm/)',
      ],
    });
  });

  for (const { id, title, names } of networkCommands) {
    for (const name of names) {
      it(`is explained in all places: ${name} (${id})`, () => {
        for (const [language, before, after] of [
          ['shellscript', 'if true; then ', ' aa bb; fi'],
          ['shellscript', '# ', ' aa bb'],
          ['markdown', 'Try `', ' aa bb`.'],
          ['markdown', '```sh\n$ ', ' \\\n  aa\n```'],
          ['dockerfile', 'FROM x\nRUN ', ' aa bb\n'],
          ['makefile', 'up:\n\t@', ' aa bb\n'],
          ['powershell', '', ' `\n  aa'],
        ] as const) {
          const text = before + name + after;
          const hover = hoverAt(text, language, before.length + name.length - 1);
          assert.equal(hover && text.slice(hover.start, hover.end), name, language);
          assert.ok(hover?.markdown.startsWith(`**${title}** · `), language);
        }
      });
    }
  }

  it('tells what the engine knows of the network that it names', () => {
    assert.deepEqual(named('docker network inspect bri|dge shop_front').slice(0, 2), [
      '**Network** · `bridge`',
      'The network that is looked at.',
    ]);
    assert.deepEqual(named('docker network inspect bridge shop_fr|ont').slice(2), [`**Now:** ${front}`]);
    assert.deepEqual(named('docker network inspect nosu|ch').slice(2), [
      '**Now:** No network `nosuch` on this engine.',
    ]);
    assert.deepEqual(named('docker network inspect $NE|T'), [
      '**Network** · `$NET`',
      'The network that is looked at.',
    ]);
  });

  it('names no files of redirections', () => {
    assert.deepEqual(named('docker network rm shop_front 2>/dev/nu|ll'), []);
    assert.deepEqual(named('docker network inspect >l|og shop_front'), []);
    assert.equal(named('docker network inspect > log shop_fr|ont')[0], '**Network** · `shop_front`');
  });

  it('tells what the engine refuses now', () => {
    const refusals: readonly (readonly [command: string, words: string | undefined])[] = [
      [
        'docker network connect shop_fr|ont web',
        '- Docker refuses it: `endpoint with name web already exists in network shop_front`.',
      ],
      ['docker network connect shop_ba|ck web', undefined],
      ['docker network disconnect shop_fr|ont web', undefined],
      [
        'docker network disconnect shop_ba|ck web',
        '- Docker refuses it: `web` is not connected to `shop_back`.',
      ],
      [
        'docker network rm shop_fr|ont',
        '- Docker refuses it while containers run on it: `has active endpoints`.',
      ],
      [
        'docker network rm no|ne',
        '- Docker refuses it: `none is a pre-defined network and cannot be removed`.',
      ],
      [
        'docker network create shop_fr|ont',
        '- Docker refuses a second one: `network with name shop_front already exists`.',
      ],
    ];
    for (const [command, words] of refusals)
      assert.equal(named(command).at(-1)?.split('\n')[2], words, command);
  });

  it('tells where the container is that it names', () => {
    assert.deepEqual(named('docker network connect --alias www shop_back w|eb'), [
      '**Container** · `web`',
      'The container that joins the network.',
      '**Now:** `web` is running: `172.28.0.2` on `shop_front`.',
    ]);
    const hover = hoverAt('docker network connect shop_back web', 'shellscript', 34, hoverFacts);
    const web = hoverFacts.topology.containers.find(({ name }) => name === 'web');
    assert.deepEqual(hover?.subject, { kind: 'container', containerId: web?.id });
  });

  it('of another program is explained without what docker’s engine knows', () => {
    const text = 'podman network rm shop_front';
    assert.equal(hoverAt(text, 'shellscript', 20, hoverFacts)?.markdown.includes('Now'), false);
    assert.equal(hoverAt(text, 'shellscript', 10, hoverFacts)?.markdown.includes('Careful'), false);
  });

  it('is nothing to complain about', () => {
    for (const { names } of networkCommands)
      assert.deepEqual(findings(`${names[0]} front`, 'shellscript'), []);
  });
});
