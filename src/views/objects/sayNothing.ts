import { isUp, type Container, type Topology } from '../../model';
import type { TreeNode } from '../rows/nodes';
import type { Copied } from './copyTexts';

/** What is said where rows have nothing of the kind; of several rows the first tells. */
export function sayNothing(what: Copied, [node]: readonly TreeNode[], topology: Topology): string {
  if (node?.kind !== 'container') {
    return what === 'command' ? sayMadeByEngine(node, topology) : `There is no ${what} to copy.`;
  }
  const container = topology.containerById.get(node.containerId);
  const driver = topology.networkById.get(node.networkId)?.driver;
  if (!container) {
    return 'The container is gone.';
  }
  switch (what) {
    case 'address':
      return `There is no address to copy: ${whyNoAddress(container, driver)}.`;
    case 'command':
      return `No docker command connects it: ${whyNoCommand(container, driver)}.`;
    case 'name':
    case 'id':
    case 'subnet':
    case 'value':
      return `There is no ${what} to copy.`;
  }
}

function sayMadeByEngine(node: TreeNode | undefined, { networkById }: Topology): string {
  return node?.kind === 'network' && !networkById.has(node.networkId)
    ? 'The network is gone.'
    : 'No docker command makes this: the engine does it by itself.';
}

function whyNoAddress(container: Container, driver: string | undefined): string {
  if (driver === 'host') {
    return 'the container has those of the host';
  }
  if (driver === 'none') {
    return 'the container is on no network';
  }
  if (container.mode.kind === 'container') {
    return 'the container has those of the container whose network it shares';
  }
  return isUp(container)
    ? 'the container has none on this network now'
    : 'the container gets one here when it starts';
}

function whyNoCommand({ mode }: Container, driver: string | undefined): string {
  if (mode.kind === 'container') {
    return 'it shares the network of another container from its start to its end';
  }
  return driver === 'host' || driver === 'none'
    ? `a container is on ${driver} from its start to its end`
    : 'it is not on this network now';
}
