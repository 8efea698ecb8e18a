import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseLink, parseNetworkMode, parseNetworkValue, say } from '../../../src/language';

describe('a --network value that docker accepts', () => {
  const rows: readonly (readonly [text: string, mode: string, name: string])[] = [
    ['bridge', 'bridge', 'bridge'],
    ['default', 'default', 'default'],
    ['host', 'host', 'host'],
    ['none', 'none', 'none'],
    ['front', 'named', 'front'],
    ['Host', 'named', 'Host'],
    ['container:db', 'container', 'db'],
    ['service:db', 'named', 'service:db'],
    ['name=', 'named', 'name='],
    ['name=front', 'named', 'front'],
    ['name=Front,ALIAS=Www', 'named', 'front'],
    ['ip=10.0.0.2,name=host', 'host', 'host'],
    ['name=front,"alias=www"', 'named', 'front'],
  ];
  for (const [text, mode, name] of rows) {
    it(`${text} is ${mode} ${name}`, () => {
      const value = parseNetworkValue(text);
      assert.ok(value.ok);
      assert.deepEqual([value.mode, value.name], [mode, name]);
    });
  }

  it('has settings in the long form, lower-cased', () => {
    const value = parseNetworkValue('name=front,alias=Www,ip=10.0.0.2,driver-opt=a=b,gw-priority=-1');
    assert.ok(value.ok);
    assert.deepEqual(
      value.settings.map(({ key, value: set }) => [key, set]),
      [
        ['alias', 'www'],
        ['ip', '10.0.0.2'],
        ['driver-opt', 'a=b'],
        ['gw-priority', '-1'],
      ],
    );
  });

  it('knows where the name stands', () => {
    const text = 'alias=www,name=front';
    const value = parseNetworkValue(text);
    assert.ok(value.ok);
    assert.equal(text.slice(value.nameSpan.start, value.nameSpan.end), 'front');
  });
});

describe('a --network value that docker refuses', () => {
  const rows: readonly (readonly [text: string, at: string, words: string])[] = [
    ['', '', 'no name set for network'],
    [' ', ' ', 'no name set for network'],
    ['alias=a', 'alias=a', 'network name/id is not specified'],
    ['name=x,fx-bra', 'fx-bra', 'invalid field fx-bra'],
    ['name=x,', '', 'invalid field '],
    ['name=x,foo=b', 'foo=b', 'invalid field key foo'],
    ['name=x,driver-opt=a', 'driver-opt=a', 'invalid key value pair format in driver options'],
    ['name=x,gw-priority=x', 'gw-priority=x', 'invalid gw-priority (x): invalid syntax'],
    [
      'name=x,gw-priority=99999999999999999999',
      'gw-priority=99999999999999999999',
      'invalid gw-priority (99999999999999999999): value out of range',
    ],
    ['name=x,mac-address=zz', 'mac-address=zz', 'zz is not a valid mac address'],
    ['name=x,mac-address=aa,mac-address=zz', 'mac-address=zz', 'zz is not a valid mac address'],
    [
      'name=host,mac-address=zz,alias=x',
      'alias=x',
      'network-scoped aliases are only supported for user-defined networks',
    ],
    ['name=x,a"b', 'name=x,a"b', 'parse error on line 1, column 9: bare " in non-quoted-field'],
    [
      'name=x,"alias=a',
      'name=x,"alias=a',
      'parse error on line 1, column 16: extraneous or missing " in quoted-field',
    ],
    ...['host', 'none', 'bridge', 'default', 'container:db'].map(
      (mode) =>
        [
          `name=${mode},alias=x`,
          'alias=x',
          'network-scoped aliases are only supported for user-defined networks',
        ] as const,
    ),
    ['container:', 'container:', 'Invalid network mode: invalid container format container:<name|id>'],
  ];

  it('looks at the last MAC address alone, as docker does', () => {
    assert.equal(parseNetworkValue('name=x,mac-address=zz,mac-address=02:42:ac:11:00:02').ok, true);
  });

  for (const [text, at, words] of rows) {
    it(`"${text}": ${words}`, () => {
      const value = parseNetworkValue(text);
      assert.ok(!value.ok, `${text} is accepted`);
      assert.equal(say(value.problem).docker, words);
      assert.equal(text.slice(value.problem.start, value.problem.end), at);
    });
  }
});

describe('a network_mode of compose', () => {
  it('may share the network of a service', () => {
    const value = parseNetworkMode('service:db');
    assert.ok(value.ok);
    assert.deepEqual([value.mode, value.name, value.nameSpan], ['service', 'db', { start: 8, end: 10 }]);
  });

  it('knows no long form', () => {
    const value = parseNetworkMode('name=front');
    assert.ok(value.ok);
    assert.deepEqual([value.mode, value.name], ['named', 'name=front']);
  });

  it('needs a service after service:', () => {
    const value = parseNetworkMode('service:');
    assert.ok(!value.ok);
    assert.equal(value.problem.code, 'network.serviceName');
  });
});

describe('a --link value', () => {
  const good: readonly (readonly [string, string, string])[] = [
    ['db', 'db', 'db'],
    ['db:database', 'db', 'database'],
    ['/db:/web/database', 'db', 'database'],
  ];
  for (const [text, target, alias] of good) {
    it(`${text} finds ${target} as ${alias}`, () => {
      assert.deepEqual(parseLink(text), { ok: true, target, alias });
    });
  }

  it('is refused in the words of docker', () => {
    const [long, empty] = [parseLink('a:b:c'), parseLink('')];
    assert.ok(!long.ok && !empty.ok);
    assert.equal(say(long.problem).docker, 'bad format for links: a:b:c');
    assert.equal(say(empty.problem).docker, 'empty string specified for links');
  });

  for (const text of ['db:', ':database', ':']) {
    it(`"${text}" lacks a part, of which docker says nothing`, () => {
      const value = parseLink(text);
      assert.ok(!value.ok);
      assert.equal(say(value.problem).docker, undefined);
    });
  }
});

describe('any text as a network or link', () => {
  it('is accepted or refused at a place inside it, without an exception', () => {
    const piece = fc.constantFrom(
      'name=',
      'x',
      ',',
      'alias=a',
      '"',
      'container:',
      'gw-priority=',
      'mac-address=',
      '=',
      ':',
      '/',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        for (const value of [parseNetworkValue(text), parseNetworkMode(text), parseLink(text)]) {
          if (!value.ok)
            assert.ok(value.problem.start <= value.problem.end && value.problem.end <= text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
