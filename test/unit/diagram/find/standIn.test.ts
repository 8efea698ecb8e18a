import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeSnapshot } from '../../../../src/engine/decode';
import {
  layoutTarget,
  layoutTopology,
  optionsToShow,
  standInFor,
  type DiagramTarget,
  type LayoutOptions,
  type Subject,
} from '../../../../src/diagram';
import { buildTopology, type Topology } from '../../../../src/model';
import { small } from '../fixtures';
import { guests } from '../gatewayWorld';
import { crowd as publishers } from '../networkWorlds';
import { topologies } from '../random';
import { runs } from '../sights';
import { containerSubject, portSubject } from '../readersFixtures';
import { searchIndex } from '../../../../src/diagram/find/searchIndex';

const whole: DiagramTarget = { kind: 'topology' };

/** A network of 60 containers: 20 of a compose project with two services, 40 alone; the last is stopped. */
function crowd(): Topology {
  const containers = Array.from({ length: 60 }, (_, index) => {
    const name = `c${`${index}`.padStart(2, '0')}`;
    const labels =
      index < 20
        ? { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': index < 15 ? 'api' : 'db' }
        : {};
    return {
      Id: name,
      Names: [`/${name}`],
      State: index === 59 ? 'exited' : 'running',
      Labels: labels,
      HostConfig: { NetworkMode: 'net' },
      NetworkSettings: {
        Networks: {
          net: {
            NetworkID: 'n',
            EndpointID: index === 59 ? '' : 'e',
            IPAddress: index === 59 ? '' : `10.0.0.${index + 2}`,
          },
        },
      },
      Ports: [],
    };
  });
  const networks = [
    { Id: 'n', Name: 'net', Driver: 'bridge', IPAM: { Config: [{ Subnet: '10.0.0.0/24' }] } },
    { Id: 'e', Name: 'empty', Driver: 'bridge' },
    { Id: 'b', Name: 'none', Driver: 'null' },
  ];
  return buildTopology(decodeSnapshot({ version: {}, info: { Name: 'vm' }, networks, containers }));
}

const folded = crowd();
const of = (id: string): Subject => ({ kind: 'container', id });

/** The box that stands for a subject after the choices were changed so that it is shown. */
function shown(topology: Topology, target: DiagramTarget, options: LayoutOptions, subject: Subject) {
  const changed = optionsToShow(topology, target, options, subject);
  return { changed, box: standInFor(topology, layoutTarget(topology, target, changed), subject, changed) };
}

describe('standInFor', () => {
  it('gives an object’s own box', () => {
    const scene = layoutTopology(small);
    const u2 = containerSubject(small, 'u2');
    assert.equal(standInFor(small, scene, u2)?.id, u2.kind === 'container' && `container:${u2.id}`);
    const port = portSubject(small, 8080);
    assert.equal(standInFor(small, scene, port)?.id, port.kind === 'port' && `port:${port.id}`);
    assert.equal(standInFor(small, scene, { kind: 'host' })?.id, 'host');
  });

  it('gives the box of a container in a network’s diagram', () => {
    const id = small.networks.find(({ name }) => name === 'mybridge')?.id ?? '';
    const u2 = containerSubject(small, 'u2');
    const box = standInFor(small, layoutTarget(small, { kind: 'network', id }), u2);
    assert.equal(box?.id, u2.kind === 'container' && `container:${u2.id}@${id}`);
  });

  it('gives the innermost fold that hides a container, in both diagrams', () => {
    const network: DiagramTarget = { kind: 'network', id: 'n' };
    for (const target of [whole, network]) {
      const stand = (id: string, unfolded: readonly string[] = []) =>
        standInFor(folded, layoutTarget(folded, target, { unfolded }), of(id))?.id;
      assert.equal(stand('c00'), 'fold:n/project=shop');
      assert.equal(stand('c00', ['n/project=shop']), 'fold:n/project=shop/service=api');
      assert.equal(stand('c58'), 'fold:n/rest');
    }
  });

  it('gives the row in which a network’s diagram has a port with others, by its binding', () => {
    const target: DiagramTarget = { kind: 'network', id: 'n' };
    const bound = (amount: number, IP: string, first: number) =>
      Array.from({ length: amount }, (_, index) => ({
        IP,
        PrivatePort: first + index,
        PublicPort: first + index,
        Type: 'tcp',
      }));
    const one = publishers(1, (wire) => ({
      ...wire,
      Ports: [...bound(14, '0.0.0.0', 8000), ...bound(13, '127.0.0.1', 9000)],
    }));
    const row = (topology: Topology, port: number, unfolded: readonly string[] = []) =>
      standInFor(topology, layoutTarget(topology, target, { unfolded }), portSubject(topology, port))?.id;
    assert.equal(row(one, 8013), 'port:fold:ports/c00000@n:every IPv4 address');
    assert.equal(row(one, 9001), 'port:fold:ports/c00000@n:127.0.0.1');
    assert.equal(row(one, 9001, ['ports/c00000@n']), 'port:c00000:127.0.0.1:9001:9001/tcp');
    const many = publishers(20);
    assert.equal(row(many, 10_000), 'port:c00000:*:10000:80/tcp');
    assert.equal(row(many, 10_019), 'port:fold:n/rest:every IPv4 address');
  });

  it('gives nothing for what is hidden or gone', () => {
    const options = { hideStopped: true };
    const scene = layoutTopology(folded, options);
    assert.equal(standInFor(folded, scene, of('c59'), options), undefined);
    assert.equal(standInFor(folded, scene, of('gone'), options), undefined);
    assert.equal(standInFor(folded, scene, { kind: 'network', id: 'gone' }), undefined);
  });
});

describe('optionsToShow', () => {
  it('is the same object where nothing must change', () => {
    const options = { hideStopped: true };
    const u2 = containerSubject(small, 'u2');
    assert.equal(optionsToShow(small, whole, options, u2), options);
    assert.equal(optionsToShow(small, whole, options, of('gone')), options);
  });

  it('opens the folds around a container and no others', () => {
    const { changed, box } = shown(folded, whole, {}, of('c00'));
    assert.deepEqual(changed, { unfolded: ['n/project=shop', 'n/project=shop/service=api'] });
    assert.equal(box?.id, 'container:c00');
    assert.equal(shown(folded, { kind: 'network', id: 'n' }, {}, of('c00')).box?.id, 'container:c00@n');
    assert.deepEqual(shown(folded, whole, {}, of('c58')).changed, { unfolded: ['n/rest'] });
  });

  it('shows stopped containers again, and keeps the other choices', () => {
    const options: LayoutOptions = { hideStopped: true, hideDefault: true, hideEmpty: true };
    const { changed, box } = shown(folded, whole, options, of('c59'));
    assert.deepEqual(changed, { ...options, hideStopped: false, unfolded: ['n/rest'] });
    assert.equal(box?.id, 'container:c59');
  });

  it('shows empty and default networks again', () => {
    const options: LayoutOptions = { hideEmpty: true };
    assert.deepEqual(optionsToShow(folded, whole, options, { kind: 'network', id: 'e' }), {
      hideEmpty: false,
    });
    const both: LayoutOptions = { hideEmpty: true, hideDefault: true };
    assert.deepEqual(optionsToShow(folded, whole, both, { kind: 'network', id: 'b' }), {
      hideEmpty: false,
      hideDefault: false,
    });
  });

  it('gives all that can be found in a network’s diagram a box of its own, in folds of ports and on docker_gwbridge', () => {
    const many = Array.from({ length: 14 }, (_, index) => ({
      IP: '0.0.0.0',
      PrivatePort: 80 + index,
      PublicPort: 8000 + index,
      Type: 'tcp',
    }));
    for (const [topology, id, least] of [
      [publishers(1, (wire) => ({ ...wire, Ports: many })), 'n', 17],
      [publishers(20), 'n', 42],
      [guests(2), 'gw', 6],
      [guests(20), 'gw', 42],
    ] as const) {
      const target: DiagramTarget = { kind: 'network', id };
      const found = searchIndex(topology, target);
      assert.equal(found.length, least);
      for (const { subject } of found.filter(({ subject: { kind } }) => kind !== 'network')) {
        const { box } = shown(topology, target, {}, subject);
        assert.deepEqual(box?.subject, subject);
      }
    }
  });

  it('gives every container of the whole topology a box of its own', () => {
    fc.assert(
      fc.property(topologies, fc.nat(), fc.boolean(), (topology, drawn, hideStopped) => {
        const container = topology.containers[drawn % Math.max(1, topology.containers.length)];
        if (container) {
          const { box } = shown(
            topology,
            whole,
            { hideStopped, hideEmpty: true, hideDefault: true },
            of(container.id),
          );
          assert.deepEqual(box?.subject, of(container.id));
        }
      }),
      runs(8),
    );
  });
});
