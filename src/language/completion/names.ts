import type { Container, Network } from '../../model';
import { composeFile } from '../compose/composeFile';
import { isPlainName, type Proposal } from './completion';
import type { Surroundings } from './proposer';

/** The most that are proposed of a kind: typing finds the others no faster. */
const most = 200;

/** Live networks that somebody may join. */
export function liveNetworks(
  { facts }: Surroundings,
  fits: (network: Network) => boolean,
): readonly Proposal[] {
  return (facts?.topology.networks ?? [])
    .filter((network) => isPlainName(network.name) && fits(network))
    .slice(0, most)
    .map((network) => ({ label: network.name, kind: 'network', detail: networkWords(network) }));
}

/** "bridge, 172.28.0.0/16, 3 containers" */
function networkWords({ driverName, subnets, endpoints }: Network): string {
  const count = endpoints.length === 1 ? '1 container' : `${endpoints.length} containers`;
  return [driverName, ...subnets.slice(0, 1).map(({ cidr }) => cidr), count]
    .filter((word) => word !== '')
    .join(', ');
}

/** A network that a container can be put on: not the modes, templates, or those of the engine alone. */
export function isJoinable({ driver, configOnly, ingress, scope, attachable, name }: Network): boolean {
  if (driver === 'host' || driver === 'none' || configOnly || ingress) return false;
  return name !== 'docker_gwbridge' && (scope !== 'swarm' || attachable);
}

/** Networks that people made. */
export function isOwnNetwork(network: Network): boolean {
  return isJoinable(network) && !network.predefined;
}

/** Live containers, those that run first. */
export function liveContainers(
  { facts }: Surroundings,
  fits: (container: Container) => boolean,
  lead = '',
): readonly Proposal[] {
  const fitting = (facts?.topology.containers ?? []).filter(
    (container) => isPlainName(container.name) && fits(container),
  );
  const running = fitting.filter(({ state }) => state === 'running');
  return [...running, ...fitting.filter(({ state }) => state !== 'running')]
    .slice(0, most)
    .map(({ name, image, state }) => ({
      label: lead + name,
      kind: 'container',
      detail: `${image}, ${state}`,
    }));
}

/** The services of the compose file. */
export function services({ text }: Surroundings, except: string | undefined, lead = ''): readonly Proposal[] {
  return [...composeFile(text).services.keys()]
    .filter((name) => name !== except && isPlainName(name))
    .slice(0, most)
    .map((name) => ({ label: lead + name, kind: 'service', detail: 'a service of this file' }));
}

/** The networks of the compose file, and the one that every project has. */
export function definedNetworks({ text }: Surroundings): readonly Proposal[] {
  const names = [...composeFile(text).networks.keys()].filter(
    (name) => isPlainName(name) && name !== 'default',
  );
  const own = names
    .slice(0, most)
    .map((label): Proposal => ({ label, kind: 'network', detail: 'a network of this file' }));
  return [...own, { label: 'default', kind: 'network', detail: 'the network of the project' }];
}
