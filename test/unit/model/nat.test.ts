import assert from 'node:assert/strict';
import { natRules } from '../../../src/model';
import { gatewayModes } from '../diagram/gatewayWorld';
import { networkNamed, plain, rich } from '../fixture';

function textsOf(topology: typeof plain, network: string): readonly string[] {
  const { id } = networkNamed(topology, network);
  return natRules(topology)
    .filter(({ networkId }) => networkId === id)
    .map(({ text }) => text);
}

describe('natRules', () => {
  it('derives masquerade, return, DNAT and hairpin for a published port on docker0', () => {
    assert.deepEqual(textsOf(plain, 'bridge'), [
      '-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE',
      '-A DOCKER -i docker0 -j RETURN',
      '-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80',
      '-A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE',
    ]);
  });

  it('names the host address that a port is bound to', () => {
    assert.ok(
      textsOf(plain, 'mybridge').some((text) =>
        /^-A DOCKER -d 127\.0\.0\.1\/32 ! -i br-[0-9a-f]{12} -p tcp -m tcp --dport 9090 -j DNAT --to-destination 172\.28\.0\.3:80$/.test(
          text,
        ),
      ),
    );
  });

  it('has no rule for an internal network and no masquerade where it is off', () => {
    assert.deepEqual(textsOf(rich, 'fx-int'), []);
    assert.deepEqual(textsOf(rich, 'fx-nomasq'), [
      '-A DOCKER -d 127.0.0.1/32 ! -i fxnomasq0 -p tcp -m tcp --dport 18086 -j DNAT --to-destination 10.88.6.2:80',
      '-A POSTROUTING -s 10.88.6.2/32 -d 10.88.6.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE',
    ]);
  });

  it('has on engine 28 no RETURN, and no hairpin rule, which the userland proxy makes needless', () => {
    const engine = (engineVersion: string): typeof plain => ({
      ...plain,
      host: { ...plain.host, engineVersion },
    });
    assert.deepEqual(textsOf(engine('27.5.1'), 'bridge'), textsOf(plain, 'bridge'));
    assert.deepEqual(textsOf(engine('28.0.0'), 'bridge'), [
      '-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE',
      '-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80',
    ]);
  });

  it('has none in gateway mode routed, those of nat in nat-unprotected, and on engines that know no modes', () => {
    const nat = [
      '-A POSTROUTING -s 10.1.0.0/16 ! -o front0 -j MASQUERADE',
      '-A DOCKER ! -i front0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.1.0.2:80',
    ];
    assert.deepEqual(textsOf(gatewayModes({ ipv4: 'routed' }), 'front'), []);
    assert.deepEqual(textsOf(gatewayModes({ ipv4: 'nat-unprotected' }), 'front'), nat);
    assert.deepEqual(textsOf(gatewayModes({ ipv6: 'routed' }), 'front'), nat);
    assert.equal(textsOf(gatewayModes({ ipv4: 'routed' }, '20.10.24'), 'front').length, 4);
  });

  it('shares one hairpin rule between two host ports of one container port, and none with IPv6', () => {
    const tcp = textsOf(rich, 'fx-v6').filter((text) => text.includes('-p tcp'));
    assert.deepEqual(
      tcp.map((text) => text.replace(/^.*--dport /, '')),
      [
        '18120 -j DNAT --to-destination 10.88.60.2:80',
        '80 -j MASQUERADE',
        '32768 -j DNAT --to-destination 10.88.60.2:80',
      ],
    );
  });
});
