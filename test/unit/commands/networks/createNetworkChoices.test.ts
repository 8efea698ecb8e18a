import assert from 'node:assert/strict';
import {
  driverChoices,
  isFlag,
  modeChoices,
  optionChoices,
  optionOf,
  pairChoices,
  parentChoices,
  textQuestion,
  valueChoices,
} from '../../../../src/commands/networks/createNetworkChoices';
import { emptyDraft } from '../../../../src/commands/networks/createNetworkDraft';
import type { HostRecord, Topology } from '../../../../src/model';
import { plain } from '../../fixture';

function withHost(changes: Partial<HostRecord>): Topology {
  return { ...plain, host: { ...plain.host, ...changes } };
}

function inWords(choices: readonly { readonly label: string; readonly description: string }[]) {
  return choices.map(({ label, description }) => (description === '' ? label : `${label}: ${description}`));
}

describe('the drivers to choose from', () => {
  it('are those of the engine, without host and none, and any other by its name', () => {
    const choices = driverChoices(withHost({ drivers: ['null', 'fxnet', 'overlay', 'host', 'bridge'] }));
    assert.deepEqual(inWords(choices), ['Bridge', 'Overlay', 'fxnet: third-party driver', 'Another Driver…']);
    assert.deepEqual(
      choices.map(({ value }) => value),
      ['driver:bridge', 'driver:overlay', 'driver:fxnet', 'other'],
    );
    assert.match(choices[0]?.detail ?? '', /^A private network on one host/);
  });

  it('close overlay, and say why, where no network of a swarm can be made', () => {
    const overlay = (host: Partial<HostRecord>) =>
      driverChoices(withHost(host)).filter(({ label }) => label === 'Overlay');
    assert.deepEqual(inWords(overlay({ swarm: undefined })), [
      'Overlay: not now: the engine is in no swarm (docker swarm init makes one)',
    ]);
    const swarm = plain.host.swarm && { ...plain.host.swarm, manager: false };
    const worker = overlay({ swarm }).at(0);
    assert.ok(worker);
    assert.equal(worker.description, 'not here: networks of a swarm are made on its managers');
    assert.equal(worker.value, 'closed:overlay');
  });
});

describe('the interfaces to choose from', () => {
  it('are not loopback, and not those that Docker made', () => {
    const names = [
      'lo',
      'eth0',
      'docker0',
      'br-0123456789ab',
      'vethab12',
      'br-lan',
      'docker_gwbridge',
      'wlan0',
    ];
    const choices = parentChoices(names.map((name) => ({ name, addresses: [`${name}/24`] })));
    assert.deepEqual(inWords(choices), ['eth0: eth0/24', 'br-lan: br-lan/24', 'wlan0: wlan0/24']);
  });
});

describe('the options to choose from', () => {
  it('are those of the driver with their help, those that are set first', () => {
    const draft = { ...emptyDraft, options: { 'com.docker.network.driver.mtu': '1400', own: '' } };
    const choices = optionChoices(draft);
    assert.deepEqual(inWords(choices.slice(0, 4)), [
      'com.docker.network.driver.mtu: = 1400',
      'own: set',
      'com.docker.network.bridge.name: an interface name of at most 15 characters',
      'com.docker.network.bridge.enable_ip_masquerade: true (default), false',
    ]);
    assert.equal(choices.at(-1)?.value, 'other');
    assert.ok(choices.every(({ detail }) => detail?.includes('`') !== true));
  });

  it('leave out the parent and the mode, which have rows of their own', () => {
    const keys = optionChoices({ ...emptyDraft, driver: 'macvlan' }).map(({ value }) => value);
    assert.deepEqual(keys, ['other']);
    assert.deepEqual(inWords(modeChoices({ ...emptyDraft, driver: 'macvlan' })), [
      'bridge: default',
      'private',
      'vepa',
      'passthru',
    ]);
  });

  it('have values to choose from where the catalog lists them, and not where it describes them', () => {
    assert.deepEqual(inWords(valueChoices({ values: 'true (default), false' })), ['true: default', 'false']);
    assert.deepEqual(valueChoices({ values: 'numbers, separated by commas' }), []);
    assert.deepEqual(valueChoices({ values: 'an interface name of at most 15 characters' }), []);
    assert.equal(isFlag(optionOf({ ...emptyDraft, driver: 'overlay' }, 'encrypted')), true);
  });
});

describe('what is asked for a field', () => {
  it('proposes the next free subnet', () => {
    assert.equal(textQuestion('subnet', emptyDraft, plain).placeholder, '172.21.0.0/16');
    assert.equal(
      textQuestion('subnet', { ...emptyDraft, driver: 'overlay' }, plain).placeholder,
      '10.0.2.0/24',
    );
  });

  it('lists the pairs that are set, and a way to add one', () => {
    assert.deepEqual(
      pairChoices('labels', { team: 'shop', empty: '' }).map(({ label, value }) => `${label} ${value}`),
      ['team=shop key:team', 'empty key:empty', 'Add a Label… new'],
    );
  });
});
