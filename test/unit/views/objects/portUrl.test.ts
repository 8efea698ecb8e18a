import assert from 'node:assert/strict';
import type { PublishedPort } from '../../../../src/model';
import { portUrl, remoteHost } from '../../../../src/views/objects/portUrl';

const LOCAL = 'unix:///var/run/docker.sock';

function port(hostIps: readonly string[], hostPort: number, containerPort: number): PublishedPort {
  const id = `c:${hostIps.join()}:${hostPort}:${containerPort}/tcp`;
  return { id, containerId: 'c', hostIps, hostPort, containerPort, protocol: 'tcp', target: undefined };
}

const everywhere = port(['0.0.0.0', '::'], 8080, 80);
const loopback = port(['127.0.0.1'], 9090, 8080);

describe('the address of a published port', () => {
  it('is localhost where the port is bound to all addresses of this machine', () => {
    assert.equal(portUrl(everywhere, LOCAL), 'http://localhost:8080');
    assert.equal(portUrl(everywhere, 'npipe:////./pipe/docker_engine'), 'http://localhost:8080');
    assert.equal(portUrl(everywhere, 'tcp://127.0.0.1:2375'), 'http://localhost:8080');
    assert.equal(portUrl(everywhere, 'tcp://localhost:2375'), 'http://localhost:8080');
  });

  it('is the engine’s host with an endpoint on another machine', () => {
    assert.equal(portUrl(everywhere, 'tcp://docker.example.com:2376'), 'http://docker.example.com:8080');
    assert.equal(portUrl(everywhere, 'ssh://me@192.0.2.7'), 'http://192.0.2.7:8080');
    assert.equal(portUrl(everywhere, 'tcp://[2001:db8::7]:2376'), 'http://[2001:db8::7]:8080');
  });

  it('is the address that the port is bound to', () => {
    assert.equal(portUrl(loopback, LOCAL), 'http://127.0.0.1:9090');
    assert.equal(portUrl(port(['::1'], 80, 80), LOCAL), 'http://[::1]:80');
    assert.equal(portUrl(port(['192.0.2.9'], 80, 80), 'ssh://me@192.0.2.7'), 'http://192.0.2.9:80');
  });

  it('is HTTPS for the ports that servers use for it', () => {
    assert.equal(portUrl(port(['0.0.0.0'], 4443, 443), LOCAL), 'https://localhost:4443');
    assert.equal(portUrl(port(['0.0.0.0'], 8443, 8443), LOCAL), 'https://localhost:8443');
    assert.equal(portUrl(port(['0.0.0.0'], 443, 80), LOCAL), 'http://localhost:443');
  });

  it('is none where no browser gets to', () => {
    assert.equal(portUrl(loopback, 'tcp://docker.example.com:2376'), undefined);
    assert.equal(portUrl({ ...everywhere, protocol: 'udp' }, LOCAL), undefined);
  });
});

describe('the machine of an engine', () => {
  it('is named by tcp:// and ssh:// alone, and not where it is this one', () => {
    assert.equal(remoteHost('tcp://docker.example.com'), 'docker.example.com');
    assert.equal(remoteHost(LOCAL), undefined);
    assert.equal(remoteHost('sample:'), undefined);
    assert.equal(remoteHost('tcp://[::1]:2375'), undefined);
    assert.equal(remoteHost('tcp://'), undefined);
  });
});
