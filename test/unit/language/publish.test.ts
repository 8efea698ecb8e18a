import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePublish, say, type Publish } from '../../../src/language';

function accepted(text: string): Publish {
  const result = parsePublish(text);
  assert.ok(result.ok, `${text} is refused`);
  return result;
}

/** `127.0.0.1 8080 -> 80/udp`, with `*` for what the engine chooses. */
function inShort({ hostIp, hostPorts, containerPorts, protocol }: Publish): string {
  const range = (ports: typeof hostPorts) =>
    (ports ? `${ports.first}-${ports.last}` : '*').replace(/^(\d+)-\1$/, '$1');
  return `${hostIp ?? '*'} ${range(hostPorts)} -> ${range(containerPorts)}/${protocol}`;
}

describe('a published port that docker accepts', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['80', '* * -> 80/tcp'],
    ['8080:80', '* 8080 -> 80/tcp'],
    ['8080:80/udp', '* 8080 -> 80/udp'],
    ['8080:80/sctp', '* 8080 -> 80/sctp'],
    ['8080:80/TCP', '* 8080 -> 80/tcp'],
    ['8080:80/', '* 8080 -> 80/tcp'],
    [':80', '* * -> 80/tcp'],
    ['0:80', '* * -> 80/tcp'],
    ['127.0.0.1::80', '127.0.0.1 * -> 80/tcp'],
    ['127.0.0.1:8080:80', '127.0.0.1 8080 -> 80/tcp'],
    ['0.0.0.0:8080:80/udp', '0.0.0.0 8080 -> 80/udp'],
    ['8000-8010:80', '* 8000-8010 -> 80/tcp'],
    ['8000-8002:80-82', '* 8000-8002 -> 80-82/tcp'],
    ['80-81', '* * -> 80-81/tcp'],
    [':8080:80', '* 8080 -> 80/tcp'],
    ['[::1]:8080:80', '::1 8080 -> 80/tcp'],
    ['::1:8080:80', '::1 8080 -> 80/tcp'],
    ['[::1]::80', '::1 * -> 80/tcp'],
    ['[]:80:80', '* 80 -> 80/tcp'],
    ['[127.0.0.1]:80:80', '127.0.0.1 80 -> 80/tcp'],
    ['::ffff:1.2.3.4:80:80', '::ffff:1.2.3.4 80 -> 80/tcp'],
    ['01:80', '* 1 -> 80/tcp'],
    ['1-2-3:80', '* 1-2 -> 80/tcp'],
    ['published=8080,target=80', '* 8080 -> 80/tcp'],
    ['published=8080,target=80,protocol=udp', '* 8080 -> 80/udp'],
    ['target=80', '* * -> 80/tcp'],
    ['published=127.0.0.1:8080,target=80', '127.0.0.1 8080 -> 80/tcp'],
  ];
  for (const [text, meaning] of rows) {
    it(`${text} is ${meaning}`, () => {
      assert.equal(inShort(accepted(text)), meaning);
    });
  }
});

describe('a published port that docker accepts and does not do', () => {
  it('a second protocol', () => {
    assert.deepEqual(accepted('8080:80/tcp/udp').oddities, [
      { code: 'extraProtocol', ignored: 'udp', used: 'tcp', start: 12, end: 15 },
    ]);
  });

  it('port 0 of the container', () => {
    assert.deepEqual(accepted('8080:0').oddities, [{ code: 'containerPortZero', start: 5, end: 6 }]);
  });

  it('a key that the long form does not know', () => {
    assert.deepEqual(accepted('target=80,published=8080,mode=host').oddities, [
      { code: 'ignoredKey', key: 'mode', start: 25, end: 29 },
    ]);
  });

  it('nothing else', () => {
    assert.deepEqual(accepted('127.0.0.1:8080:80/udp').oddities, []);
  });
});

describe('a published port that docker refuses', () => {
  const rows: readonly (readonly [text: string, at: string, words: string])[] = [
    ['8080:', '8080:', 'no port specified: 8080:<empty>'],
    ['', '', 'no port specified: <empty>'],
    ['::', '::', 'no port specified: ::<empty>'],
    ['/udp', '/udp', 'no port specified: /udp<empty>'],
    ['127.0.0.1:80', '127.0.0.1', 'invalid hostPort: 127.0.0.1'],
    ['[::1]:80', '[:', "invalid IP address [:: address [::: missing ']' in address"],
    ['[1]x:80:80', '[1]x', 'invalid IP address [1]x: address [1]x:: missing port in address'],
    ['localhost:80:80', 'localhost', 'invalid IP address: localhost'],
    ['300.1.1.1:80:80', '300.1.1.1', 'invalid IP address: 300.1.1.1'],
    ['127.0.0.01:80:80', '127.0.0.01', 'invalid IP address: 127.0.0.01'],
    ['[::1%eth0]:80:80', '[::1%eth0]', 'invalid IP address: ::1%eth0'],
    ['70000:80', '70000', 'invalid hostPort: 70000'],
    ['abc:80', 'abc', 'invalid hostPort: abc'],
    ['81-80:80', '81-80', 'invalid hostPort: 81-80'],
    [' 80:80', ' 80', 'invalid hostPort:  80'],
    ['80:70000', '70000', 'invalid containerPort: 70000'],
    ['80-', '80-', 'invalid containerPort: 80-'],
    [
      '8000-8002:80-81',
      '8000-8002',
      'invalid ranges specified for container and host Ports: 80-81 and 8000-8002',
    ],
    ['8000:80-81', '8000', 'invalid ranges specified for container and host Ports: 80-81 and 8000'],
    ['80/foo', 'foo', 'invalid proto: foo'],
    ['8080:80:90', '8080', 'invalid IP address: 8080'],
    ['target=80,foo', 'foo', "invalid publish opts format (should be name=value but got 'foo')"],
    ['=80', '=80', "invalid publish opts format (should be name=value but got '=80')"],
    ['published=80', 'published=80', 'no port specified: 80:/tcp<empty>'],
    ['published=a,target=80', 'a', 'invalid hostPort: a'],
    ['target=80,protocol=foo', 'foo', 'invalid proto: foo'],
  ];
  for (const [text, at, words] of rows) {
    it(`"${text}": ${words}`, () => {
      const result = parsePublish(text);
      assert.ok(!result.ok, `${text} is accepted`);
      assert.equal(say(result.problem).docker, words);
      assert.equal(text.slice(result.problem.start, result.problem.end), at);
    });
  }

  it('says what to write after an address', () => {
    const result = parsePublish('127.0.0.1:80');
    assert.ok(!result.ok);
    assert.deepEqual(result.problem, {
      code: 'publish.hostPort',
      actual: '127.0.0.1',
      containerPort: '80',
      address: true,
      start: 0,
      end: 9,
    });
    assert.equal(
      say(result.problem).advice,
      'After an address come two ports: `127.0.0.1:80:80`, or `127.0.0.1::80` for a free port of the host.',
    );
  });
});

describe('any text as a published port', () => {
  it('is accepted or refused at a place inside it, without an exception', () => {
    const piece = fc.constantFrom(
      '80',
      '8080',
      '-',
      ':',
      '/',
      '[',
      ']',
      '=',
      ',',
      'udp',
      'target',
      '127.0.0.1',
      '::',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const result = parsePublish(text);
          const spans = result.ok ? result.oddities : [result.problem];
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
