import { drivers, type DriverOption } from '../../catalog';
import type { Topology } from '../../model';
import type { TreeNode } from '../rows/nodes';
import {
  driverParts,
  networksOf,
  sharingContainers,
  shownDrivers,
  type DriverPart,
  type ShownDriver,
} from './driverRows';

/** The rows of a kind. */
export type NodeOf<K extends TreeNode['kind']> = Extract<TreeNode, { readonly kind: K }>;

/** A driver of Docker's world, what it is, and what the engine has of it. An option is a fact: its key can be copied. */
export type DriverNode =
  | NodeOf<'driver'>
  | NodeOf<'network'>
  | NodeOf<'container'>
  | NodeOf<'fact'>
  | { readonly kind: 'driverPart'; readonly of: NodeOf<'driver'>; readonly part: DriverPart }
  | { readonly kind: 'driverLimit'; readonly of: NodeOf<'driver'>; readonly limit: string };

/** The rows at the top, or below a row. */
export function driverChildren(
  node: DriverNode | undefined,
  topology: Topology | undefined,
): readonly DriverNode[] {
  switch (node?.kind) {
    case undefined:
      return shownDrivers(topology).map(driverNode);
    case 'driver':
      return childrenOf(node, topology);
    case 'driverPart':
      return partChildren(node);
    case 'network':
    case 'container':
    case 'fact':
    case 'driverLimit':
      return [];
  }
}

function driverNode({ driver, engineName }: ShownDriver): NodeOf<'driver'> {
  return { kind: 'driver', driverId: driver.id, ...(engineName === undefined ? {} : { engineName }) };
}

/** What a row stands for. */
export function shownOf({ driverId, engineName }: NodeOf<'driver'>): ShownDriver {
  const driver = drivers.find(({ id }) => id === driverId) ?? drivers[0];
  if (!driver) {
    throw new Error('the driver catalog is empty');
  }
  return { driver, ...(engineName === undefined ? {} : { engineName }) };
}

function childrenOf(node: NodeOf<'driver'>, topology: Topology | undefined): DriverNode[] {
  const shown = shownOf(node);
  const networks = topology ? networksOf(shown, topology) : [];
  const containers = topology ? sharingContainers(shown, topology) : [];
  return [
    ...networks.map(({ id }) => ({ kind: 'network', networkId: id }) as const),
    ...containers.map(({ id }) => ({ kind: 'container', containerId: id, networkId: '' }) as const),
    ...driverParts(shown.driver).map((part) => ({ kind: 'driverPart', of: node, part }) as const),
  ];
}

function partChildren({ of, part }: Extract<DriverNode, { kind: 'driverPart' }>): DriverNode[] {
  const { driver } = shownOf(of);
  switch (part) {
    case 'limits':
      return driver.limits.map((limit) => ({ kind: 'driverLimit', of, limit }));
    case 'options':
      return driver.options.map(({ key }) => ({
        kind: 'fact',
        parent: driverKey(of),
        name: 'option',
        value: key,
      }));
    case 'summary':
    case 'useWhen':
    case 'docs':
      return [];
  }
}

/** The option of the catalog that a row stands for. */
export function optionOf({ parent, value }: NodeOf<'fact'>): DriverOption | undefined {
  return drivers
    .find((driver) => parent.startsWith(`driver/${driver.id}/`))
    ?.options.find(({ key }) => key === value);
}

/** Names a driver's row over all refreshes. */
export function driverKey({ driverId, engineName }: NodeOf<'driver'>): string {
  return `driver/${driverId}/${engineName ?? ''}`;
}
