import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeSnapshot } from '../../../src/engine/decode';
import { decodeFlannel, readFlannel } from '../../../src/engine/flannel';
import { buildTopology } from '../../../src/model';
import { sayFlannel } from '../../../src/views/drivers/driverRows';
import { networkFacts } from '../../../src/views/rows/networkFacts';

const FILE = `FLANNEL_NETWORK=10.244.0.0/16
FLANNEL_SUBNET=10.244.1.1/24
FLANNEL_MTU=1450
FLANNEL_IPMASQ=true
`;

function topologyOn(subnet: string, flannel: string | undefined) {
  const networks = [
    { Id: 'a', Name: 'bridge', Driver: 'bridge', IPAM: { Config: [{ Subnet: subnet }] }, Options: DOCKER0 },
    { Id: 'b', Name: 'other', Driver: 'bridge', IPAM: { Config: [{ Subnet: '10.244.1.0/24' }] } },
  ];
  return buildTopology(decodeSnapshot({ version: {}, info: {}, networks, containers: [], flannel }));
}

const DOCKER0 = {
  'com.docker.network.bridge.default_bridge': 'true',
  'com.docker.network.bridge.name': 'docker0',
};

describe('flannel', () => {
  it('is read from its file', () => {
    assert.deepEqual(decodeFlannel(FILE), { subnet: '10.244.1.1/24', network: '10.244.0.0/16', mtu: 1450 });
    assert.deepEqual(decodeFlannel('FLANNEL_SUBNET="10.5.72.1/24"\r\n'), {
      subnet: '10.5.72.1/24',
      network: undefined,
      mtu: undefined,
    });
    assert.equal(decodeFlannel('FLANNEL_NETWORK=10.244.0.0/16'), undefined);
    assert.equal(decodeFlannel(undefined), undefined);
  });

  it('never throws, whatever the file says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        decodeFlannel(text);
        decodeFlannel(`FLANNEL_SUBNET=${text}\nFLANNEL_MTU=${text}`);
      }),
    );
  });

  it('is nothing where there is no file, or it is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-flannel-'));
    try {
      assert.equal(await readFlannel(join(folder, 'subnet.env')), undefined);
      assert.equal(await readFlannel(folder), undefined);
      writeFileSync(join(folder, 'subnet.env'), FILE);
      assert.equal(await readFlannel(join(folder, 'subnet.env')), FILE);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is said where docker0 took its subnet, in the drivers view and on docker0', () => {
    const topology = topologyOn('10.244.1.0/24', FILE);
    assert.equal(
      sayFlannel(topology),
      'docker0 takes its subnet from flannel: 10.244.1.0/24 of 10.244.0.0/16, MTU 1450',
    );
    const facts = topology.networks.map(({ name, ...network }) => [
      name,
      networkFacts({ name, ...network }).find((fact) => fact.name === 'flannel')?.value,
    ]);
    assert.deepEqual(facts, [
      ['bridge', '10.244.1.0/24 of 10.244.0.0/16, MTU 1450'],
      ['other', undefined],
    ]);
  });

  it('is not said where docker0 has another subnet, or flannel is not there', () => {
    assert.equal(sayFlannel(topologyOn('172.17.0.0/16', FILE)), undefined);
    assert.equal(sayFlannel(topologyOn('10.244.1.0/24', undefined)), undefined);
  });
});
