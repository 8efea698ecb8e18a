import type { PublishedPort } from '../../model';
import { ownContainers, type Facts, type LiveFacts } from '../facts';
import { closedWords, defaultBinding } from '../hover/publishNow';
import { scopesBetween } from '../languages';
import { code, joinWords } from '../markdown';
import { projectName } from '../project';
import type { Span } from '../span';
import type { Scope, Use } from '../use';
import type { PortRange, Publish } from '../values/publish';
import { readBorrowedMode, readPublish } from '../values/read';
import { splitOpaque } from '../values/splitOpaque';
import type { InlayHint } from './inlayHint';

const mostShown = 3;

/**
 * What published ports come to, behind the values in a stretch of a text: the address and port that a running container
 * has, and where none runs what stands for the parts that are not written. Comments and notes have none.
 */
export function inlayHints(
  text: string,
  languageId: string,
  range: Span,
  facts?: Facts,
): readonly InlayHint[] {
  const live = facts && { topology: facts.topology, project: projectName(text, facts.folder) };
  const hints: InlayHint[] = [];
  for (const scope of scopesBetween(text, languageId, range)) {
    if (scope.prose || scope.foreign !== undefined || readBorrowedMode(scope)) continue;
    for (const use of scope.uses) {
      // What a service takes over from elsewhere has no hint there: others may take it over, too.
      const hint = use.syntax === 'publish' && !use.merged ? hintOf(use, scope, live) : undefined;
      if (hint && range.start <= hint.offset && hint.offset <= range.end)
        hints.push({ ...hint, offset: behindQuote(text, hint.offset) });
    }
  }
  return hints;
}

function hintOf(use: Use, scope: Scope, facts: LiveFacts | undefined): InlayHint | undefined {
  const offset = hintOffset(use);
  if (offset === undefined) return undefined;
  const value = readPublish(use);
  if (value && !value.ok) return undefined;
  const bound = facts ? boundPorts(value ?? opaqueTarget(use), scope, facts) : [];
  if (bound.length > 0 && needsWords(value)) return liveHint(offset, bound);
  return value && plainHint(offset, value, scope, facts);
}

function behindQuote(text: string, offset: number): number {
  return text[offset] === '"' || text[offset] === "'" ? offset + 1 : offset;
}

/** Behind the value; of a port in keys behind the one that decides. */
function hintOffset({ value, text, parts }: Use): number | undefined {
  if (text !== undefined) return value?.end;
  return (parts.find(({ path }) => path === 'published') ?? parts.find(({ path }) => path === 'target'))?.end;
}

interface Target {
  readonly containerPorts: PortRange;
  /** Undefined: any, or not known. */
  readonly hostPorts?: PortRange | undefined;
  readonly protocol: string;
}

/** `${PORT:-8080}:80`: the port of the container may be known where that of the host is not. */
function opaqueTarget({ text }: Use): Target | undefined {
  const { container } = splitOpaque(text ?? '');
  const [, port = '', protocol = 'tcp'] = /^(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(container) ?? [];
  return port === '' ? undefined : { containerPorts: { first: Number(port), last: Number(port) }, protocol };
}

/** What the containers of the scope publish of these ports. What was made of another text is not told. */
function boundPorts(target: Target | undefined, scope: Scope, facts: LiveFacts): readonly PublishedPort[] {
  if (!target) return [];
  const { containerPorts, hostPorts, protocol } = target;
  return ownContainers(scope, facts)
    .flatMap(({ published }) => published)
    .filter(
      (port) =>
        holds(containerPorts, port.containerPort) &&
        holds(hostPorts, port.hostPort) &&
        port.protocol === protocol,
    );
}

function holds(range: PortRange | undefined, port: number): boolean {
  return range === undefined || (range.first <= port && port <= range.last);
}

/** `127.0.0.1:8080:80` says it all. */
function needsWords(value: Publish | undefined): boolean {
  if (!value) return true;
  const { hostIp, hostPorts } = value;
  return hostIp === undefined || hostPorts === undefined || hostPorts.first !== hostPorts.last;
}

function liveHint(offset: number, ports: readonly PublishedPort[]): InlayHint {
  const several = new Set(ports.map(({ containerPort }) => containerPort)).size > 1;
  const shown = ports.map(({ hostIps, hostPort, containerPort }) => {
    const [address = ''] = hostIps;
    const host = `${address.includes(':') ? `[${address}]` : address}:${hostPort}`;
    return several ? `${host} → ${containerPort}` : host;
  });
  const addresses = ports.flatMap(({ hostIps, hostPort }) => hostIps.map((ip) => code(`${ip} ${hostPort}`)));
  return {
    offset,
    label: `→ ${listed([...new Set(shown)])}`,
    tooltip: `What the engine has given it now: ${joinWords([...new Set(addresses)].slice(0, 10))}.`,
  };
}

function listed(words: readonly string[]): string {
  return words.length > mostShown ? `${words.slice(0, mostShown).join(', ')}, …` : words.join(', ');
}

/** Words for what is not written. */
function plainHint(
  offset: number,
  value: Publish,
  scope: Scope,
  facts: LiveFacts | undefined,
): InlayHint | undefined {
  const closed = facts && closedWords(scope, facts);
  if (closed !== undefined) return { offset, label: 'not published', tooltip: closed };
  const { hostIp, hostPorts, containerPorts } = value;
  const binding = facts && hostIp === undefined ? defaultBinding(scope, facts) : undefined;
  const several = containerPorts.first !== containerPorts.last;
  const ports = !hostPorts
    ? several
      ? 'free ports'
      : 'a free port'
    : hostPorts.first === hostPorts.last
      ? ''
      : several
        ? pairs(hostPorts, containerPorts)
        : 'one free port of them';
  const address =
    hostIp !== undefined ? '' : binding ? `on ${binding.address ?? 'one address'}` : 'on all addresses';
  const label = [ports, address].filter((word) => word !== '').join(' ');
  if (label === '') return undefined;
  const why = binding
    ? `By default of the network ${code(binding.network)}.`
    : 'By default: it is not written.';
  return { offset, label, tooltip: why };
}

/** `8000 → 80, 8001 → 81` */
function pairs(host: PortRange, container: PortRange): string {
  const count = Math.min(host.last - host.first + 1, mostShown + 1);
  return listed(
    Array.from({ length: count }, (_, index) => `${host.first + index} → ${container.first + index}`),
  );
}
