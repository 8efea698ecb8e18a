import assert from 'node:assert/strict';
import { scopesAt, scopesOf } from '../../../src/language/languages';
import { hoverSpan, type Scope } from '../../../src/language/use';
import { usesOf } from './marker';

/** The scopes in short: `web partial: publish ports, publish «1:2»`. */
function scopesIn(text: string): readonly string[] {
  return [...scopesOf(text, 'dockercompose')]
    .filter(({ uses }) => uses.length > 0)
    .map((scope) => shortOf(text, scope));
}

function shortOf(text: string, { name, partial, uses }: Scope): string {
  const words = uses.map((use) => {
    const { start, end } = hoverSpan(use);
    return `${use.merged ? '+' : ''}${text.slice(start, end)}`;
  });
  return `${name ?? '-'}${partial ? '?' : ''}: ${words.join(', ')}`;
}

function scopes(title: string, text: string, ...expected: readonly string[]): void {
  it(title, () => {
    assert.deepEqual(scopesIn(text), expected);
  });
}

const base = 'x-base: &base\n  network_mode: host\n  ports:\n    - "1:2"\n';

describe('a service of a compose file has what it merges', () => {
  scopes(
    'of a fragment',
    `${base}services:\n  web:\n    <<: *base\n    dns: 9.9.9.9\n`,
    '-?: network_mode: host, ports, 1:2',
    'web: dns: 9.9.9.9, +network_mode: host, +ports, +1:2',
  );
  scopes(
    'and what it says itself counts',
    `${base}services:\n  web:\n    <<: *base\n    ports: ["3:4"]\n`,
    '-?: network_mode: host',
    'web: ports, 3:4, +network_mode: host',
  );
  scopes(
    'of several fragments, the first of them first',
    'x-a: &a { dns: 9.9.9.9 }\nx-b: &b\n  dns: 8.8.8.8\n  hostname: b\nservices:\n  web:\n    <<: [*a, *b]\n',
    '-?: dns: 9.9.9.9',
    '-?: hostname: b',
    'web: +dns: 9.9.9.9, +hostname: b',
  );
  scopes(
    'of a fragment that merges another one',
    'x-a: &a\n  hostname: a\nx-b: &b\n  <<: *a\nservices:\n  web:\n    <<: *b\n',
    '-?: hostname: a',
    'web: +hostname: a',
  );
  scopes(
    'of another service',
    'services:\n  a: &a\n    hostname: a\n  b:\n    <<: *a\n  c: *a\n',
    'a: hostname: a',
    'b: +hostname: a',
    'c: +hostname: a',
  );
  scopes(
    'of a list, which stands for the value of its key',
    'x-ports: &ports ["1:2"]\nservices:\n  web:\n    ports: *ports\n',
    '-?: 1:2',
    'web: ports: *ports, +1:2',
  );
  scopes(
    'of a word',
    'x-mode: &mode host\nservices:\n  web:\n    network_mode: *mode\n',
    'web: network_mode: *mode',
  );
  scopes(
    'in flow style, with quoted keys and Windows line ends',
    '"x-base": &base {"hostname": a}\r\n"services": {"web": {"<<": *base, <<: *base}}\r\n',
    '-?: hostname": a',
    'web: +hostname": a',
  );
  scopes(
    'of the last anchor of that name above',
    'x-a: &a { hostname: a }\nservices:\n  a: *a\n  b: &a\n    hostname: b\n  c: *a\n',
    '-?: hostname: a',
    'a: +hostname: a',
    'b: hostname: b',
    'c: +hostname: b',
  );
  scopes(
    'and a network has the same',
    'x-net: &net\n  internal: true\n  driver_opts: &o\n    parent: eth0\nnetworks:\n  a: *net\n  b:\n    <<: *net\n    driver_opts: *o\n',
    '-?: internal: true, driver_opts, parent: eth0',
    '-: networks',
    'a: a, +internal: true, +driver_opts, +parent: eth0',
    'b: b, driver_opts: *o, +parent: eth0, +internal: true',
  );
});

describe('what comes from where it is not seen', () => {
  const web = (...lines: readonly string[]) =>
    `services:\n  web:\n    hostname: a\n${lines.map((line) => `    ${line}\n`).join('')}  db:\n    hostname: b\n`;
  scopes('is said of an alias of nothing', web('<<: *none'), 'web?: hostname: a', 'db: hostname: b');
  scopes('is said of one in a list', web('dns: [*none]'), 'web?: hostname: a, dns', 'db: hostname: b');
  scopes(
    'is said of a service that extends another',
    web('extends: { file: x.yaml, service: y }'),
    'web?: hostname: a',
    'db: hostname: b',
  );
  scopes(
    'is said of a merge of what is no map',
    `x-a: &a [b]\n${web('<<: *a')}`,
    'web?: hostname: a',
    'db: hostname: b',
  );
  scopes(
    'is said of an alias that stands for itself',
    'services:\n  web: &web\n    <<: *web\n    hostname: a\n',
    'web?: hostname: a',
  );
});

describe('a text with anchors', () => {
  const text = `${base}services:\n  web:\n    <<: *base\n    ports: ["3:4"]\n  db:\n    <<: *base\n`;

  it('tells each use once', () => {
    assert.deepEqual(usesOf('dockercompose', text), [
      'network network_mode «host»',
      'publish ports',
      'publish in ports «1:2»',
      'publish ports',
      'publish in ports «3:4»',
    ]);
  });

  it('says the same of a block as of the whole', () => {
    const whole = scopesIn(text);
    for (let offset = 0; offset < text.length; offset += 1)
      for (const scope of scopesAt(text, 'dockercompose', offset))
        if (scope.uses.length > 0) assert.ok(whole.includes(shortOf(text, scope)));
  });

  it('may be written to explode', () => {
    const ten = (name: string) => Array.from({ length: 10 }, () => `*${name}`).join(', ');
    const lines = Array.from(
      { length: 30 },
      (_, index) => `x-${index + 1}: &a${index + 1} { <<: [${ten(`a${index}`)}] }\n`,
    );
    const laughs = `x-0: &a0 { hostname: a }\n${lines.join('')}services:\n  web:\n    <<: *a30\n  db:\n    <<: *a2\n    dns: 9.9.9.9\n`;
    assert.equal(scopesIn(laughs).at(-1), 'db: dns: 9.9.9.9, +hostname: a');
    const web = [...scopesOf(laughs, 'dockercompose')].find(({ name }) => name === 'web');
    assert.equal(web?.partial, true);
  });
});

describe('a compose file', () => {
  const uses = (title: string, text: string, ...expected: readonly string[]) =>
    it(title, () => assert.deepEqual(usesOf('dockercompose', text), expected));
  uses(
    'may be in braces alone',
    '{"services": {"web": {"ports": ["1:2"]}}}',
    'publish ports',
    'publish in ports «1:2»',
  );
  uses(
    'may be several documents',
    '---\nservices:\n  web:\n    ports: ["1:2"]\n---\nservices:\n  web:\n    hostname: a\n...\n',
    'publish ports',
    'publish in ports «1:2»',
    'hostname hostname «a»',
  );
  uses(
    'may have an anchor behind its sections',
    'services: &all # c\n  web:\n    hostname: a\n',
    'hostname hostname «a»',
  );
  uses(
    'may have tabs where they are allowed',
    'services:\t# c\n  web:\t\n    hostname:\ta\t# c\n',
    'hostname hostname «a»',
  );
});
