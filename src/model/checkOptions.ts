import { isAtLeast } from './engineVersion';
import type { NetworkField, NetworkFinding, OptionProblem } from './networkFinding';
import type { NetworkSpec } from './networkSpec';
import { parseAddress } from './ranges';
import type { Topology } from './topology';

const BRIDGE = 'com.docker.network.bridge.';
const BRIDGE_NAME = `${BRIDGE}name`;

/** The driver options of a spec, and the parent interface of macvlan and ipvlan. Unknown keys are taken by every driver. */
export function checkOptions(spec: NetworkSpec, topology: Topology): readonly NetworkFinding[] {
  switch (spec.driver) {
    case 'bridge':
      return [...checkBridgeName(spec, topology), ...checkBridgeOptions(spec, topology)];
    case 'macvlan':
    case 'ipvlan':
      return [...checkParent(spec, topology), ...checkModes(spec, topology)];
    default:
      return [];
  }
}

function finding(
  field: NetworkField,
  problem: OptionProblem,
  severity: NetworkFinding['severity'] = 'error',
): NetworkFinding {
  return { ...problem, field, severity, pool: undefined };
}

/** Bytes of a Linux interface name, without its end mark. */
const LONGEST_INTERFACE = 15;

function checkBridgeName({ options }: NetworkSpec, { networks }: Topology): readonly NetworkFinding[] {
  const actual = options[BRIDGE_NAME] ?? '';
  const field = `option:${BRIDGE_NAME}` as const;
  const length = byteLength(actual);
  if (actual === '') {
    return [];
  }
  if (actual === 'docker0') {
    return [finding(field, { code: 'bridge.docker0' })];
  }
  if (length > LONGEST_INTERFACE) {
    return [finding(field, { code: 'bridge.long', actual, length })];
  }
  if (!isInterfaceName(actual) || actual === 'lo') {
    return [finding(field, { code: 'bridge.name', actual })];
  }
  const network = networks.find(({ device }) => device === actual);
  return network === undefined
    ? []
    : [finding(field, { code: 'bridge.taken', actual, network: network.name })];
}

/** What Linux takes (dev_valid_name): no slash, colon or white space, and neither `.` nor `..`. */
function isInterfaceName(name: string): boolean {
  return !/[/:\s]/.test(name) && name !== '.' && name !== '..';
}

function byteLength(text: string): number {
  return [...text].reduce((sum, character) => {
    const point = character.codePointAt(0) ?? 0;
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
  }, 0);
}

/** By libnetwork bridge fromLabels; all of them seen on engine 20.10. */
const BOOLEANS: readonly string[] = [
  `${BRIDGE}enable_icc`,
  `${BRIDGE}enable_ip_masquerade`,
  `${BRIDGE}inhibit_ipv4`,
  `${BRIDGE}default_bridge`,
  'com.docker.network.enable_ipv6',
];
const ADDRESSES: readonly string[] = [`${BRIDGE}host_binding_ipv4`, 'com.docker.network.host_ipv4'];
const MTU = 'com.docker.network.driver.mtu';
const GATEWAY_MODES: readonly string[] = [`${BRIDGE}gateway_mode_ipv4`, `${BRIDGE}gateway_mode_ipv6`];

function checkBridgeOptions({ options }: NetworkSpec, { host }: Topology): readonly NetworkFinding[] {
  return Object.entries(options).flatMap(([key, actual]) => {
    const field = `option:${key}` as const;
    if (BOOLEANS.includes(key) && !/^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(actual)) {
      return [finding(field, { code: 'option.boolean', key, actual })];
    }
    if (key === `${BRIDGE}default_bridge` && /^[1tT]/.test(actual)) {
      return [finding(field, { code: 'bridge.default' })];
    }
    if (key === MTU && !isMtu(actual)) {
      return [finding(field, { code: 'option.integer', key, actual })];
    }
    if (ADDRESSES.includes(key) && parseAddress(actual) === undefined) {
      return [finding(field, { code: 'option.address', key, actual })];
    }
    // Engines before 27 do not read them.
    return GATEWAY_MODES.includes(key) && isAtLeast(host, 27)
      ? checkValue(key, actual, ['nat', 'nat-unprotected', 'routed', 'isolated'])
      : [];
  });
}

/** Go's strconv.Atoi, and not below zero. */
function isMtu(text: string): boolean {
  return /^\+?\d+$|^-0+$/.test(text) && Number(text) <= Number.MAX_SAFE_INTEGER;
}

function checkValue(key: string, actual: string, values: readonly string[]): readonly NetworkFinding[] {
  return values.includes(actual)
    ? []
    : [finding(`option:${key}`, { code: 'option.value', key, actual, values })];
}

const MACVLAN_MODES: readonly string[] = ['bridge', 'private', 'vepa', 'passthru'];
const IPVLAN_FLAGS: readonly string[] = ['bridge', 'private', 'vepa'];

/** An empty value stands for the default. `l3s` and `ipvlan_flag` came with engine 23; 20.10 does not read the flag. */
function checkModes({ driver, options }: NetworkSpec, { host }: Topology): readonly NetworkFinding[] {
  const given = (key: string, values: readonly string[]) => {
    const actual = options[key] ?? '';
    return actual === '' ? [] : checkValue(key, actual, values);
  };
  if (driver === 'macvlan') {
    return given('macvlan_mode', MACVLAN_MODES);
  }
  return isAtLeast(host, 23)
    ? [...given('ipvlan_mode', ['l2', 'l3', 'l3s']), ...given('ipvlan_flag', IPVLAN_FLAGS)]
    : given('ipvlan_mode', ['l2', 'l3']);
}

function checkParent(spec: NetworkSpec, topology: Topology): readonly NetworkFinding[] {
  const actual = spec.options.parent ?? '';
  if (actual === '') {
    return [finding('parent', { code: 'parent.missing' }, 'warning')];
  }
  if (actual === 'lo') {
    return [finding('parent', { code: 'parent.loopback' })];
  }
  if (byteLength(actual) > LONGEST_INTERFACE || !isInterfaceName(actual)) {
    return [finding('parent', { code: 'parent.name', actual })];
  }
  return [...checkVlan(actual), ...checkParentTaken(spec, actual, topology)];
}

/**
 * `eth0.10`: the engine makes the VLAN interface where there is none. Only then it reads the number: an interface that is
 * there may be called `eth0.lan` (libnetwork createNetwork, seen on engine 20.10).
 */
function checkVlan(actual: string): readonly NetworkFinding[] {
  const [, ...rest] = actual.split('.');
  const vlan = rest.join('.');
  const valid = /^\+?\d+$/.test(vlan) && Number(vlan) >= 1 && Number(vlan) <= 4094;
  return rest.length === 0 || valid ? [] : [finding('parent', { code: 'parent.vlan', actual }, 'warning')];
}

/**
 * Engines before 27 take one macvlan network on a parent, newer ones several unless one of them is in passthru mode;
 * ipvlan takes one on every engine (libnetwork createNetwork). The other driver on the same parent is taken, and only
 * one of both works at a time.
 */
function checkParentTaken(
  { driver, options }: NetworkSpec,
  actual: string,
  { networks, host }: Topology,
): readonly NetworkFinding[] {
  const onParent = networks.filter(({ parent, configOnly }) => parent === actual && !configOnly);
  const same = onParent.find(({ driverName }) => driverName === driver);
  const other = onParent.find(({ driverName }) => driverName !== driver);
  const passthru = [options.macvlan_mode, same?.options.macvlan_mode].includes('passthru');
  const shares = driver === 'macvlan' && isAtLeast(host, 27) && !passthru;
  if (same !== undefined && !shares) {
    const reason = driver === 'macvlan' && isAtLeast(host, 27) ? 'passthru' : 'one';
    const payload = { actual, network: same.name, driver, reason } as const;
    return [finding('parent', { code: 'parent.taken', ...payload })];
  }
  if (other === undefined) {
    return [];
  }
  const payload = { actual, network: other.name, driver: other.driverName, reason: 'otherDriver' } as const;
  return [finding('parent', { code: 'parent.taken', ...payload }, 'warning')];
}
