import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeChoice, hostChoice } from '../../../src/engine/choice';
import { normaliseHost, parseTransport } from '../../../src/engine/transport';

/** `ssh://u:@[1/]…`: what an address is made of, in any order. */
const likeSsh = fc
  .array(fc.constantFrom('u', '1', ':', '@', '/', '[', ']', '\n'))
  .map((parts) => `ssh://${parts.join('')}`);

describe('parseTransport', () => {
  it('reads sockets, pipes and hosts', () => {
    assert.deepEqual(parseTransport('unix:///run/docker.sock'), { kind: 'socket', path: '/run/docker.sock' });
    assert.deepEqual(parseTransport('npipe:////./pipe/docker_engine'), {
      kind: 'socket',
      path: '//./pipe/docker_engine',
    });
    assert.deepEqual(parseTransport('tcp://box:2376'), { kind: 'tcp', host: 'box', port: 2376 });
    assert.deepEqual(parseTransport('tcp://box'), { kind: 'tcp', host: 'box', port: undefined });
    assert.deepEqual(parseTransport('tcp://[::1]:2375/'), { kind: 'tcp', host: '::1', port: 2375 });
  });

  it('says why an address can’t be one', () => {
    const whyOf = (url: string) => {
      const parsed = parseTransport(url);
      return 'why' in parsed ? parsed.why : parsed.kind;
    };
    assert.match(whyOf('unix://run/docker.sock'), /begins with a slash/);
    assert.match(whyOf('npipe://docker'), /^a named pipe is written as/);
    assert.match(whyOf('tcp://box:0'), /a host and a port/);
    assert.match(whyOf('tcp://box:99999'), /a host and a port/);
    assert.equal(whyOf('tcp://box:2375/prefix'), 'a tcp:// address takes no path');
    assert.match(whyOf('http://box'), /^Portolan takes/);
    assert.match(whyOf(''), /^Portolan takes/);
  });

  it('never throws, and a normalised address stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), likeSsh), (text) => {
        const url = normaliseHost(text);
        assert.ok(parseTransport(url).kind.length > 0);
        assert.equal(normaliseHost(url), url);
      }),
    );
  });
});

describe('a remembered choice', () => {
  it('is read as it was written', () => {
    for (const choice of [
      { kind: 'sample' },
      { kind: 'context', name: 'far' },
      hostChoice(' u:secret@h:1 '),
    ]) {
      assert.deepEqual(decodeChoice(JSON.parse(JSON.stringify(choice))), choice);
    }
    assert.deepEqual(hostChoice(' u:secret@h:1 '), { kind: 'host', url: 'tcp://u@h:1' });
  });

  it('is none where it is odd', () => {
    for (const odd of [
      undefined,
      null,
      true,
      'x',
      {},
      { kind: 'context' },
      { kind: 'host', url: 7 },
      { kind: 'x' },
    ]) {
      assert.equal(decodeChoice(odd), undefined);
    }
    fc.assert(fc.property(fc.anything(), (value) => decodeChoice(value) === undefined || true));
  });
});
