import { code } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { readBorrowedMode } from '../values/read';
import { parseSysctl } from '../values/sysctl';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';

/** What a kernel parameter decides, as the documentation of Linux has it (networking/ip-sysctl, admin-guide/sysctl/net). */
const meanings: Readonly<Record<string, string>> = {
  'net.core.somaxconn': 'The longest queue of connections that a program has not taken yet.',
  'net.ipv4.ip_forward':
    'With 1 the container passes packets on between its interfaces, as a router or a VPN does.',
  'net.ipv6.conf.all.forwarding': 'With 1 the container passes IPv6 packets on, as a router does.',
  'net.ipv4.ip_unprivileged_port_start':
    'Ports below it need the capability NET_BIND_SERVICE. Docker sets it to 0: every program may have port 80.',
  'net.ipv4.ping_group_range': 'Groups that may ping without a privilege.',
  'net.ipv4.ip_local_port_range': 'The ports from which outgoing connections leave.',
  'net.ipv6.conf.all.disable_ipv6': 'With 1 the container has no IPv6 at all.',
  'net.ipv6.conf.default.disable_ipv6': 'With 1 interfaces that come later have no IPv6.',
  'net.ipv4.tcp_keepalive_time': 'Seconds of silence before a connection is asked whether it still lives.',
  'net.ipv4.tcp_keepalive_intvl': 'Seconds between these questions.',
  'net.ipv4.tcp_keepalive_probes': 'How many of them stay without an answer before the connection ends.',
  'net.ipv4.tcp_syncookies': 'With 1 a flood of opening packets does not fill the queue.',
  'net.ipv4.tcp_tw_reuse': 'Lets new outgoing connections take the ports of those that have just ended.',
  'net.ipv4.tcp_fin_timeout': 'Seconds that a closed connection waits for the other side.',
  'net.ipv4.conf.all.src_valid_mark': 'With 1 marked packets are checked by their mark; WireGuard wants it.',
  'net.ipv4.conf.all.rp_filter':
    'Drops packets whose sender would be answered another way: 0 off, 1 strict, 2 loose.',
  'net.ipv4.conf.all.route_localnet': 'With 1 addresses of 127.0.0.0/8 may be routed.',
};

/** What `--sysctl net.core.somaxconn=1024` or an entry of `sysctls` sets. */
export function explainSysctl(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const setting = parseSysctl(use.text);
  if (!setting.ok)
    return explainProblem(setting.problem, use.place === 'composeService' ? 'Compose' : 'Docker');
  const { key, value } = setting;
  const known = Object.hasOwn(meanings, key) ? (meanings[key] ?? '') : '';
  if (readBorrowedMode(scope) === 'host' && key.startsWith('net.'))
    return {
      meaning: `**The container does not start:** ${code(`sysctl "${key}" not allowed in host network namespace`)}`,
      details: ['On the host network it would change the host itself.'],
      mind: [],
      now: [],
      dockerOnly: true,
    };
  const where = key.startsWith('net.') ? 'In the network of the container' : 'In the container';
  return {
    meaning: `${where} ${code(key)} is ${code(value)}; the host keeps its own.`,
    details: known === '' ? [] : [known],
    mind: interfaceWords(key),
    now: [],
  };
}

/** `net.ipv4.conf.eth0.…`: which interface that is, is decided when networks are connected. */
function interfaceWords(key: string): readonly string[] {
  const name = /^net\.(?:ipv4|ipv6|mpls)\.(?:conf|neigh)\.([^.]+)\./.exec(key)?.[1];
  if (name === undefined || name === 'all' || name === 'default') return [];
  return [
    `which network has ${code(name)} depends on the order of connecting. From API 1.46 on it can be said of the network: \`driver-opt=com.docker.network.endpoint.sysctls=…\`.`,
  ];
}
