import type { ValueSyntax } from '../../catalog';
import { code } from '../markdown';
import type { Scope, Use } from '../use';
import { readBorrowedMode } from '../values/read';

/** How a value is written as a flag, and under a key of a compose file. */
interface Pair {
  readonly flag: (text: string) => string;
  readonly key: (text: string) => string;
}

function pair(flag: string, key: string): Pair {
  return { flag: (text) => `${flag} ${text}`, key: (text) => key.replace('…', text) };
}

/** A map of one entry: `sysctls: { net.core.somaxconn: "1024" }`. */
function entry(flag: string, key: string): Pair {
  const map = (text: string): string => {
    const equals = text.indexOf('=');
    return equals < 0 ? '' : `${key}: { ${text.slice(0, equals)}: "${text.slice(equals + 1)}" }`;
  };
  return { flag: (text) => `${flag} ${text}`, key: map };
}

const expose = pair('--expose', 'expose: ["…"]');

/** Values that both sides write alike. */
const pairs: ReadonlyMap<ValueSyntax, Pair> = new Map([
  ['publish', pair('-p', 'ports: ["…"]')],
  ['expose', expose],
  ['exposeKey', expose],
  ['alias', pair('--network-alias', 'aliases: ["…"]')],
  ['ipv4', pair('--ip', 'ipv4_address: …')],
  ['ipv6', pair('--ip6', 'ipv6_address: "…"')],
  ['linkLocal', pair('--link-local-ip', 'link_local_ips: ["…"]')],
  ['mac', pair('--mac-address', 'mac_address: "…"')],
  ['addHost', pair('--add-host', 'extra_hosts: ["…"]')],
  ['dnsServer', pair('--dns', 'dns: ["…"]')],
  ['dnsSearch', pair('--dns-search', 'dns_search: ["…"]')],
  ['dnsOption', pair('--dns-option', 'dns_opt: ["…"]')],
  ['hostname', pair('--hostname', 'hostname: "…"')],
  ['domainname', pair('--domainname', 'domainname: "…"')],
  ['sysctl', entry('--sysctl', 'sysctls')],
  ['driver', pair('--driver', 'driver: …')],
  ['driverOption', entry('--opt', 'driver_opts')],
  ['subnet', pair('--subnet', 'subnet: "…"')],
  ['ipRange', pair('--ip-range', 'ip_range: "…"')],
  ['gatewayAddress', pair('--gateway', 'gateway: "…"')],
  ['auxAddress', entry('--aux-address', 'aux_addresses')],
]);

const longest = 48;

/**
 * The very value in the other way of writing, as a line of Markdown: a flag for a key, a key for a flag. Empty where it
 * is long, where it would have to be quoted, and where both do not mean the same.
 */
export function otherSpelling(use: Use, scope: Scope): string {
  const { kind, place, syntax, text } = use;
  const rule = pairs.get(syntax);
  if (!rule || text === undefined || text.length > longest || !/^[\w.:/=[\]-]+$/.test(text)) return '';
  if (place.startsWith('service') || scope.foreign !== undefined || hasNoOther(use, scope)) return '';
  const toKey = kind === 'flag';
  const other = toKey ? rule.key(text) : rule.flag(text);
  return other === '' ? '' : `${toKey ? 'In compose' : 'As a flag'}: ${code(other)}`;
}

/** The words of `-p target=80`, which compose does not read, and what needs a network of its own. */
function hasNoOther({ syntax, text }: Use, scope: Scope): boolean {
  return (syntax === 'publish' && text?.includes('=') === true) || readBorrowedMode(scope) !== undefined;
}
