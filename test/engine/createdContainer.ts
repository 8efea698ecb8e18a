import fc from 'fast-check';
import { parsePublish, type NetworkValue, type Publish } from '../../src/language';

/** `PortBindings` of a container that is to be created. */
export type Bindings = Readonly<
  Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[]>
>;

/** What the values of `-p` ask the engine for, by what Portolan reads in them. */
export function bindingsOf(texts: readonly string[]): Bindings {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const value of texts.map(parsePublish)) {
    if (!value.ok) continue;
    const { first, last } = value.containerPorts;
    for (let port = first; port <= last; port += 1) {
      const binding = { HostIp: value.hostIp ?? '', HostPort: hostPortOf(value, port) };
      (bindings[`${port}/${value.protocol}`] ??= []).push(binding);
    }
  }
  return bindings;
}

/** A range of host ports beside one port of the container stays a range: the engine takes the first free one. */
function hostPortOf({ hostPorts, containerPorts }: Publish, port: number): string {
  if (!hostPorts) return '';
  const { first, last } = hostPorts;
  const one = containerPorts.first === containerPorts.last;
  if (one) return first === last ? String(first) : `${first}-${last}`;
  return String(first + port - containerPorts.first);
}

/** Host port 0 is any free one, as none is. */
export function withoutZero(bindings: Bindings): Bindings {
  const free = (port: string) => (port === '0' ? '' : port);
  const entries = Object.entries(bindings).map(
    ([port, list]) => [port, list.map((one) => ({ ...one, HostPort: free(one.HostPort) }))] as const,
  );
  return Object.fromEntries(entries);
}

/** The part of an endpoint's settings that a value of `--network` can set. */
export interface Endpoint {
  readonly IPAMConfig: {
    readonly IPv4Address?: string;
    readonly IPv6Address?: string;
    readonly LinkLocalIPs?: readonly string[];
  } | null;
  readonly Aliases: readonly string[] | null;
  readonly MacAddress: string;
  readonly DriverOpts: Readonly<Record<string, string>> | null;
  readonly GwPriority: number;
}

/** What the engine is asked for, in short. */
export function askedEndpoint(endpoint: Endpoint | undefined) {
  return {
    aliases: endpoint?.Aliases ?? [],
    ip: endpoint?.IPAMConfig?.IPv4Address ?? '',
    ip6: endpoint?.IPAMConfig?.IPv6Address ?? '',
    linkLocal: endpoint?.IPAMConfig?.LinkLocalIPs ?? [],
    mac: endpoint?.MacAddress ?? '',
    options: endpoint?.DriverOpts ?? {},
    priority: endpoint?.GwPriority ?? 0,
  };
}

/** The same, by what Portolan reads in the value. */
export function readEndpoint({ mode, name, settings }: NetworkValue) {
  const all = (wanted: string) => settings.filter(({ key }) => key === wanted).map(({ value }) => value);
  const last = (wanted: string) => all(wanted).at(-1) ?? '';
  return {
    mode: mode === 'container' ? `container:${name}` : name,
    aliases: all('alias'),
    ip: last('ip'),
    ip6: last('ip6'),
    linkLocal: all('link-local-ip'),
    mac: last('mac-address'),
    options: Object.fromEntries(all('driver-opt').map(option)),
    priority: Number(last('gw-priority')),
  };
}

function option(text: string): readonly [key: string, value: string] {
  const equals = text.indexOf('=');
  return [text.slice(0, equals), text.slice(equals + 1)];
}

const port = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 99 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', '0', '080', '65535', '65536', 'x', ' 80', '-1', '+8', '8.0') },
);
const range = fc.oneof(
  port,
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: -2, max: 9 }))
    .map(([first, more]) => `${first}-${first + more}`),
  fc.constantFrom('1-2-3', '5-', '-5', '80-80'),
);
const hostIp = fc.constantFrom(
  '127.0.0.1',
  '0.0.0.0',
  '',
  '[::1]',
  '::1',
  '[::]',
  '300.1.1.1',
  'localhost',
  '10.1',
);
const protocol = fc.constantFrom(
  '',
  '',
  '',
  '/tcp',
  '/udp',
  '/UDP',
  '/sctp',
  '/',
  '/foo',
  '/tcp/udp',
  '/ tcp',
);
const longField = fc.oneof(
  range.map((text) => `target=${text}`),
  range.map((text) => `published=${text}`),
  fc.constantFrom(
    'protocol=udp',
    'protocol=foo',
    'mode=host',
    'mode=x',
    'app=1',
    'TARGET=80',
    ' target=80',
    'target',
  ),
);

/** Values of `-p`: good ones, nearly good ones, and both notations. */
export const publishValues: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(range, protocol).map((parts) => parts.join('')),
  fc.tuple(range, range, protocol).map(([host, container, end]) => `${host}:${container}${end}`),
  fc
    .tuple(hostIp, range, range, protocol)
    .map(([ip, host, container, end]) => `${ip}:${host}:${container}${end}`),
  fc.array(longField, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(',')),
);

const networkField = fc.constantFrom(
  'name=front',
  'name=Back',
  'name=host',
  'name=none',
  'name=container:db',
  'name=',
  'alias=www',
  'alias=WWW',
  'alias=',
  'ip=10.0.0.5',
  'ip6=fd00::5',
  'ip=',
  'mac-address=02:42:ac:11:00:02',
  'mac-address=02-42-AC-11-00-02',
  'mac-address=x',
  'link-local-ip=169.254.1.1',
  'driver-opt=a=b',
  'driver-opt=A=',
  'driver-opt=a',
  'gw-priority=7',
  'gw-priority=-1',
  'gw-priority=+3',
  'gw-priority=x',
  'gw-priority=99999999999999999999',
  'NAME=front',
  ' alias = www ',
  '"alias=www"',
  'a"b=c',
  'foo=bar',
  'alias',
  '',
);

/** Values of `--network`: names, modes, and the long form with fields of all kinds. */
export const networkValues: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom('front', 'host', 'none', 'bridge', 'container:db', 'container:', 'a b', 'x=y'),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom('name=front', 'name=front', 'name=front', 'alias=a'),
        fc.array(networkField, { maxLength: 4 }),
      )
      .chain(([head, rest]) => fc.shuffledSubarray([head, ...rest], { minLength: rest.length + 1 }))
      .map((fields) => fields.join(',')),
  },
);
