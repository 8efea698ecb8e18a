import { driverByEngineName } from '../catalog';
import { checkOptions } from './checkOptions';
import { checkPools } from './checkPools';
import { compareText } from './compareText';
import type { NetworkFinding } from './networkFinding';
import type { NetworkSpec } from './networkSpec';
import type { Topology } from './topology';

/**
 * What the engine would refuse in `POST /networks/create`, and what it takes and would not work, as far as that can be
 * known beforehand: in the order of a form, each with the field it is about. The rules are those of engine 20.10, where
 * they were tried, and those of newer engines as their source has them. Put into words by `sayNetworkFinding`.
 */
export function checkNetwork(spec: NetworkSpec, topology: Topology): readonly NetworkFinding[] {
  const driver = spec.driver === '' ? 'bridge' : spec.driver;
  const whole = { ...spec, driver };
  return [
    ...checkName(whole, topology),
    ...checkDriver(driver, topology),
    ...checkPools(whole, topology),
    ...checkOptions(whole, topology),
  ];
}

/** Names that mean something else in `docker run --network` (runconfig IsPreDefinedNetwork). */
const RESERVED: readonly string[] = ['bridge', 'host', 'none', 'default'];

/** A swarm's limit (swarmkit validateAnnotations, seen on engine 20.10). */
const LONGEST_SWARM_NAME = 63;

function checkName({ name, driver }: NetworkSpec, topology: Topology): readonly NetworkFinding[] {
  const at = { field: 'name', severity: 'error', pool: undefined } as const;
  if (name.trim() === '') {
    return [{ ...at, code: 'name.empty' }];
  }
  if (RESERVED.includes(name)) {
    return [{ ...at, code: 'name.reserved', actual: name }];
  }
  if (topology.networks.some((network) => network.name === name)) {
    return [{ ...at, code: 'name.taken', actual: name }];
  }
  if (driver === 'overlay' && !/^[a-z\d](?:[-_]*[a-z\d]+)*$/i.test(name)) {
    return [{ ...at, code: 'name.characters', actual: name }];
  }
  if (driver === 'overlay' && name.length > LONGEST_SWARM_NAME) {
    return [{ ...at, code: 'name.long', actual: name, most: LONGEST_SWARM_NAME }];
  }
  return [];
}

function checkDriver(driver: string, { host, networks }: Topology): readonly NetworkFinding[] {
  const at = { field: 'driver', pool: undefined, actual: driver } as const;
  if (driver === 'host' || driver === 'null') {
    const network = networks.find(({ driverName }) => driverName === driver)?.name ?? driver;
    return [{ ...at, severity: 'error', code: 'driver.single', network }];
  }
  if (driver === 'overlay' && host.swarm === undefined) {
    return [{ ...at, severity: 'error', code: 'driver.noSwarm' }];
  }
  if (driver === 'overlay' && host.swarm?.manager === false) {
    return [{ ...at, severity: 'error', code: 'driver.worker', managers: host.swarm.managerAddresses }];
  }
  if (host.drivers.length > 0 && !host.drivers.includes(driver)) {
    // A plugin of the first kind is not in the list until a network uses it.
    const known = host.drivers.filter(canMake).sort(compareText);
    return [{ ...at, severity: 'warning', code: 'driver.unknown', known }];
  }
  return [];
}

function canMake(driver: string): boolean {
  return driverByEngineName(driver) !== 'host' && driverByEngineName(driver) !== 'none';
}
