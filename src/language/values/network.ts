import type { Span } from '../span';
import { readFields } from './csv';
import { isMacAddress } from './macAddress';
import type { Refused } from './refused';

/**
 * What `--network` or `network_mode` chooses. `default` is the engine's default, the bridge network;
 * `service` exists in compose only.
 */
export interface NetworkValue {
  readonly ok: true;
  readonly mode: 'default' | 'bridge' | 'host' | 'none' | 'container' | 'service' | 'named';
  /** The network's name, or of whom the namespace is shared: for `container:db` this is `db`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Of the long form: `alias=www,ip=10.0.0.2`. */
  readonly settings: readonly NetworkSetting[];
}

export interface NetworkSetting extends Span {
  readonly key: NetworkSettingKey;
  /** Lower-cased, as the command line does with the long form. */
  readonly value: string;
}

const settingKeys = [
  'alias',
  'ip',
  'ip6',
  'mac-address',
  'link-local-ip',
  'driver-opt',
  'gw-priority',
] as const;

export type NetworkSettingKey = (typeof settingKeys)[number];

/** Why the command line (or, for `container`, the engine) refuses the value, and where. */
export type NetworkProblem = Span &
  (
    | {
        readonly code:
          | 'network.empty'
          | 'network.noName'
          | 'network.containerName'
          | 'network.serviceName'
          | 'network.driverOption'
          | 'network.aliasWithMode';
      }
    | {
        readonly code: 'network.field' | 'network.key' | 'network.macAddress' | 'network.quotes';
        readonly actual: string;
      }
    | { readonly code: 'network.gatewayPriority'; readonly actual: string; readonly reason: string }
  );

export type NetworkResult = NetworkValue | Refused<NetworkProblem>;

/** Reads a `--network` value: `front`, `host`, `container:db`, `name=front,alias=www`. */
export function parseNetworkValue(text: string): NetworkResult {
  const all = { start: 0, end: text.length };
  if (text.trim() === '') return { ok: false, problem: { code: 'network.empty', ...all } };
  return /\w=\w/.test(text) ? parseLong(text) : choose(text, all, []);
}

/** Reads a compose `network_mode`: as `--network`, without the long form and with `service:NAME`. */
export function parseNetworkMode(text: string): NetworkResult {
  const all = { start: 0, end: text.length };
  if (text === '') return { ok: false, problem: { code: 'network.empty', ...all } };
  if (!text.startsWith('service:')) return choose(text, all, []);
  const name = text.slice('service:'.length);
  if (name === '') return { ok: false, problem: { code: 'network.serviceName', ...all } };
  return {
    ok: true,
    mode: 'service',
    name,
    nameSpan: { start: text.length - name.length, end: text.length },
    settings: [],
  };
}

function choose(text: string, span: Span, settings: readonly NetworkSetting[]): NetworkResult {
  if (text === 'default' || text === 'bridge' || text === 'host' || text === 'none') {
    return { ok: true, mode: text, name: text, nameSpan: span, settings };
  }
  if (!text.startsWith('container:'))
    return { ok: true, mode: 'named', name: text, nameSpan: span, settings };
  const name = text.slice('container:'.length);
  if (name === '') return { ok: false, problem: { code: 'network.containerName', ...span } };
  return {
    ok: true,
    mode: 'container',
    name,
    nameSpan: { start: span.end - name.length, end: span.end },
    settings,
  };
}

function parseLong(text: string): NetworkResult {
  const fields = readFields(text);
  if (!fields.ok)
    return {
      ok: false,
      problem: { code: 'network.quotes', actual: fields.words, start: 0, end: text.length },
    };
  const settings: NetworkSetting[] = [];
  let target: { readonly name: string; readonly span: Span } | undefined;
  for (const { text: field, start, end } of fields.fields) {
    const equals = field.indexOf('=');
    const span = { start, end };
    if (equals < 1) return { ok: false, problem: { code: 'network.field', actual: field, ...span } };
    const key = field.slice(0, equals).toLowerCase().trim();
    const value = field
      .slice(equals + 1)
      .toLowerCase()
      .trim();
    if (key === 'name') {
      target = { name: value, span: { start: end - (field.length - equals - 1), end } };
      continue;
    }
    const setting = readSetting(key, value, span);
    if ('problem' in setting) return setting;
    settings.push(setting);
  }
  if (!target?.name) return { ok: false, problem: { code: 'network.noName', start: 0, end: text.length } };
  const chosen = withAliases(choose(target.name, target.span, settings));
  const mac = settings.findLast(({ key }) => key === 'mac-address');
  // The last one counts, and is looked at alone.
  if (!chosen.ok || !mac || mac.value === '' || isMacAddress(mac.value)) return chosen;
  return {
    ok: false,
    problem: { code: 'network.macAddress', actual: mac.value, start: mac.start, end: mac.end },
  };
}

/** Further names exist on networks of one's own alone. */
function withAliases(chosen: NetworkResult): NetworkResult {
  const alias = chosen.ok ? chosen.settings.find(({ key }) => key === 'alias') : undefined;
  if (!chosen.ok || chosen.mode === 'named' || !alias) return chosen;
  return { ok: false, problem: { code: 'network.aliasWithMode', start: alias.start, end: alias.end } };
}

function readSetting(key: string, value: string, span: Span): NetworkSetting | Refused<NetworkProblem> {
  const known = settingKeys.find((one) => one === key);
  if (!known) return { ok: false, problem: { code: 'network.key', actual: key, ...span } };
  if (known === 'driver-opt' && value.indexOf('=') < 1)
    return { ok: false, problem: { code: 'network.driverOption', ...span } };
  if (known === 'gw-priority') {
    const reason = integerProblem(value);
    if (reason)
      return { ok: false, problem: { code: 'network.gatewayPriority', actual: value, reason, ...span } };
  }
  return { key: known, value, ...span };
}

function integerProblem(text: string): string | undefined {
  if (!/^[+-]?\d+$/.test(text)) return 'invalid syntax';
  return Math.abs(Number(text)) >= 2 ** 63 ? 'value out of range' : undefined;
}
