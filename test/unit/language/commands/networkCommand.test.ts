import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import {
  connectCommand,
  disconnectCommand,
  inspectCommand,
  networkCreateCommand,
  pruneCommand,
  quoteWord,
  removeCommand,
  shellLine,
} from '../../../../src/language';
import { readWords } from '../../../../src/language/text/words';
import type { NetworkSpec } from '../../../../src/model';

const bare: NetworkSpec = {
  name: 'front',
  driver: '',
  pools: [],
  ipv6: false,
  internal: false,
  attachable: false,
  options: {},
  labels: {},
};

describe('commands for networks', () => {
  it('make a network with what the spec says, and no more', () => {
    assert.equal(networkCreateCommand(bare), 'docker network create front');
    const pools = [
      {
        subnet: '10.1.0.0/16',
        gateway: '10.1.0.9',
        range: '10.1.5.0/24',
        auxiliary: { nas: '10.1.5.1', tv: '10.1.5.2' },
      },
      { subnet: 'fd01::/64', gateway: undefined, range: undefined, auxiliary: {} },
    ];
    const options = { 'com.docker.network.bridge.name': 'br-x', empty: '' };
    const labels = { 'com.example.team': "web's own" };
    const flags = { ipv6: true, internal: true, attachable: true };
    assert.equal(
      networkCreateCommand({ ...bare, driver: 'bridge', pools, options, labels, ...flags }),
      "docker network create --driver bridge --internal --attachable --ipv6 --subnet 10.1.0.0/16 --ip-range 10.1.5.0/24 --gateway 10.1.0.9 --aux-address nas=10.1.5.1 --aux-address tv=10.1.5.2 --subnet fd01::/64 --opt com.docker.network.bridge.name=br-x --opt empty= --label 'com.example.team=web'\\''s own' front",
    );
  });

  it('connect and disconnect a container', () => {
    const nothing = { ipv4: undefined, ipv6: undefined, aliases: [] };
    assert.equal(connectCommand('front', 'web', nothing), 'docker network connect front web');
    assert.equal(
      connectCommand('front', 'web', { ipv4: '10.1.0.7', ipv6: 'fd01::7', aliases: ['www', 'a b'] }),
      "docker network connect --ip 10.1.0.7 --ip6 fd01::7 --alias www --alias 'a b' front web",
    );
    assert.equal(disconnectCommand('front', 'web'), 'docker network disconnect front web');
  });

  it('remove, inspect and prune', () => {
    assert.equal(removeCommand(['front', 'back end']), "docker network rm front 'back end'");
    assert.equal(inspectCommand(['front']), 'docker network inspect front');
    assert.equal(pruneCommand(), 'docker network prune');
  });

  it('keep names that look like flags from being flags', () => {
    assert.equal(networkCreateCommand({ ...bare, name: '-f' }), 'docker network create -- -f');
    assert.equal(removeCommand(['a', '-f']), 'docker network rm -- a -f');
    assert.equal(disconnectCommand('--force', 'web'), 'docker network disconnect -- --force web');
  });
});

describe('shellLine', () => {
  it('quotes only what a shell would read otherwise', () => {
    assert.equal(
      shellLine(['a=b', '10.1.0.0/16', 'fd01::/64', 'a@b%c+d,e_f-g', '=x', '', '~', 'a*', '$HOME', 'ü']),
      "a=b 10.1.0.0/16 fd01::/64 a@b%c+d,e_f-g '=x' '' '~' 'a*' '$HOME' 'ü'",
    );
  });

  it('has no control character but line ends', () => {
    assert.equal(quoteWord("it's\u001b[201~ 100%\\\n\n"), `"$(printf 'it\\047s\\033[201~ 100%%\\134')\n\n"`);
    assert.equal(quoteWord('\u0085'), `"$(printf '\\302\\205')"`);
    assert.equal(quoteWord('a\nb'), "'a\nb'");
    assert.equal(quoteWord('-x\u001by!'), `"$(printf -- '-x\\033y\\041')"`);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 0x17f })), (codes) => {
        const word = String.fromCharCode(...codes);
        assert.doesNotMatch(quoteWord(word), /[^\P{Cc}\n]/u);
      }),
    );
  });

  it('is read by a shell as it was meant', () => {
    const words = [
      '-x\u001by',
      '--\u0007',
      '-\u0001%s\\n',
      "!!\u001b'",
      '\u0085-',
      '-n',
      'a\u0001\n\n',
      '%\u0001-',
    ];
    const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${shellLine(words)}`], { encoding: 'utf8' });
    assert.deepEqual(printed.split('\0').slice(0, -1), words);
  });

  it('comes apart into the same words', () => {
    const character = fc.constantFrom(...'ab-=. \'"\\$`*?[]{}()<>|&;#~!%\nü网');
    const word = fc.string({ unit: character, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const line = shellLine(words);
        const { commands } = readWords(line, { start: 0, end: line.length }, 'shell');
        assert.deepEqual(
          commands.map((command) => command.map(({ text }) => text)),
          [words],
        );
      }),
    );
  });
});
