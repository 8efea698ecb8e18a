import assert from 'node:assert/strict';
import { driverByEngineName, drivers, type DriverId } from '../../../src/catalog';

describe('the driver catalog', () => {
  it('has every driver once, the common ones first', () => {
    assert.deepEqual(
      drivers.map(({ id }) => id),
      [
        'bridge',
        'host',
        'none',
        'container',
        'overlay',
        'macvlan',
        'ipvlan',
        'weave',
        'flannel',
        'openvswitch',
        'calico',
        'kuryr',
        'plugin',
        'config',
      ] satisfies DriverId[],
    );
  });

  const names: readonly (readonly [string, DriverId])[] = [
    ['bridge', 'bridge'],
    ['host', 'host'],
    ['null', 'none'],
    ['overlay', 'overlay'],
    ['macvlan', 'macvlan'],
    ['ipvlan', 'ipvlan'],
    ['', 'config'],
    ['weave', 'weave'],
    ['weaveworks/net-plugin:latest_release', 'weave'],
    ['openvswitch', 'openvswitch'],
    ['calico', 'calico'],
    ['kuryr', 'kuryr'],
    ['fxnet', 'plugin'],
    ['example.com:5000/team/net:1.0', 'plugin'],
    ['flannel', 'plugin'],
    ['toString', 'plugin'],
  ];
  for (const [name, id] of names) {
    it(`knows the engine's "${name}" as ${id}`, () => {
      assert.equal(driverByEngineName(name), id);
    });
  }

  it('gives no engine name to two drivers', () => {
    const all = drivers.flatMap(({ engineNames }) => engineNames);
    assert.deepEqual([...new Set(all)], all);
  });

  for (const driver of drivers) {
    it(`says of ${driver.id} what it is, in whole sentences`, () => {
      assert.match(driver.title, /^[A-Za-z]/);
      for (const sentence of [driver.summary, driver.useWhen, ...driver.limits])
        assert.match(sentence, /^[A-Z].*\.$/s);
      assert.match(
        driver.docs,
        /^https:\/\/(docs\.docker\.com|github\.com|docs\.openstack\.org|docs\.openvswitch\.org)\//,
      );
      assert.match(driver.icon, /^[a-z]+(-[a-z]+)*$/);
    });

    it(`describes each option of ${driver.id} once`, () => {
      const keys = driver.options.map(({ key }) => key);
      assert.deepEqual([...new Set(keys)], keys);
      for (const { values, meaning } of driver.options) {
        assert.notEqual(values, '');
        assert.match(meaning, /^[A-Z].*\.$/);
      }
    });
  }
});
