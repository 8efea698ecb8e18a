import { parseRange } from '../../../model';
import type { Span } from '../../span';
import { isInterpolated, valueSpan, type Scope, type Use } from '../../use';
import { parseAddHost } from '../../values/addHost';
import {
  parseSubnets,
  poolAddressProblem,
  type PoolProblem,
  poolRangeProblem,
  type Subnets,
} from '../../values/addressing';
import { parseDnsSearch, parseDnsServer } from '../../values/dns';
import { parsePriority } from '../../values/gatewayPriority';
import { parseIp, parseLinkLocal } from '../../values/ipAddress';
import { readList } from '../../values/list';
import { parseMac } from '../../values/macAddress';
import { parseNetworkValue } from '../../values/network';
import { parseShortPublish } from '../../values/publish';
import { readExpose, readLink, readNetwork, readPublish } from '../../values/read';
import type { ValueProblem } from '../../values/say';
import { parseServicePublish } from '../../values/servicePublish';
import { parseSwitch } from '../../values/switch';
import { parseSysctl } from '../../values/sysctl';

/** A value that docker or compose refuses, and the part of the text that it is about. */
export interface BadValue extends Span {
  readonly problem: ValueProblem;
  readonly use: Use;
}

type Parsed = { readonly ok: true } | { readonly ok: false; readonly problem: ValueProblem } | undefined;

/** Reads the text of a use. What is put in later is not read. */
function read(parse: (text: string) => Parsed): (use: Use) => Parsed {
  return ({ text }) => (text === undefined || isInterpolated(text) ? undefined : parse(text));
}

/** Of a flag that takes several values with commas between: the first bad one. */
function readEach(parse: (text: string) => Parsed): (use: Use) => Parsed {
  return (use) => {
    if (use.text === undefined || isInterpolated(use.text)) return undefined;
    for (const text of readList(use)) {
      const value = parse(text);
      if (value && !value.ok) return { ok: false, problem: value.problem };
    }
    return { ok: true };
  };
}

const readers: Partial<Readonly<Record<Use['syntax'], (use: Use) => Parsed>>> = {
  publish: readPublish,
  servicePublish: read(parseServicePublish),
  network: readNetwork,
  networkMode: readNetwork,
  serviceNetwork: read(parseNetworkValue),
  link: readLink,
  serviceLink: readLink,
  expose: readExpose,
  exposeKey: readExpose,
  exposeInstruction: read(parseShortPublish),
  addHost: read(parseAddHost),
  mac: read(parseMac),
  ipv4: read((text) => parseIp(text, 4)),
  ipv6: read((text) => parseIp(text, 6)),
  linkLocal: readEach(parseLinkLocal),
  dnsServer: read(parseDnsServer),
  dnsSearch: read(parseDnsSearch),
  sysctl: read(parseSysctl),
  gatewayPriority: read(parsePriority),
  subnet: read(parseSubnets),
};

/** Values of these grammars in a scope that are refused. */
export function badValues({ uses }: Scope, syntaxes: readonly Use['syntax'][]): readonly BadValue[] {
  return uses.flatMap((use) => {
    if (!syntaxes.includes(use.syntax)) return [];
    const value = readers[use.syntax]?.(use);
    return value && !value.ok ? [{ use, problem: value.problem, ...placeOf(use, value.problem) }] : [];
  });
}

/** Several values stand in one text: then all of it is marked. */
function placeOf(use: Use, problem: ValueProblem): Span {
  const { place, text = '' } = use;
  const several = place === 'networkConnect' && text.includes(',');
  return valueSpan(use, several ? { start: 0, end: text.length } : problem);
}

/** Switches on the command line that are neither on nor off. YAML has a reader of its own. */
export function badSwitches({ uses }: Scope): readonly BadValue[] {
  return uses.flatMap((use) => {
    if (use.syntax !== 'switch' || use.kind !== 'flag' || use.text === undefined) return [];
    const value = isInterpolated(use.text) ? undefined : parseSwitch(use.text);
    return value && !value.ok ? [{ use, problem: value.problem, ...valueSpan(use, value.problem) }] : [];
  });
}

/** Addresses and ranges of a network that lie in none of its subnets. */
export function badPoolValues(scope: Scope): readonly BadValue[] {
  const subnets = subnetsOf(scope);
  if (!subnets) return [];
  return scope.uses.flatMap((use) => {
    const problem =
      use.text === undefined || isInterpolated(use.text) ? undefined : poolProblem(use, subnets);
    if (!problem) return [];
    // Compose passes it on, and what the engine makes of it without a subnet depends on the driver.
    if (subnets.length === 0 && use.place !== 'networkCreate') return [];
    return [{ use, problem, ...valueSpan(use, problem) }];
  });
}

function poolProblem({ syntax, text = '' }: Use, subnets: Subnets['subnets']): PoolProblem | undefined {
  if (text === '') return undefined;
  if (syntax === 'ipRange') return poolRangeProblem(text, subnets);
  if (syntax === 'gatewayAddress') return poolAddressProblem(text, 'gateway', subnets);
  if (syntax !== 'auxAddress') return undefined;
  const at = text.indexOf('=') + 1;
  const problem = at === 0 ? undefined : poolAddressProblem(text.slice(at), 'aux-address', subnets);
  return problem && { ...problem, start: problem.start + at, end: problem.end + at };
}

/** The subnets of a network; undefined where not all of them are known. */
function subnetsOf({ uses, partial }: Scope): Subnets['subnets'] | undefined {
  const texts = uses.filter(({ syntax }) => syntax === 'subnet').map(({ text }) => text);
  const known = texts.flatMap((text) =>
    text === undefined || isInterpolated(text) || text.split(',').some((piece) => !parseRange(piece))
      ? []
      : [parseSubnets(text)],
  );
  if (partial || known.length < texts.length) return undefined;
  return known.flatMap((value) => (value.ok ? value.subnets : []));
}
