import assert from 'node:assert/strict';
import { decodeSnapshot } from '../../../src/engine/decode';
import { buildTopology } from '../../../src/model';

interface Attachment {
  readonly network?: object;
  readonly endpoint?: object;
}

/** The network that carries the default route of a container on all of these. */
function routeOf(attachments: Readonly<Record<string, Attachment>>): string | undefined {
  const topology = buildTopology(
    decodeSnapshot({
      version: {},
      info: {},
      networks: Object.entries(attachments).map(([Name, { network }]) => ({
        Id: `id-${Name}`,
        Name,
        Driver: 'bridge',
        ...network,
      })),
      containers: [
        {
          Id: 'c',
          State: 'running',
          NetworkSettings: {
            Networks: Object.fromEntries(
              Object.entries(attachments).map(([name, { endpoint }]) => [
                name,
                { NetworkID: `id-${name}`, IPAddress: '10.0.0.2', Gateway: '10.0.0.1', ...endpoint },
              ]),
            ),
          },
        },
      ],
    }),
  );
  return topology.containers[0]?.endpoints.find(({ defaultRoute }) => defaultRoute)?.networkName;
}

describe('the default route of a container', () => {
  it('goes by the name of the network where nothing else decides', () => {
    assert.equal(routeOf({ b: {}, a: {} }), 'a');
  });

  it('goes by gateway priority before all', () => {
    assert.equal(routeOf({ a: {}, b: { endpoint: { GwPriority: 1 } } }), 'b');
    assert.equal(routeOf({ a: {}, b: { network: { Internal: true }, endpoint: { GwPriority: 1 } } }), 'b');
  });

  it('prefers what is not docker_gwbridge, then what is not internal, then both families', () => {
    assert.equal(routeOf({ docker_gwbridge: {}, x: { network: { Internal: true } } }), 'x');
    assert.equal(routeOf({ a: { network: { Internal: true } }, b: {} }), 'b');
    assert.equal(routeOf({ a: {}, b: { endpoint: { IPv6Gateway: 'fd00::1' } } }), 'b');
  });

  it('never goes over an overlay, or an endpoint without an address', () => {
    assert.equal(routeOf({ a: { network: { Driver: 'overlay' } }, b: {} }), 'b');
    assert.equal(routeOf({ a: { network: { Driver: 'overlay' } } }), undefined);
    assert.equal(routeOf({ a: { endpoint: { IPAddress: '' } }, b: {} }), 'b');
  });
});
