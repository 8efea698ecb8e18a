import { findNetwork, type LiveFacts } from '../facts';
import { code } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { parseAddHost } from '../values/addHost';
import { isLoopback } from '../values/address';
import { parseDnsSearch, parseDnsServer } from '../values/dns';
import { readBorrowedMode, type BorrowedMode } from '../values/read';
import { explainProblem, explainUnknown, putInLater, refusedByMode, type Explanation } from './explanation';

/** True for a container that shares the network of another, and with it its names. */
function sharesNames(mode: BorrowedMode | undefined): boolean {
  return mode === 'container' || mode === 'service';
}

/** What `--add-host db:10.0.0.5` or an entry of `extra_hosts` writes. */
export function explainAddHost(
  use: Use,
  scope: Scope,
  facts: LiveFacts | undefined,
): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const entry = parseAddHost(use.text);
  if (!entry.ok) return explainProblem(entry.problem, isCommandLine(use) ? 'Docker' : 'Compose');
  if (sharesNames(readBorrowedMode(scope))) return refusedByMode('custom host-to-IP mapping');
  const { host, address } = entry;
  const line =
    address === 'host-gateway'
      ? `the address by which containers reach the host, and ${code(host)}`
      : code(`${address} ${host}`);
  const who = use.place === 'build' || use.place === 'composeBuild' ? 'the RUN steps' : 'the container';
  return {
    meaning: `/etc/hosts of ${who} gets a line with ${line}.`,
    details: [`Programs there find ${code(host)} without asking any DNS.`],
    mind: isLoopback(address) ? [`${code(address)} is the container itself there, not the host.`] : [],
    now: facts && address === 'host-gateway' ? gatewayWords(facts) : [],
  };
}

/** The docker command line has words of its own; compose and BuildKit say the same in others. */
function isCommandLine({ place }: Use): boolean {
  return !place.startsWith('compose') && place !== 'build';
}

function gatewayWords(facts: LiveFacts): readonly string[] {
  const gateway = findNetwork(facts, 'bridge')?.subnets.find(({ family }) => family === 4)?.gateway;
  return gateway === undefined
    ? []
    : [
        `${code(gateway)}, the address of the default bridge, unless the engine was started with \`--host-gateway-ip\`.`,
      ];
}

/** Which server `--dns 9.9.9.9` or an entry of `dns` makes the container ask. */
export function explainDnsServer(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const server = parseDnsServer(use.text);
  if (!server.ok) return explainProblem(server.problem, isCommandLine(use) ? 'Docker' : 'Compose');
  const mode = readBorrowedMode(scope);
  if (sharesNames(mode)) return refusedByMode('dns');
  return {
    meaning: `The container asks ${code(server.value)} at port 53, in the place of the servers of the host.`,
    details: [
      'On the default bridge it stands in /etc/resolv.conf; on a network of your own that names 127.0.0.11, the DNS of the engine, which asks it in turn.',
    ],
    mind: isLoopback(server.value) ? [`${code(server.value)} is the container itself, not the host.`] : [],
    now: [],
  };
}

/** What `--dns-search example.com` makes of short names. */
export function explainDnsSearch(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const search = parseDnsSearch(use.text);
  if (!search.ok) return explainProblem(search.problem, isCommandLine(use) ? 'Docker' : 'Compose');
  if (sharesNames(readBorrowedMode(scope))) return explainUnknown(ofTheOther);
  return explainUnknown(
    search.value === '.'
      ? 'No search domains: short names are looked up as they are.'
      : `A short name such as \`db\` is looked up as ${code(`db.${search.value}`)} too.`,
  );
}

const ofTheOther =
  '/etc/resolv.conf is that of the container whose network is shared; this changes nothing there.';

const resolverOptions: Readonly<Record<string, (value: string) => string>> = {
  ndots: (value) =>
    `A name with ${code(value)} or more dots is looked up as it is first; others with the search domains first.`,
  timeout: (value) => `Waits ${code(value)} seconds for a server before it asks the next one.`,
  attempts: (value) => `Asks all servers ${code(value)} times before it gives up.`,
  rotate: () => 'The servers take turns, where without it the first is always asked first.',
  edns0: () => 'Asks with EDNS0, which allows longer answers.',
  'use-vc': () => 'Asks over TCP in the place of UDP.',
  'single-request': () => 'Asks for the IPv4 and the IPv6 address one after the other.',
  'single-request-reopen': () =>
    'Opens another socket for the second of two questions, where a server fails to answer both.',
  'no-tld-query': () => 'Never looks up a name without a dot as it is.',
  'trust-ad': () => 'Believes a server that says an answer was checked by DNSSEC.',
};

/** What an option of the resolver does. */
export function explainDnsOption({ text }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  const [name = '', value = ''] = text.split(':', 2);
  const empty = value === '' && ['ndots', 'timeout', 'attempts'].includes(name);
  const known = Object.hasOwn(resolverOptions, name) && !empty;
  const words = known ? resolverOptions[name]?.(value) : undefined;
  return explainUnknown(words ?? `The resolver alone knows ${code(text)}; Docker writes it down as it is.`);
}

const longestLabel = 63;

/** What `--hostname web1` names. */
export function explainHostname(use: Use, scope: Scope): Explanation | undefined {
  const { text } = use;
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  const mode = readBorrowedMode(scope);
  if (sharesNames(mode)) return refusedByMode('hostname');
  const found =
    mode === undefined
      ? 'On a network of your own other containers find it under this name too.'
      : 'No other container finds it under this name: it has no network of its own.';
  return {
    meaning: `Programs in the container see ${code(text)} as the name of their machine.`,
    details: [found],
    mind: nameWords(text),
    now: [],
  };
}

function nameWords(text: string): readonly string[] {
  if (text.length > longestLabel)
    return [`DNS takes ${longestLabel} characters between dots, Linux 64 in all; these are ${text.length}.`];
  return /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(text)
    ? []
    : [
        'it is no name of RFC 1123 (letters, digits and dashes): Docker takes it, DNS and many programs do not.',
      ];
}

/** What `--domainname example.com` names. */
export function explainDomainname({ text }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  return {
    meaning: `The kernel gives ${code(text)} as the NIS domain of the container.`,
    details: ['No look-up uses it: for short names there is `--dns-search`, in compose `dns_search`.'],
    mind: nameWords(text),
    now: [],
  };
}
