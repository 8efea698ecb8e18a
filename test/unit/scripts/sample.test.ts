import assert from 'node:assert/strict';
import sample from '../../../media/sample/engine.json';

describe('The recorded sample engine', () => {
  it('has every kind of network', () => {
    const drivers = new Set(sample.networks.map((network) => network.Driver));
    assert.deepEqual([...drivers].sort(), [
      'bridge',
      'host',
      'ipvlan',
      'macvlan',
      'null',
      'overlay',
      'weave',
    ]);
    assert.deepEqual(namesWhere('Internal'), ['shop_back']);
    assert.deepEqual(namesWhere('EnableIPv6'), ['dual-stack']);
    assert.deepEqual(namesWhere('ConfigOnly'), ['office-config']);
    assert.deepEqual(namesWhere('Ingress'), ['ingress']);
  });

  it('has containers in every state that a list shows', () => {
    const states = new Set(sample.containers.map((container) => container.State));
    assert.deepEqual([...states].sort(), ['created', 'exited', 'paused', 'running']);
  });

  it('attaches containers to networks that it lists', () => {
    const ids = new Set(sample.networks.map((network) => network.Id));
    const attached = sample.containers
      .flatMap((container) => Object.values(container.NetworkSettings.Networks))
      .map((endpoint) => endpoint.NetworkID)
      .filter((id) => id !== '');
    assert.deepEqual(
      attached.filter((id) => !ids.has(id)),
      [],
    );
    assert.equal(attached.length, 19);
  });

  it('inspects every container, and the networks that are in no list as a whole', () => {
    const inspected = new Set(sample.inspected.map((answer) => answer.Id));
    const left = sample.containers.filter((container) => !inspected.has(container.Id));
    assert.deepEqual(left, []);
    assert.deepEqual(
      sample.networks.filter((network) => inspected.has(network.Id)).map((network) => network.Name),
      ['docker_gwbridge', 'ingress', 'mesh'],
    );
  });

  it('is the manager of two nodes, with services that run, and one that finds no node', () => {
    assert.deepEqual(
      sample.nodes.map(({ Description, Spec }) => [Description.Hostname, Spec.Role, Spec.Availability]),
      [
        ['docker-01', 'manager', 'active'],
        ['docker-02', 'worker', 'pause'],
      ],
    );
    assert.deepEqual(
      sample.services.map(({ Spec, ServiceStatus }) => [
        Spec.Name,
        ServiceStatus.RunningTasks,
        ServiceStatus.DesiredTasks,
      ]),
      [
        ['catalog', 2, 2],
        ['log-shipper', 1, 1],
        ['reports', 0, 1],
      ],
    );
    const networks = new Set(sample.networks.map((network) => network.Id));
    const joined = sample.services.flatMap(({ Spec }) => Spec.TaskTemplate.Networks ?? []);
    assert.deepEqual(
      joined.filter(({ Target }) => !networks.has(Target)),
      [],
    );
    assert.equal(joined.length, 2);
  });

  it('says nothing of the machine that recorded it', () => {
    const text = JSON.stringify(sample);
    assert.doesNotMatch(text, /\/tmp\/|\/home\/|ptl-\d|BEGIN CERTIFICATE|SWMTKN/);
    assert.equal(sample.info.Name, 'docker-01');
    assert.equal(sample.info.DockerRootDir, '/var/lib/docker');
    assert.equal(sample.info.HttpProxy, '');
    // Swarm ids are base 36; made-up ones are hexadecimal, and in the names of tasks too.
    assert.doesNotMatch(text, /"(?:[\w-]+\.\d+\.)?(?=[0-9a-z]*[g-z])[0-9a-z]{25}"/);
  });
});

function namesWhere(key: 'Internal' | 'EnableIPv6' | 'ConfigOnly' | 'Ingress'): string[] {
  return sample.networks.filter((network) => network[key]).map((network) => network.Name);
}
