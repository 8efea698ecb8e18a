import assert from 'node:assert/strict';
import { networkChanges } from '../../../src/engine/changes';
import type { DockerApi, DockerModem } from '../../../src/engine/dockerApi';
import { problemOf } from '../../../src/engine/problem';
import type { ConnectSpec, NetworkSpec } from '../../../src/model';

type Request = Parameters<DockerModem['dial']>[0];

/** An engine that gives this answer, or fails with it, and what it was asked. */
function engine(answer: unknown) {
  const asked: unknown[] = [];
  const dial = (
    { method, path, options }: Request,
    done: (error: unknown, answer: unknown) => void,
  ): void => {
    asked.push([method, path, options?._body]);
    if (answer instanceof Error) done(answer, null);
    else done(null, answer);
  };
  const calls = networkChanges({ modem: { version: 'v1.41', dial } } as unknown as DockerApi);
  return { asked, calls };
}

const { signal } = new AbortController();
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
const web: ConnectSpec = { containerId: 'c1', ipv4: undefined, ipv6: undefined, aliases: [] };

describe('networkChanges', () => {
  it('asks for a network with the fields of the spec alone', async () => {
    const { asked, calls } = engine({ Id: 'n1', Warning: '' });
    assert.deepEqual(await calls.createNetwork(bare, signal), { id: 'n1', warning: undefined });
    const pool = {
      subnet: '10.1.0.0/16',
      gateway: '10.1.0.9',
      range: '10.1.5.0/24',
      auxiliary: { nas: '10.1.5.1' },
    };
    const flags = { ipv6: true, internal: true, attachable: true };
    await calls.createNetwork(
      {
        ...bare,
        driver: 'macvlan',
        pools: [pool],
        options: { parent: 'eth0' },
        labels: { a: 'b' },
        ...flags,
      },
      signal,
    );
    const common = { Name: 'front', CheckDuplicate: true };
    assert.deepEqual(asked, [
      [
        'POST',
        '/networks/create',
        {
          ...common,
          Driver: 'bridge',
          Internal: false,
          Attachable: false,
          EnableIPv6: false,
          IPAM: { Driver: 'default', Options: {}, Config: [] },
          Options: {},
          Labels: {},
        },
      ],
      [
        'POST',
        '/networks/create',
        {
          ...common,
          Driver: 'macvlan',
          Internal: true,
          Attachable: true,
          EnableIPv6: true,
          IPAM: {
            Driver: 'default',
            Options: {},
            Config: [
              {
                Subnet: '10.1.0.0/16',
                IPRange: '10.1.5.0/24',
                Gateway: '10.1.0.9',
                AuxiliaryAddresses: { nas: '10.1.5.1' },
              },
            ],
          },
          Options: { parent: 'eth0' },
          Labels: { a: 'b' },
        },
      ],
    ]);
  });

  it('keeps the engine’s warning', async () => {
    const { calls } = engine({ Id: 'n1', Warning: 'something is odd' });
    assert.deepEqual(await calls.createNetwork(bare, signal), { id: 'n1', warning: 'something is odd' });
  });

  it('takes no answer for a network that has no id', async () => {
    const problem = { reason: 'badAnswer', detail: 'POST /networks/create did not answer with an id' };
    for (const answer of [null, 'made', {}, { Id: '' }, { Id: 7 }]) {
      await assert.rejects(engine(answer).calls.createNetwork(bare, signal), (error) => {
        assert.deepEqual(problemOf(error), problem);
        return true;
      });
    }
  });

  it('asks to remove, connect and disconnect, and escapes what stands in a path', async () => {
    const { asked, calls } = engine(null);
    await calls.removeNetwork('a/../b', signal);
    await calls.connectContainer('n1', web, signal);
    await calls.connectContainer(
      'n1',
      { ...web, ipv4: '10.1.0.7', ipv6: 'fd01::7', aliases: ['www'] },
      signal,
    );
    await calls.disconnectContainer('n1', 'c1', signal);
    const addresses = { IPv4Address: '10.1.0.7', IPv6Address: 'fd01::7' };
    assert.deepEqual(asked, [
      ['DELETE', '/networks/a%2F..%2Fb', undefined],
      ['POST', '/networks/n1/connect', { Container: 'c1', EndpointConfig: {} }],
      [
        'POST',
        '/networks/n1/connect',
        { Container: 'c1', EndpointConfig: { IPAMConfig: addresses, Aliases: ['www'] } },
      ],
      ['POST', '/networks/n1/disconnect', { Container: 'c1', Force: false }],
    ]);
  });

  it('fails with the engine’s error, and with the signal’s', async () => {
    const refused = new Error('refused');
    await assert.rejects(engine(refused).calls.removeNetwork('n1', signal), refused);
    const aborted = AbortSignal.abort(new Error('given up'));
    await assert.rejects(engine(null).calls.removeNetwork('n1', aborted), /given up/);
  });
});
