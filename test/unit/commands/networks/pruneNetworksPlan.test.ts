import assert from 'node:assert/strict';
import { pruneRows } from '../../../../src/commands/networks/pruneNetworksPlan';
import type { Topology } from '../../../../src/model';
import { containerNamed, networkNamed, rich } from '../../fixture';

describe('the list of networks to prune', () => {
  it('has exactly what the engine would remove, and marks what a stopped container needs', () => {
    assert.deepEqual(
      pruneRows(rich).map(
        ({ label, description, detail, picked }) =>
          `${picked ? '[x]' : '[ ]'} ${label}: ${description}${detail === undefined ? '' : ` | ${detail}`}`,
      ),
      [
        '[x] fx-cf: bridge · config from fx-cfg · 10.88.40.0/24',
        '[x] fx-int2: bridge · internal · 10.88.5.0/24',
        '[ ] fx-ipv: ipvlan · parent fxmvp0 · 10.89.11.0/24 · 1 container | needed by stopped: fx-ipv1',
        '[x] fx-mvint: macvlan · internal · parent fxmvp1 · 10.89.16.0/24',
        '[x] fx-rng: bridge · 10.88.80.0/24',
      ],
    );
  });

  it('says what a swarm may keep, and who waits for a restart', () => {
    const node = { id: 'm' } as Topology['nodes'][number];
    const ov = {
      ...networkNamed(rich, 'fx-rng'),
      driver: 'overlay',
      scope: 'swarm',
      endpoints: [],
    } as const;
    const container = { ...containerNamed(rich, 'fx-ipv1'), state: 'restarting' } as const;
    const many: Topology = {
      ...rich,
      nodes: [node, node],
      host: { ...rich.host, swarm: { manager: true } as Topology['host']['swarm'] },
      networks: [ov, networkNamed(rich, 'fx-ipv')],
      networkById: new Map([...rich.networkById, [ov.id, ov]]),
      containerById: new Map([...rich.containerById, [container.id, container]]),
    };
    assert.deepEqual(
      pruneRows(many).map(({ label, detail, picked }) => [label, detail, picked]),
      [
        ['fx-rng', 'kept if a container on another node uses it', true],
        ['fx-ipv', 'needed by restarting: fx-ipv1', false],
      ],
    );
  });
});
