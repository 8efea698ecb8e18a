import assert from 'node:assert/strict';
import { decodeContainerDetails, decodeNetworkDetails } from '../../../../src/engine/decodeDetails';
import type { Topology } from '../../../../src/model';
import { arrange, type NetworksChoice } from '../../../../src/views/networks/grouping';
import {
  containerRows,
  detailRows,
  groupRows,
  networkRows,
  nodeKey,
  PAGE,
  peerRows,
  serviceRows,
  taskRows,
  topRows,
} from '../../../../src/views/networks/networkBranches';
import type { TreeNode } from '../../../../src/views/rows/nodes';
import { factRow, moreRow, noteRow, publishedRow } from '../../../../src/views/rows/smallRows';
import a2 from '../../../fixtures/container-fx-a2.json';
import i1 from '../../../fixtures/container-fx-i1.json';
import ln from '../../../fixtures/container-fx-ln.json';
import linked from '../../../fixtures/container-linked.json';
import ovService from '../../../fixtures/network-ov-service-verbose.json';
import { containerNamed, networkNamed, plain, rich } from '../../fixture';

const all: NetworksChoice = { groupBy: 'none', hideDefault: false, hideEmpty: false, filter: '' };
const silent = { ok: false, problem: { reason: 'timeout', detail: 'no answer within 5 s' } } as const;

/** A row in words: `gateway 10.88.1.1 (derived)`, `container fx-a1`. */
function say(node: TreeNode, topology: Topology): string {
  switch (node.kind) {
    case 'fact': {
      const { label, description } = factRow(node);
      return `${label} ${description}`;
    }
    case 'container':
      return `container ${topology.containerById.get(node.containerId)?.name ?? 'gone'}`;
    case 'port': {
      const port = topology.ports.find(({ id }) => id === node.portId);
      return port ? `published ${publishedRow(port).description}` : 'port gone';
    }
    case 'section':
      return `section ${node.of}`;
    case 'note':
      return `note ${noteRow(node).spoken}`;
    case 'peer':
      return `peer ${node.address}`;
    case 'heard':
      return `heard ${node.service.name} ${node.service.address ?? 'dnsrr'}`;
    case 'more':
      return moreRow(node.hidden).label;
    case 'service':
      return `service ${node.serviceId}`;
    case 'group':
    case 'network':
    case 'node':
    case 'driver':
    case 'offer':
      return node.kind;
  }
}

function below(container: string, network: string, raw: unknown): readonly string[] {
  const details = raw === undefined ? undefined : ({ ok: true, value: decodeContainerDetails(raw) } as const);
  const [found, place] = [containerNamed(rich, container), networkNamed(rich, network)];
  return containerRows(found, place, rich, details).map((node) => say(node, rich));
}

/** All rows of the tree below networks, unfiltered. */
function members(topology: Topology, choice: Partial<NetworksChoice> = {}): readonly TreeNode[] {
  const arrangement = arrange(topology, { ...all, ...choice });
  const networks = topRows(arrangement).flatMap((node) =>
    node.kind === 'group' ? groupRows(node.value, arrangement) : [node],
  );
  return networks.flatMap((node) => {
    const network = node.kind === 'network' ? topology.networkById.get(node.networkId) : undefined;
    return network ? networkRows(network, arrangement.endpoints.get(network.id) ?? [], PAGE.first) : [];
  });
}

describe('the rows below a network', () => {
  it('are its containers, running first, then its details', () => {
    const network = networkNamed(rich, 'fx-bra');
    const endpoints = arrange(rich, all).endpoints.get(network.id) ?? [];
    assert.deepEqual(
      networkRows(network, endpoints, PAGE.first).map((node) => say(node, rich)),
      [
        'container fx-a1',
        'container fx-a2',
        'container fx-a3',
        'container fx-both',
        'container fx-ln',
        'container fx-created',
        'section details',
      ],
    );
  });

  it('are services and peers too on an overlay', () => {
    assert.deepEqual(
      networkRows(networkNamed(plain, 'ov'), [], PAGE.first).map((node) => say(node, plain)),
      ['section services', 'section peers', 'section details'],
    );
  });

  it('have every endpoint exactly once, however networks are grouped', () => {
    for (const topology of [plain, rich]) {
      const expected = topology.networks.flatMap(({ endpoints }) =>
        endpoints.map(({ networkId, containerId }) => `${networkId}/${containerId}`),
      );
      for (const groupBy of ['none', 'driver', 'project'] as const) {
        const seen = members(topology, { groupBy })
          .filter(({ kind }) => kind === 'container')
          .map(nodeKey);
        assert.deepEqual([...seen].sort(), [...expected].sort());
      }
    }
  });

  it('stop at the first page and say how many more there are', () => {
    const network = networkNamed(rich, 'fx-bra');
    const [endpoint] = network.endpoints;
    assert.ok(endpoint);
    const many = Array.from({ length: 10_000 }, (_, index) => ({ ...endpoint, containerId: `c${index}` }));
    const rows = networkRows(network, many, PAGE.first);
    assert.equal(rows.length, 202);
    assert.equal(say(rows[200] ?? { kind: 'network', networkId: '' }, rich), '9,800 more…');
    assert.equal(networkRows(network, many, PAGE.first + PAGE.next).length, 702);
    assert.equal(networkRows(network, many.slice(0, 200), PAGE.first).length, 201);
  });

  it('have facts that can be copied under Details', () => {
    assert.deepEqual(
      detailRows(networkNamed(rich, 'fx-rng'))
        .map((node) => say(node, rich))
        .slice(0, 8),
      [
        'driver bridge',
        'scope local',
        'IPv4 subnet 10.88.80.0/24',
        'gateway 10.88.80.254',
        'range 10.88.80.128/25',
        'auxiliary address nas=10.88.80.5',
        `bridge device br-${networkNamed(rich, 'fx-rng').id.slice(0, 12)} (derived)`,
        'label owner=fx',
      ],
    );
  });
});

describe('the rows below a container', () => {
  it('are its addresses, names and ports on that network', () => {
    assert.deepEqual(below('fx-a2', 'fx-bra', a2), [
      'IPv4 10.88.1.3/24',
      'MAC 02:42:0a:58:01:03',
      'gateway 10.88.1.1 (default route)',
      'alias foo',
      'alias 0238fdb76cd7',
      'alias myhost',
      'published 127.0.0.1:18081→80',
      'image bb',
    ]);
  });

  it('are its links, on the network where they hold', () => {
    assert.ok(below('fx-ln', 'fx-bra', ln).includes('link fx-a1:lnk (finds fx-a1 as lnk)'));
    assert.ok(below('linked', 'bridge', linked).includes('link my-nginx:nginx (finds my-nginx as nginx)'));
    assert.ok(below('linked', 'bridge', undefined).includes('link my-nginx:nginx (finds my-nginx as nginx)'));
  });

  it('say what was asked for and is not published', () => {
    assert.deepEqual(
      below('fx-i1', 'fx-int', i1).filter((row) => row.startsWith('not') || row.startsWith('exposed')),
      ['not published 127.0.0.1:18083:80', 'exposed 80/tcp'],
    );
  });

  it('say what a stopped container asks for, and what only an inspect would tell', () => {
    const created = containerRows(
      containerNamed(rich, 'fx-created'),
      networkNamed(rich, 'fx-bra'),
      rich,
      silent,
    );
    assert.deepEqual(
      created.map((node) => say(node, rich)),
      [
        'IPv4 10.88.1.99 (when started)',
        `image ${containerNamed(rich, 'fx-created').image}`,
        'note Aliases, links and requested ports: not known, no answer within 5 s',
      ],
    );
  });

  it('end with those in its network namespace', () => {
    assert.deepEqual(below('fx-a1', 'fx-bra', a2).slice(-2), ['container fx-share', 'container fx-share2']);
  });

  it('have ids of their own, each once', () => {
    for (const network of rich.networks) {
      for (const { containerId } of network.endpoints) {
        const container = rich.containerById.get(containerId);
        assert.ok(container);
        const keys = containerRows(container, network, rich, silent).map(nodeKey);
        assert.equal(new Set(keys).size, keys.length, container.name);
      }
    }
  });
});

describe('the rows of a swarm’s network', () => {
  const details = { ok: true, value: decodeNetworkDetails(ovService) } as const;
  const network = networkNamed(plain, 'ov');
  const swarm = {
    ...plain.host.swarm,
    state: 'active',
    nodeAddress: undefined,
    nodeId: undefined,
    addressPools: [],
    problem: undefined,
  };
  const worker: Topology = {
    ...plain,
    host: { ...plain.host, swarm: { ...swarm, manager: false, managerAddresses: ['192.0.2.1:2377'] } },
  };
  const manager: Topology = {
    ...plain,
    host: { ...plain.host, swarm: { ...swarm, manager: true, managerAddresses: [] } },
  };

  it('are the services that a worker has heard of, and who knows more', () => {
    assert.deepEqual(
      serviceRows(network, worker, details).map((node) => say(node, worker)),
      [
        'heard fx-svc 10.0.1.5',
        'heard fx-svc2 dnsrr',
        'note A manager knows more., This node is a worker: it knows only services with tasks that it has heard of on this network. Managers: 192.0.2.1:2377.',
      ],
    );
    const [heard] = serviceRows(network, worker, details);
    assert.ok(heard?.kind === 'heard');
    assert.deepEqual(
      taskRows(heard).map((node) => say(node, worker)),
      ['fx-svc.1.v6m7389qcvkuzmsp956k5p524 10.0.1.6 (on node 127.0.0.1)'],
    );
  });

  it('are the services that a manager lists', () => {
    const service = {
      id: 's1',
      name: 'web',
      image: 'nginx',
      mode: 'replicated',
      running: 1,
      desired: 1,
      job: undefined,
      endpointMode: 'vip',
      addresses: [],
      networkIds: [network.id],
      ports: [],
      labels: {},
    } as const;
    assert.deepEqual(
      serviceRows(network, { ...manager, services: [service] }, undefined).map((node) => say(node, manager)),
      ['service s1'],
    );
    assert.deepEqual(
      serviceRows(network, manager, undefined).map((node) => say(node, manager)),
      ['note No service joins this network.'],
    );
  });

  it('are its peers, or why they are not known', () => {
    assert.deepEqual(
      peerRows(network, details).map((node) => say(node, plain)),
      ['peer 127.0.0.1'],
    );
    assert.deepEqual(
      peerRows(network, silent).map((node) => say(node, plain)),
      ['note Peers: not known, no answer within 5 s'],
    );
    assert.deepEqual(
      peerRows(network, undefined).map((node) => say(node, plain)),
      ['note Peers: asking the engine…'],
    );
  });
});
