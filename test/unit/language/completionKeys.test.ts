import assert from 'node:assert/strict';
import { labelsAt, writtenAt } from './writing';

/** Of a service `web`, beside a service `db` and two networks. */
const inService = (lines: string) =>
  `services:\n  web:\n    image: x\n${lines}\n  db:\n    image: x\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 172.40.0.0/16\n          ip_range: 172.40.0.0/17\n  back:\n`;

describe('keys are proposed', () => {
  const at = (lines: string, schemaKeys: boolean) =>
    labelsAt('dockercompose', inService(lines), { schemaKeys });

  it('where no schema knows them', () => {
    const sysctls = at('    sysctls:\n      |', false);
    assert.equal(sysctls[0], 'net.core.somaxconn');
    assert.equal(
      writtenAt('dockercompose', 'services:\n  a:\n    sysctls:\n      net|\n')['net.core.somaxconn'],
      'services:\n  a:\n    sysctls:\n      net.core.somaxconn: "1024"\n',
    );
    assert.deepEqual(
      at('    extra_hosts:\n      host|', false),
      ['host.docker.internal:host-gateway'].slice(1).concat('host.docker.internal'),
    );
  });

  it('that schemas know only where nobody else proposes them', () => {
    assert.deepEqual(at('    |', false), []);
    assert.deepEqual(at('    |', true), [
      'ports',
      'expose',
      'network_mode',
      'networks',
      'mac_address',
      'extra_hosts',
      'dns',
      'dns_search',
      'dns_opt',
      'hostname',
      'domainname',
      'sysctls',
      'links',
      'external_links',
    ]);
    assert.deepEqual(at('    networks:\n      front:\n        |', true), [
      'aliases',
      'ipv4_address',
      'ipv6_address',
      'link_local_ips',
      'mac_address',
      'gw_priority',
      'priority',
      'interface_name',
      'driver_opts',
    ]);
    assert.deepEqual(at('    ports:\n      - target: 80\n        |', true), [
      'published',
      'host_ip',
      'protocol',
      'mode',
      'app_protocol',
      'name',
    ]);
  });

  it('without a second colon', () => {
    const marked = 'networks:\n  a:\n    driver_opts:\n      com|: x\n';
    assert.equal(
      writtenAt('dockercompose', marked)['com.docker.network.driver.mtu'],
      'networks:\n  a:\n    driver_opts:\n      com.docker.network.driver.mtu: x\n',
    );
  });
});
