import assert from 'node:assert/strict';
import {
  candidates,
  connectForm,
  connectRemark,
  openNetworks,
  readAliases,
  type ConnectDraft,
} from '../../../../src/commands/containers/connectContainerForm';
import { containerNamed, networkNamed, plain, rich } from '../../fixture';

function draft(
  network: string,
  containers: readonly string[],
  changes: Partial<ConnectDraft> = {},
): ConnectDraft {
  const containerIds = containers.map((name) => containerNamed(rich, name).id);
  const networkId = networkNamed(rich, network).id;
  return { networkId, containerIds, ipv4: '', ipv6: '', aliases: [], ...changes };
}

function rowsOf(...args: Parameters<typeof draft>): readonly string[] {
  return (connectForm(draft(...args), rich)?.rows ?? []).map(
    ({ label, description, detail, state }) =>
      `${state === 'error' ? '! ' : ''}${label}: ${description}${detail === undefined ? '' : ` | ${detail}`}`,
  );
}

describe('the form of a connection', () => {
  it('shows what can be given, and the command that does the same', () => {
    assert.deepEqual(rowsOf('fx-brb', ['fx-a1']), [
      'Connect fx-a1 to fx-brb:  | docker network connect fx-brb fx-a1',
      'Copy the Command: ',
      'IPv4 address: chosen by the engine, of 10.88.2.0/24',
      'Aliases: none',
    ]);
  });

  it('shows what was typed', () => {
    const typed = { ipv4: '10.88.60.9', ipv6: 'fd00:88:60::9', aliases: ['db', 'database'] };
    assert.deepEqual(rowsOf('fx-v6', ['fx-a1'], typed), [
      'Connect fx-a1 to fx-v6:  | docker network connect --ip 10.88.60.9 --ip6 fd00:88:60::9 --alias db --alias database fx-v6 fx-a1',
      'Copy the Command:  | … database fx-v6 fx-a1',
      'IPv4 address: 10.88.60.9',
      'IPv6 address: fd00:88:60::9',
      'Aliases: db, database',
    ]);
  });

  it('has no address for several containers, and nothing but the command on the default bridge', () => {
    assert.deepEqual(rowsOf('fx-brb', ['fx-a1', 'fx-a2']), [
      'Connect fx-a1 and fx-a2 to fx-brb:  | docker network connect fx-brb fx-a1 && docker network connect fx-brb fx-a2',
      'Copy the Command: ',
      'Aliases: none',
    ]);
    assert.deepEqual(rowsOf('bridge', ['u1']), [
      'Connect u1 to bridge:  | docker network connect bridge u1',
      'Copy the Command: ',
    ]);
  });

  it('stands at the first field that the engine would refuse', () => {
    const wrong = draft('fx-brb', ['fx-a1'], { ipv4: '10.1.1.1' });
    assert.equal(connectForm(wrong, rich)?.firstError, 'ipv4');
    assert.match(connectRemark(wrong, 'ipv4', rich)?.words ?? '', /10\.1\.1\.1/);
    const taken = networkNamed(rich, 'fx-brb').endpoints[0]?.ipv4 ?? '';
    assert.equal(connectForm(draft('fx-brb', ['fx-a1'], { ipv4: taken }), rich)?.firstError, 'ipv4');
    assert.equal(connectForm(draft('fx-brb', ['fx-a1']), rich)?.firstError, undefined);
  });

  it('is none once the network or the container is gone', () => {
    assert.equal(connectForm({ ...draft('fx-brb', ['fx-a1']), networkId: 'gone' }, rich), undefined);
    assert.equal(connectForm({ ...draft('fx-brb', ['fx-a1']), containerIds: ['gone'] }, rich), undefined);
  });

  it('reads aliases with commas or spaces between them, each once', () => {
    assert.deepEqual(readAliases(' db, database db\tcache,'), ['db', 'database', 'cache']);
    assert.deepEqual(readAliases('  '), []);
  });
});

describe('who can be connected to what', () => {
  it('leaves out those that are on it, and those of host, none and another container', () => {
    const names = candidates(networkNamed(plain, 'mybridge'), plain).map(({ name }) => name);
    assert.equal(names.includes('u1'), false);
    assert.equal(names.includes('h1'), false);
    assert.equal(names.includes('n1'), false);
    assert.equal(names.includes('my-nginx'), true);
  });

  it('offers no network of the engine’s own, and none that the container is on', () => {
    const names = openNetworks(containerNamed(rich, 'fx-both'), rich).map(({ name }) => name);
    for (const closed of ['host', 'none', 'ingress', 'fx-cfg', 'fx-bra', 'fx-brb']) {
      assert.equal(names.includes(closed), false, closed);
    }
    assert.equal(names.includes('mybridge'), true);
  });
});
