import { sharersOf } from '../../diagram';
import type { Answer } from '../../engine/calls';
import type { ContainerDetails, NetworkDetails } from '../../engine/decodeDetails';
import { code } from '../../language';
import type { Container, Endpoint, Network, PublishedPort, Topology } from '../../model';
import {
  aliasFacts,
  endpointFacts,
  exposedFacts,
  linkFacts,
  requestedFacts,
  resolverFacts,
} from './containerFacts';
import { detailFacts, networkFacts, some, type Fact } from './networkFacts';
import { bracket, portText } from './rows';

/** All that is known of a network, as Markdown; names and values of the engine are escaped. */
export function networkTooltip(network: Network, details?: Answer<NetworkDetails>): string {
  const stopped = network.endpoints.filter(({ attached }) => !attached).length;
  const count = `${network.endpoints.length}${stopped === 0 ? '' : ` (${stopped} not attached now)`}`;
  return table(network.name, [
    ...networkFacts(network).map(shorten),
    ...(details ? detailFacts(details) : []),
    { name: 'containers', value: count },
  ]);
}

/** A tooltip is narrow: an id as Docker shortens it, a time to the second. */
function shorten(one: Fact): Fact {
  switch (one.name) {
    case 'id':
      return { ...one, value: shortId(one.value) };
    case 'created':
      return { ...one, value: one.value.replace(/\.\d+Z$/, 'Z') };
    default:
      return one;
  }
}

/** Twelve of 64 hexadecimal digits; a swarm's ids are short as they are. */
function shortId(id: string): string {
  return id.length === 64 ? id.slice(0, 12) : id;
}

/** All endpoints and ports of a container, as Markdown. */
export function containerTooltip(
  container: Container,
  topology: Topology,
  details?: Answer<ContainerDetails>,
): string {
  return table(container.name, [
    { name: 'image', value: container.image },
    { name: 'state', value: container.status || container.state },
    ...container.endpoints.flatMap((endpoint) => placeFacts(container, endpoint, topology, details)),
    ...some('shares the network of', sayOwner(container, topology)),
    ...some(
      'shared by',
      sharersOf(container, topology)
        .map(({ name }) => name)
        .join(', '),
    ),
    ...container.published.map((port) => ({ name: 'published', value: portText(port) })),
    ...(details?.ok === true ? requestedFacts(container, details.value) : []),
    ...exposedFacts(container, details),
    ...(details?.ok === true ? resolverFacts(details.value) : []),
    ...(details?.ok === false ? [unknownFact(details)] : []),
    ...some('compose', [container.composeProject, container.composeService].filter(Boolean).join(' / ')),
    { name: 'id', value: shortId(container.id) },
  ]);
}

function placeFacts(
  container: Container,
  endpoint: Endpoint,
  topology: Topology,
  details: Answer<ContainerDetails> | undefined,
): readonly Fact[] {
  const onDefaultBridge = topology.networkById.get(endpoint.networkId)?.defaultBridge === true;
  return [
    {
      name: 'network',
      value: endpoint.networkName,
      ...(endpoint.attached ? {} : { remark: 'not attached now' }),
    },
    ...endpointFacts(endpoint),
    ...(details?.ok === true
      ? [
          ...aliasFacts(container, endpoint, details.value),
          ...linkFacts(endpoint, onDefaultBridge, details.value),
        ]
      : []),
  ];
}

/** What an inspect would have told, and why it does not: the engine's own words. */
function unknownFact({ problem }: Extract<Answer<unknown>, { readonly ok: false }>): Fact {
  return { name: 'aliases, links, requested ports', value: 'not known', remark: problem.detail };
}

/** Where a published port listens, and where it leads. */
export function portTooltip(port: PublishedPort, topology: Topology): string {
  const { hostIps, hostPort, containerPort, protocol, target } = port;
  const network = target && topology.networkById.get(target.networkId)?.name;
  return table(portText(port), [
    ...hostIps.map((address) => ({
      name: 'listens on',
      value: `${bracket(address)}:${hostPort}/${protocol}`,
    })),
    ...some('leads to', `${target?.ipv4 ?? ''}:${containerPort}`.replace(/^:/, 'port ')),
    ...some('on network', network),
  ]);
}

/** A sentence of ours, and what stands behind it: the engine's own words are escaped. */
export function noteTooltip({ text, detail }: { readonly text: string; readonly detail?: string }): string {
  return detail === undefined ? text : `${text}\n\n${code(detail)}`;
}

/** A fact's row has little room: the whole of it, and our words about it. */
export function factTooltip({ name, value, remark }: Fact): string {
  return table(name, [{ name: 'value', value }, ...some('', remark)]);
}

function sayOwner({ mode }: Container, topology: Topology): string | undefined {
  if (mode.kind !== 'container') {
    return undefined;
  }
  const owner = mode.owner === undefined ? undefined : topology.containerById.get(mode.owner);
  return owner?.name ?? `${mode.target.slice(0, 12)}, which is gone`;
}

/** A table of names and values, as Markdown. Names are words of ours; whatever else may stand there is escaped like a value. */
export function table(title: string, facts: readonly Fact[]): string {
  const rows = facts
    .filter(({ value }) => value !== '')
    .map(({ name, value, remark }) => {
      const words = remark === undefined ? '' : ` (${plainIf(OURS.remark, remark)})`;
      return `| ${cell(plainIf(OURS.name, capital(name)))} | ${cell(code(value))}${cell(words)} |`;
    });
  return [`**${code(title)}**`, '', '| | |', '|:--|:--|', ...rows].join('\n');
}

/** Our own short words stand plain; whatever an engine may have put in is escaped. */
function plainIf(ours: RegExp, words: string): string {
  return ours.test(words) ? words : code(words);
}

const OURS = { name: /^[a-z0-9,’ ]*$/i, remark: /^[a-z, -]+$/ };

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * A bar would end the table's cell, also inside a code span, unless an odd number of backslashes stands before it; the
 * table takes one of them off. A value that has backslashes before a bar shows one more where it has an odd number.
 */
function cell(markdown: string): string {
  return markdown.replace(
    /(\\*)\|/g,
    (_, before: string) => `${before}${before.length % 2 === 0 ? '\\' : '\\\\'}|`,
  );
}
