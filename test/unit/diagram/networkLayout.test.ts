import assert from 'node:assert/strict';
import { layoutNetwork, type Scene } from '../../../src/diagram';
import { networkNamed, rich, small } from './fixtures';

describe('layout of one network', () => {
  const layout = (name: string): Scene => layoutNetwork(rich, networkNamed(rich, name).id);
  const kinds = (scene: Scene): Set<string> => new Set(scene.wires.map(({ kind }) => kind));
  const texts = (scene: Scene): string[] =>
    scene.boxes.flatMap(({ lines }) => lines.map(({ whole, text }) => whole ?? text));

  it('wires a published port through its DNAT rule to the bridge', () => {
    const port = rich.ports.find(({ hostPort }) => hostPort === 8080)?.id ?? '';
    const wires = layout('bridge').wires.filter(({ kind }) => kind === 'port');
    assert.deepEqual(
      wires.map(({ from, to }) => [from, to]),
      [
        [`port:${port}`, `nat:${port}`],
        [`nat:${port}`, 'stage:bridge'],
      ],
    );
  });

  it('shows all columns at four fifths of their size in 900 pixels', () => {
    const { width } = layout('bridge');
    assert.ok(width * 0.8 <= 900, `${width} pixels`);
  });

  it('cuts no heading, image or rule of usual length', () => {
    const cut = ['bridge', 'fx-v6', 'ov', 'mv', 'fx-rng']
      .flatMap((name) => layout(name).boxes)
      .flatMap(({ lines }) => lines.filter(({ whole }) => whole !== undefined).map(({ text }) => text));
    // The card sums up what the host's column names one by one.
    assert.deepEqual(cut, ['80/tcp ← *:18120 +4']);
  });

  it('shows an image name that has room', () => {
    const containers = rich.containers.map((container) => ({ ...container, image: 'nginx:1.27' }));
    const topology = { ...rich, containerById: new Map(containers.map((one) => [one.id, one])) };
    const scene = layoutNetwork(topology, networkNamed(rich, 'bridge').id);
    const cards = scene.boxes.filter(({ kind }) => kind === 'container');
    assert.equal(cards.length, 6);
    assert.ok(cards.every(({ lines }) => lines.some(({ text }) => text === 'nginx:1.27')));
  });

  it('puts a MAC that has no room beside the address into the line of the ports', () => {
    const network = networkNamed(rich, 'bridge');
    const [first, ...others] = network.endpoints.filter(({ attached }) => attached);
    assert.ok(first);
    const long = { ...first, ipv4: '172.17.255.254', ipv4Prefix: 16, mac: '02:42:ac:11:00:04' };
    const changed = { ...network, endpoints: [long, ...others] };
    const scene = layoutNetwork(
      { ...rich, networkById: new Map([...rich.networkById, [network.id, changed]]) },
      network.id,
    );
    const card = scene.boxes.find(({ id }) => id === `container:${first.containerId}@${network.id}`);
    const heights = ['eth0 172.17.255.254/16', '02:42:ac:11:00:04', '80/tcp not published'].map(
      (words) => card?.lines.find(({ text }) => text === words)?.y,
    );
    assert.deepEqual(heights, [40, 74, 74]);
  });

  it('heads no column in which nothing stands', () => {
    const captions = (name: string): string[] => layout(name).captions.map(({ text }) => text);
    assert.ok(!captions('ingress').includes('VETH'));
    assert.ok(!captions('fx-mvint').includes('VETH'));
    assert.ok(!captions('none').includes('CLIENTS'));
    assert.ok(captions('mv').includes('CONTAINERS'));
  });

  it('ends an internal network at its bridge, and says what is dropped', () => {
    const scene = layout('fx-int');
    assert.deepEqual(kinds(scene), new Set(['attachment', 'request', 'blocked']));
    const blocked = scene.wires.filter(({ kind }) => kind === 'blocked');
    assert.deepEqual(
      blocked.map(({ from, to, label }) => [from, to, label]),
      [
        ['host:forwarded', 'drop:in:10.88.3.0/24', 'Dropped: packets from elsewhere into 10.88.3.0/24'],
        ['stage:bridge', 'drop:out:10.88.3.0/24', 'Dropped: packets from 10.88.3.0/24 to elsewhere'],
      ],
    );
    assert.ok(!scene.boxes.some(({ id }) => id.startsWith('nat:') || id.startsWith('out:')));
  });

  it('draws no masquerade where it is off', () => {
    assert.equal(kinds(layout('fx-nomasq')).has('masquerade'), false);
    assert.equal(kinds(layout('fx-noicc')).has('masquerade'), true);
  });

  it('stands macvlan on its parent, with the broken line to the host', () => {
    const scene = layout('mv');
    assert.deepEqual(kinds(scene), new Set(['parent', 'request', 'blocked', 'attachment']));
    assert.ok(texts(scene).includes('mvp0'));
    assert.ok(texts(scene).includes('host ✕ container'));
  });

  it('puts host-mode containers inside the host and wires no NAT', () => {
    const scene = layout('host');
    const cards = scene.boxes.filter(({ kind }) => kind === 'container');
    assert.deepEqual(
      cards.map(({ parent }) => parent),
      ['stage:host', 'stage:host', 'stage:host'],
    );
    assert.deepEqual(kinds(scene), new Set(['request']));
  });

  it('gives containers without a network no wire', () => {
    assert.deepEqual(layout('none').wires, []);
  });

  it('leads the published port of an overlay container over docker_gwbridge', () => {
    const port = rich.ports.find(({ hostPort }) => hostPort === 18090)?.id ?? '';
    const wires = layout('ov').wires.filter(({ kind }) => kind === 'port');
    assert.deepEqual(
      wires.map(({ from, to }) => [from, to]),
      [
        [`port:${port}`, `nat:${port}`],
        [`nat:${port}`, 'stage:gateway'],
      ],
    );
  });

  it('hangs a container that shares a sandbox on its owner', () => {
    const shared = layoutNetwork(small, networkNamed(small, 'mybridge').id).wires.filter(
      ({ kind }) => kind === 'shared',
    );
    assert.deepEqual(
      shared.map(({ label }) => label),
      ['c1 runs in the network namespace of u1'],
    );
  });

  it('says so where a network is empty or gone', () => {
    assert.ok(texts(layout('fx-rng')).includes('No container is on this network.'));
    assert.deepEqual(texts(layoutNetwork(rich, 'nowhere')), ['This network is gone.']);
  });

  it('keeps a veth pair derived', () => {
    const veths = layout('fx-brb').boxes.filter(({ id }) => id.startsWith('veth:'));
    assert.deepEqual(
      veths.map(({ derived }) => derived),
      [true, true],
    );
  });
});
