import assert from 'node:assert/strict';
import { drivers } from '../../../../src/catalog';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { buildTopology, type Topology } from '../../../../src/model';
import { driverChildren, optionOf, type DriverNode } from '../../../../src/views/drivers/driverBranches';
import {
  driverPartRow,
  driverRow,
  driverTooltip,
  limitRow,
  optionRow,
  optionTooltip,
  plainText,
  shownDrivers,
} from '../../../../src/views/drivers/driverRows';
import { plain } from '../../fixture';

/** An engine that names these drivers, with a network of each of the others. */
function engineWith(named: readonly string[], used: readonly string[] = []): Topology {
  const networks = used.map((Driver, index) => ({ Id: `n${index}`, Name: `net${index}`, Driver }));
  const info = { Plugins: { Network: named } };
  return buildTopology(decodeSnapshot({ version: {}, info, networks, containers: [] }));
}

function said(topology: Topology): readonly string[] {
  return shownDrivers(topology).map((shown) => {
    const { label, description } = driverRow(shown, topology);
    return `${label}: ${description}`;
  });
}

function bridge(): (typeof drivers)[number] {
  const [first] = drivers;
  assert.ok(first?.id === 'bridge');
  return first;
}

/** What a row is, in short. */
function short(node: DriverNode): string {
  switch (node.kind) {
    case 'driver':
      return `driver ${node.engineName ?? node.driverId}`;
    case 'driverPart':
      return node.part;
    case 'driverLimit':
      return node.limit;
    case 'network':
      return `network ${plain.networkById.get(node.networkId)?.name ?? node.networkId}`;
    case 'container':
      return `container ${plain.containerById.get(node.containerId)?.name ?? node.containerId}`;
    case 'fact':
      return node.value;
  }
}

describe('the drivers view', () => {
  it('says of each driver whether this engine has it, Docker’s own first', () => {
    assert.deepEqual(said(plain), [
      'Bridge: on this engine, 3 networks',
      'Host: on this engine, 1 network',
      'None: on this engine, 1 network',
      'Container: a mode, 1 container in it',
      'Overlay: on this engine, 2 networks',
      'Macvlan: on this engine, 1 network',
      'IPvlan: on this engine, no network',
      'Configuration only: on this engine, no network',
      'Weave Net: not seen on this engine',
      'flannel: no driver: works below Docker',
      'Open vSwitch: not seen on this engine',
      'Calico: not seen on this engine',
      'Kuryr: not seen on this engine',
      'Third-party driver: no other driver seen on this engine',
    ]);
  });

  it('shows third-party drivers that are there before those that are not, every plugin by its name', () => {
    const engine = engineWith(['bridge', 'calico', 'team/net:1.0'], ['fxnet', 'fxnet']);
    assert.deepEqual(said(engine).slice(8), [
      'Calico: on this engine, no network',
      'fxnet: on this engine, 2 networks',
      'team/net:1.0: on this engine, no network',
      'Weave Net: not seen on this engine',
      'flannel: no driver: works below Docker',
      'Open vSwitch: not seen on this engine',
      'Kuryr: not seen on this engine',
    ]);
  });

  it('says that an engine lacks one of Docker’s own, and that overlay needs a swarm', () => {
    const engine = engineWith(['bridge', 'overlay'], ['bridge']);
    assert.deepEqual(said(engine).slice(0, 6), [
      'Bridge: on this engine, 1 network',
      'Host: not on this engine',
      'None: not on this engine',
      'Container: a mode, no container in it',
      'Overlay: on this engine, no network (needs swarm mode)',
      'Macvlan: not on this engine',
    ]);
  });

  it('knows a managed plugin by its name without the tag', () => {
    const engine = engineWith(['bridge', 'weaveworks/net-plugin:latest_release']);
    const weave = shownDrivers(engine).find(({ driver }) => driver.id === 'weave');
    assert.ok(weave);
    assert.equal(driverRow(weave, engine).description, 'on this engine, no network');
    assert.match(
      driverTooltip(weave, engine),
      /The engine calls it `weaveworks\/net-plugin:latest_release`\.$/,
    );
  });

  it('explains why a third-party driver may be there and not be seen', () => {
    const weave = shownDrivers(plain).find(({ driver }) => driver.id === 'weave');
    assert.ok(weave);
    assert.match(driverTooltip(weave, plain), /only while one of its networks exists: it may be installed/);
  });

  it('shows every driver and says nothing of an engine while none is known', () => {
    assert.deepEqual(
      shownDrivers(undefined).map(({ driver }) => driverRow({ driver }, undefined).description),
      drivers.map(() => ''),
    );
  });

  it('has under a driver its networks, then what it is', () => {
    const under = (driverId: string) => driverChildren({ kind: 'driver', driverId }, plain).map(short);
    assert.deepEqual(under('bridge'), [
      'network bridge',
      'network mybridge',
      'network docker_gwbridge',
      'summary',
      'useWhen',
      'limits',
      'options',
      'docs',
    ]);
    assert.deepEqual(under('container'), ['container c1', 'summary', 'useWhen', 'limits', 'docs']);
    assert.deepEqual(under('flannel'), ['summary', 'useWhen', 'limits', 'docs']);
  });

  it('has one row per limit and per option, which stands for its whole key', () => {
    const of = { kind: 'driver', driverId: 'bridge' } as const;
    assert.deepEqual(
      driverChildren({ kind: 'driverPart', of, part: 'limits' }, plain).map(short),
      bridge().limits,
    );
    const options = driverChildren({ kind: 'driverPart', of, part: 'options' }, plain);
    assert.deepEqual(
      options.map(short),
      bridge().options.map(({ key }) => key),
    );
    for (const node of options) {
      assert.ok(node.kind === 'fact');
      assert.equal(optionOf(node)?.key, node.value);
      assert.deepEqual(driverChildren(node, plain), []);
    }
  });

  it('writes rows in plain words, and options with their values', () => {
    assert.deepEqual(driverPartRow(bridge(), 'limits'), {
      label: 'Limits',
      description: `${bridge().limits.length}`,
      icon: 'warning',
      spoken: `Limits: ${bridge().limits.length}`,
    });
    assert.equal(driverPartRow(bridge(), 'docs').description, 'docs.docker.com');
    assert.equal(plainText('`--driver calico`'), '--driver calico');
    for (const driver of drivers) {
      assert.ok(driver.limits.every((limit) => !limitRow(limit).label.includes('`')));
    }
    const icc = bridge().options.find(({ key }) => key.endsWith('enable_icc'));
    assert.ok(icc);
    assert.deepEqual(
      [optionRow(icc).label, optionRow(icc).description],
      ['enable_icc', 'true (default), false'],
    );
    assert.equal(
      optionTooltip(icc),
      '**`-o com.docker.network.bridge.enable_icc=…`**\n\nWhether the containers of this network may talk to each other. Engines before 27 hold them apart over IPv4 alone, unless they are told to filter IPv6.\n\nValues: true (default), false',
    );
  });

  it('tells every driver of the catalog with its use and its limits', () => {
    for (const driver of drivers) {
      const tooltip = driverTooltip({ driver });
      assert.ok(tooltip.startsWith(`**${driver.title}**\n\n${driver.summary}`), driver.id);
      assert.ok(
        driver.limits.every((limit) => tooltip.includes(`- ${limit}`)),
        driver.id,
      );
    }
  });

  it('lets no markup of a plugin’s name through', () => {
    const name = '`</a>[x](command:evil)';
    const engine = engineWith([name]);
    const found = shownDrivers(engine).find(({ engineName }) => engineName !== undefined);
    assert.ok(found);
    assert.equal(driverRow(found, engine).label, name);
    assert.ok(driverTooltip(found, engine).startsWith('**`` `</a>[x](command:evil) ``**'));
  });
});
