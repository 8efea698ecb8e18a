import type { Driver } from '../catalog';
import { code } from '../language';
import type { Container, Network, Topology } from '../model';
import { networkFlags, portText } from './rows';

/** All that a network row has no room for, as Markdown; names and values of the engine are escaped. */
export function networkTooltip(network: Network): string {
  return table(network.name, [
    ['Driver', `${network.driverName || 'none (config only)'}, scope ${network.scope}`],
    ...network.subnets.map(({ cidr, gateway, gatewayDerived }): Fact => {
      const way = gateway === undefined ? '' : `, gateway ${gateway}${gatewayDerived ? ' (derived)' : ''}`;
      return ['Subnet', `${cidr}${way}`];
    }),
    ['Device', network.device],
    ['Parent', network.parent],
    ['VXLAN id', network.vxlanId?.toString()],
    ['MTU', network.mtu?.toString()],
    ['Flags', [...networkFlags(network), ...(network.attachable ? ['attachable'] : [])].join(', ')],
    ['Compose project', network.composeProject],
    ['Containers', network.endpoints.length.toString()],
    ['Id', network.id.slice(0, 12)],
  ]);
}

/** All endpoints and ports of a container, as Markdown. */
export function containerTooltip(container: Container, topology: Topology): string {
  return table(container.name, [
    ['Image', container.image],
    ['State', container.status || container.state],
    ...container.endpoints.map(({ networkName, ipv4, ipv6, mac }): Fact => {
      const parts = [ipv4, ipv6, mac].filter((part) => part !== undefined);
      return [code(networkName), parts.length > 0 ? parts.join(', ') : 'no address'];
    }),
    ['Shares the network of', sayOwner(container, topology)],
    ['Published', container.published.map(portText).join(', ')],
    ['Exposed', container.exposed.map((port) => `${port.containerPort}/${port.protocol}`).join(', ')],
    ['Compose', [container.composeProject, container.composeService].filter(Boolean).join(' / ')],
    ['Id', container.id.slice(0, 12)],
  ]);
}

function sayOwner({ mode }: Container, topology: Topology): string | undefined {
  if (mode.kind !== 'container') {
    return undefined;
  }
  const owner = mode.owner === undefined ? undefined : topology.containerById.get(mode.owner);
  return owner?.name ?? `${mode.target.slice(0, 12)}, which is gone`;
}

/** What a driver is, when to use it, what it can't do. The catalog's own Markdown needs no escape. */
export function driverTooltip(driver: Driver): string {
  const limits = driver.limits.map((limit) => `- ${limit}`).join('\n');
  return [`**${driver.title}**`, driver.summary, `**Use it when** ${driver.useWhen}`, limits].join('\n\n');
}

/** The name is Markdown; the value is plain text of the engine. */
type Fact = readonly [name: string, value: string | undefined];

function table(title: string, facts: readonly Fact[]): string {
  const rows = facts
    .filter((fact): fact is readonly [string, string] => fact[1] !== undefined && fact[1] !== '')
    .map(([name, value]) => `| ${cell(name)} | ${cell(code(value))} |`);
  return [`**${code(title)}**`, '', '| | |', '|:--|:--|', ...rows].join('\n');
}

/** A bar would end the table's cell, also inside a code span. */
function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}
