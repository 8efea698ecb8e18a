import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeForwarding, findVeth, type VethSource } from '../../../src/engine/veth';
import { networkNamed, small } from '../diagram/fixtures';

/** `brforward` of a bridge as the kernel gives it: 16 bytes for each address. */
function entry(mac: string, port: number, isLocal: boolean): readonly number[] {
  const bytes = mac.split(':').map((byte) => parseInt(byte, 16));
  return [...bytes, port % 256, Number(isLocal), 1, 0, 0, 0, port >> 8, 0, 0, 0];
}

describe('the forwarding table of a bridge', () => {
  it('tells which address was heard on which port, and leaves out its own', () => {
    const bytes = Uint8Array.from([
      ...entry('02:42:ac:11:00:02', 1, false),
      ...entry('1a:2b:3c:4d:5e:6f', 1, true),
      ...entry('02:42:ac:11:00:0f', 300, false),
    ]);
    assert.deepEqual(decodeForwarding(bytes), [
      { mac: '02:42:ac:11:00:02', port: 1 },
      { mac: '02:42:ac:11:00:0f', port: 300 },
    ]);
    assert.deepEqual(decodeForwarding(bytes.subarray(0, 20)).length, 1);
    assert.deepEqual(decodeForwarding(new Uint8Array()), []);
  });
});

describe('a veth pair', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-veth-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const network = networkNamed(small, 'mybridge');
  const endpoint = network.endpoints.find(({ attached }) => attached);
  assert.ok(endpoint?.mac);
  const { mac, containerId } = endpoint;

  /** A bridge with two ports whose other ends carry the numbers 6 and 8. */
  function sysWith(name: string, heard: readonly (readonly number[])[]): string {
    const sys = join(folder, name);
    mkdirSync(join(sys, network.device ?? '', 'brif', 'vethaaaaaaa'), { recursive: true });
    mkdirSync(join(sys, network.device ?? '', 'brif', 'vethbbbbbbb'), { recursive: true });
    writeFileSync(join(sys, network.device ?? '', 'brforward'), Uint8Array.from(heard.flat()));
    for (const [port, index, peer, number] of [
      ['vethaaaaaaa', '7', '6', '0x1'],
      ['vethbbbbbbb', '9', '8', '0x2'],
    ] as const) {
      mkdirSync(join(sys, port, 'brport'), { recursive: true });
      writeFileSync(join(sys, port, 'ifindex'), `${index}\n`);
      writeFileSync(join(sys, port, 'iflink'), `${peer}\n`);
      writeFileSync(join(sys, port, 'brport/port_no'), `${number}\n`);
    }
    return sys;
  }

  const deaf: VethSource['readFiles'] = () =>
    Promise.resolve({ ok: false, problem: { reason: 'engineError', detail: 'no cat' } });

  it('is told by the address that the bridge has heard, where nothing can be read in the container', async () => {
    const sysPath = sysWith('heard', [entry(mac, 2, false), entry('02:42:ac:11:00:aa', 1, false)]);
    const source = { url: 'unix:///run/docker.sock', readFiles: deaf, sysPath };
    assert.deepEqual(await findVeth(small, containerId, network.id, source), {
      ok: true,
      name: 'vethbbbbbbb',
    });
  });

  /** A container on this kernel with one interface, number 8, whose other end is number 9. */
  function reading(address = mac): VethSource['readFiles'] {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    const list = `${boot}Inter-|   Receive\n face |bytes\n  eth0: 0 0\n`;
    return (_, paths) =>
      Promise.resolve({ ok: true, value: paths.length === 2 ? list : `${address}\n8\n9\n` });
  }

  it('is told by the numbers of its ends, heard or silent', async () => {
    for (const heard of [[], [entry(mac, 2, false), entry('02:42:ac:11:00:aa', 2, false)]]) {
      const sysPath = sysWith(`numbers-${heard.length}`, heard);
      const source = { url: 'unix:///run/docker.sock', readFiles: reading(), sysPath };
      assert.deepEqual(await findVeth(small, containerId, network.id, source), {
        ok: true,
        name: 'vethbbbbbbb',
      });
    }
  });

  it('of another engine on this kernel is refused: its port has the same numbers, and another MAC is heard there', async () => {
    const sysPath = sysWith('other', [entry('02:42:ac:11:00:63', 2, false), entry(mac, 1, true)]);
    const source = { url: 'unix:///run/user/1000/docker.sock', readFiles: reading(), sysPath };
    assert.deepEqual(await findVeth(small, containerId, network.id, source), {
      ok: false,
      problem: { kind: 'otherMachine', device: network.device },
    });
  });

  it('is not guessed where the bridge has heard nothing', async () => {
    const sysPath = sysWith('unheard', [entry(mac, 2, true)]);
    const source = { url: 'unix:///run/docker.sock', readFiles: deaf, sysPath };
    assert.deepEqual(await findVeth(small, containerId, network.id, source), {
      ok: false,
      problem: { kind: 'unreadable', detail: 'no cat', mac },
    });
  });

  it('is on another machine where there is no such bridge', async () => {
    const source = { url: 'unix:///run/docker.sock', readFiles: deaf, sysPath: join(folder, 'empty') };
    assert.deepEqual(await findVeth(small, containerId, network.id, source), {
      ok: false,
      problem: { kind: 'otherMachine', device: network.device },
    });
  });
});
