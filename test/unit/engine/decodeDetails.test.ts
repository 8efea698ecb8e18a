import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeContainerDetails, decodeNetworkDetails } from '../../../src/engine/decodeDetails';
import { requestedText } from '../../../src/views/rows/containerFacts';
import sixA from '../../fixtures/container-fx-6a.json';
import a2 from '../../fixtures/container-fx-a2.json';
import ln from '../../fixtures/container-fx-ln.json';
import linked from '../../fixtures/container-linked.json';
import ingress from '../../fixtures/network-ingress-verbose.json';
import mybridge from '../../fixtures/network-mybridge-verbose.json';
import ov from '../../fixtures/network-ov-service-verbose.json';

describe('details of a container', () => {
  it('has the names of each network, and the hostname', () => {
    const { aliases, hostname, exposed } = decodeContainerDetails(a2);
    assert.deepEqual(aliases, { 'fx-bra': ['foo', '0238fdb76cd7', 'myhost'] });
    assert.equal(hostname, 'myhost');
    assert.deepEqual(exposed, [{ containerPort: 80, protocol: 'tcp' }]);
  });

  it('prefers what the embedded DNS answers for, which newer engines name', () => {
    const raw = { NetworkSettings: { Networks: { n: { Aliases: ['a'], DNSNames: ['web', 'a', 'a'] } } } };
    assert.deepEqual(decodeContainerDetails(raw).aliases, { n: ['web', 'a'] });
  });

  it('has links of the default bridge and of other networks', () => {
    assert.deepEqual(decodeContainerDetails(linked).links, [
      { target: 'my-nginx', alias: 'nginx', network: undefined },
    ]);
    assert.deepEqual(decodeContainerDetails(ln).links, [
      { target: 'fx-a1', alias: 'lnk', network: 'fx-bra' },
    ]);
  });

  it('has what was asked to be published, each as it was asked for', () => {
    const { requestedPorts, publishAll, extraHosts } = decodeContainerDetails(sixA);
    assert.deepEqual(requestedPorts, [
      { hostIp: undefined, hostPort: '18120', containerPort: 80, protocol: 'tcp' },
      { hostIp: '::1', hostPort: '18121', containerPort: 80, protocol: 'tcp' },
      { hostIp: '127.0.0.1', hostPort: undefined, containerPort: 80, protocol: 'tcp' },
      { hostIp: undefined, hostPort: '18125', containerPort: 81, protocol: 'udp' },
      { hostIp: undefined, hostPort: '18126', containerPort: 82, protocol: 'udp' },
    ]);
    assert.equal(publishAll, true);
    assert.deepEqual(extraHosts, ['h:host-gateway', 'x:10.0.0.9']);
  });

  it('keeps the address of one family apart from none, which is both', () => {
    const bindings = ['', '0.0.0.0', '::'].map((HostIp) => ({ HostIp, HostPort: '8080' }));
    const { requestedPorts } = decodeContainerDetails({
      HostConfig: { PortBindings: { '80/tcp': bindings } },
    });
    assert.deepEqual(requestedPorts.map(requestedText), ['8080:80', '0.0.0.0:8080:80', '[::]:8080:80']);
  });

  it('joins a domain to the hostname', () => {
    const Config = { Hostname: 'web', Domainname: 'example.org' };
    assert.equal(decodeContainerDetails({ Config }).hostname, 'web.example.org');
  });

  it('takes any answer', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (odd, other) => {
        for (const raw of [
          odd,
          { Config: odd, HostConfig: other, NetworkSettings: odd },
          { HostConfig: { Links: odd, PortBindings: { '80/tcp': other, x: odd } } },
          { NetworkSettings: { Networks: { n: odd } }, Config: { ExposedPorts: other } },
        ]) {
          assert.ok(Array.isArray(decodeContainerDetails(raw).links));
          assert.ok(Array.isArray(decodeNetworkDetails({ Id: 'n', Services: odd, Peers: other }).services));
        }
      }),
    );
  });
});

describe('details of a network', () => {
  it('has services with their virtual address and tasks, but not the nameless one', () => {
    const { services } = decodeNetworkDetails(ov);
    assert.deepEqual(
      services.map(({ name, address, tasks }) => [name, address, tasks.map((task) => task.address)]),
      [
        ['fx-svc', '10.0.1.5', ['10.0.1.6']],
        ['fx-svc2', undefined, ['10.0.1.7', '10.0.1.8']],
      ],
    );
    assert.equal(services[0]?.tasks[0]?.node, '127.0.0.1');
  });

  it('has peers and the engine’s own endpoints', () => {
    assert.deepEqual(decodeNetworkDetails(ingress).peers, [{ name: 'bf18614f5a32', address: '127.0.0.1' }]);
    assert.deepEqual(decodeNetworkDetails(ingress).infrastructure, [
      { id: 'ingress-sbox', name: 'ingress-endpoint', ipv4: '10.0.0.2' },
    ]);
  });

  it('has nothing of a network on one host', () => {
    assert.deepEqual(decodeNetworkDetails(mybridge), { peers: [], services: [], infrastructure: [] });
  });
});
