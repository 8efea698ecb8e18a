import fc from 'fast-check';
import {
  parseAddHost,
  parseDnsSearch,
  parseDnsServer,
  parseExpose,
  parseMac,
  parseServicePublish,
  parseSysctl,
  say,
  type ValueProblem,
} from '../../src/language';

/** Undefined where the value is taken; else what docker says. */
export type Verdict = string | undefined;

type Read = { readonly ok: true } | { readonly ok: false; readonly problem: ValueProblem };

export function verdict(value: Read): Verdict {
  return value.ok ? undefined : (say(value.problem).docker ?? 'refused');
}

/** Values that are nearly right, and some that are not. */
function texts(...pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
    .map((chosen) => chosen.join(''));
}

export const address = fc.oneof(
  fc.constantFrom(
    '10.0.0.5',
    '::1',
    'fd00::5',
    '300.1.1.1',
    '01.2.3.4',
    '::ffff:10.0.0.5',
    'fe80::1%eth0',
    '1.2.3',
  ),
  texts('10', '.', '0', ':', '::', '255', '256', 'f', '%', ' ', '/8'),
);
const port = fc.oneof(
  fc.nat(70_000).map(String),
  fc.constantFrom('', '80', '-', ' 1', 'x', '1.5', '0x1', '+1'),
);

interface Flag {
  /** `create` unless said otherwise. */
  readonly command?: readonly string[];
  readonly flag: string;
  readonly read: (text: string) => Verdict;
  readonly values: fc.Arbitrary<string>;
}

export const flags: readonly Flag[] = [
  {
    command: ['service', 'create', '--detach', '--no-resolve-image'],
    flag: '-p',
    read: (text) => verdict(parseServicePublish(text)),
    values: texts(
      '80',
      ':',
      '-',
      'target=80',
      'published=',
      ',',
      'mode=host',
      'protocol=',
      'udp',
      '/',
      '127.0.0.1',
      'x',
    ),
  },
  {
    flag: '--expose',
    read: (text) => verdict(parseExpose(text)),
    values: fc.oneof(
      fc
        .tuple(port, port, fc.constantFrom('', '/tcp', '/UDP', '/foo', '/', ':80'))
        .map(([a, b, c]) => `${a}-${b}${c}`),
      fc.tuple(port, fc.constantFrom('', '/sctp', '/tcp/udp')).map(([a, c]) => a + c),
    ),
  },
  {
    flag: '--add-host',
    read: (text) => verdict(parseAddHost(text)),
    values: fc
      .tuple(
        fc.constantFrom('h', 'a.b', '', 'a b', 'x:y'),
        fc.constantFrom(':', '=', ''),
        fc.constantFrom('', '[', ' '),
        address,
        fc.constantFrom('', ']', ' '),
      )
      .map((parts) => parts.join('')),
  },
  {
    flag: '--mac-address',
    read: (text) => verdict(parseMac(text)),
    values: fc.oneof(
      fc
        .tuple(
          fc.array(fc.nat(255), { minLength: 5, maxLength: 9 }),
          fc.constantFrom(':', '-', ''),
          fc.constantFrom('', ' ', ':'),
        )
        .map(
          ([octets, sign, tail]) => octets.map((one) => one.toString(16).padStart(2, '0')).join(sign) + tail,
        ),
      texts('02', ':', '-', '.', '02:42:ac:11:00:02', 'AC', '0242', 'g', ' '),
    ),
  },
  {
    flag: '--dns',
    read: (text) => verdict(parseDnsServer(text)),
    values: fc.oneof(
      address,
      address.map((one) => ` ${one} `),
    ),
  },
  {
    flag: '--dns-search',
    read: (text) => verdict(parseDnsSearch(text)),
    values: texts('a', 'B', '.', '-', '1', ' ', ':', '_', 'example.com'),
  },
  {
    flag: '--sysctl',
    read: (text) => verdict(parseSysctl(text)),
    values: texts('net.', 'core', '=', '1', 'kernel.sem', 'fs.mqueue.', 'vm.', ' '),
  },
];
