import type { Container, FindingSeverity, Network, Topology } from '../../model';
import { containerRow, networkRow } from '../../views/rows/rows';
import type { Line } from './quickInputs';

/** Networks to choose from, by id; they look as they do in the tree. */
export function networkLines(networks: readonly Network[]): readonly Line<string>[] {
  return networks.map((network) => {
    const { label, description, icon } = networkRow(network);
    return { label, description, icon, value: network.id };
  });
}

/** Containers to choose from, by id, with the networks they are on. */
export function containerLines(
  containers: readonly Container[],
  topology: Topology,
): readonly Line<string>[] {
  return containers.map((container) => {
    const { label, icon, color } = containerRow(container, undefined, topology);
    const networks = container.endpoints.map(({ networkName }) => networkName);
    return {
      label,
      description: [container.state, ...networks].join(' · '),
      icon,
      color,
      value: container.id,
    };
  });
}

/** The sign of a field: what is wrong with it, or its usual one. */
export function signOf(
  state: FindingSeverity | undefined,
  usual: string,
): { readonly icon: string; readonly color: string | undefined } {
  switch (state) {
    case undefined:
      return { icon: usual, color: undefined };
    case 'error':
      return { icon: 'error', color: 'list.errorForeground' };
    case 'warning':
      return { icon: 'warning', color: 'list.warningForeground' };
    case 'information':
      return { icon: 'info', color: undefined };
  }
}
