import { parseAddress } from '../../model';
import { parseSwitch } from './switch';

const prefix = 'com.docker.network.';

/** Options of the bridge driver that are on or off, and those that are an address; seen on engine 20.10. */
const booleans: readonly string[] = [
  `${prefix}bridge.enable_icc`,
  `${prefix}bridge.enable_ip_masquerade`,
  `${prefix}bridge.inhibit_ipv4`,
];
const addresses: readonly string[] = [`${prefix}bridge.host_binding_ipv4`, `${prefix}host_ipv4`];
/** What any engine knows; `l3s` came with engine 23. */
const modes = {
  macvlan: { key: 'macvlan_mode', values: ['bridge', 'private', 'vepa', 'passthru'], usual: 'bridge' },
  ipvlan: { key: 'ipvlan_mode', values: ['l2', 'l3', 'l3s'], usual: 'l2' },
} as const;

/** What the engine says of an option of a driver that it refuses; undefined where it takes it, as it does all unknown ones. */
export function driverOptionProblem(driver: string, key: string, value: string): string | undefined {
  if (driver === 'bridge') return bridgeProblem(key, value);
  return driver === 'macvlan' || driver === 'ipvlan' ? modeProblem(driver, key, value) : undefined;
}

function bridgeProblem(key: string, value: string): string | undefined {
  if (key === `${prefix}bridge.name`) return nameProblem(value);
  const words = unreadable(key, value);
  if (words !== undefined) return `failed to parse ${key} value: ${value} (${words})`;
  return key === `${prefix}driver.mtu` && value.startsWith('-') && Number(value) < 0
    ? `invalid MTU number: ${value}`
    : undefined;
}

function unreadable(key: string, value: string): string | undefined {
  if (booleans.includes(key) && !parseSwitch(value).ok)
    return `strconv.ParseBool: parsing "${value}": invalid syntax`;
  // YAML has more ways to write a number.
  if (key === `${prefix}driver.mtu` && !/^[+-]?\d+$|^0[box]/i.test(value))
    return `strconv.Atoi: parsing "${value}": invalid syntax`;
  return addresses.includes(key) && !parseAddress(value) ? 'nil ip' : undefined;
}

const longestInterface = 15;

/** The name of a Linux interface. */
function nameProblem(name: string): string | undefined {
  if (name.length > longestInterface)
    return `failed to check bridge interface existence: numerical result out of range. ${name} is longer than ${longestInterface} characters`;
  return /[/:\s]|^\.{1,2}$/.test(name) ? `invalid argument: Linux takes ${name} for no interface` : undefined;
}

function modeProblem(driver: 'macvlan' | 'ipvlan', key: string, value: string): string | undefined {
  const { key: modeKey, values, usual } = modes[driver];
  if (driver === 'macvlan' && key === 'parent' && value === 'lo')
    return 'loopback interface is not a valid macvlan parent link';
  return key === modeKey && value !== '' && !values.some((one) => one === value)
    ? `requested ${driver} mode '${value}' is not valid, '${usual}' mode is the ${driver} driver default. Known are ${values.join(', ')}`
    : undefined;
}
