import { sameData, type Topology } from '../../model';

/** What no row shows: a container's `Up 3 minutes` is another at every look. */
const NOT_SHOWN = new Set(['status']);

/**
 * Whether two pictures look the same in every row, so that nothing needs to be drawn. Stops at the first difference; a
 * container's endpoints are compared once, with their networks.
 */
export function samePicture(a: Topology | undefined, b: Topology | undefined): boolean {
  if (a === b || a === undefined || b === undefined) {
    return a === b;
  }
  return (
    same(a.networks, b.networks) &&
    same(a.containers.map(withoutEndpoints), b.containers.map(withoutEndpoints)) &&
    same(a.links, b.links) &&
    same(a.services, b.services) &&
    same(a.nodes, b.nodes) &&
    same(a.host, b.host)
  );
}

function withoutEndpoints(container: Topology['containers'][number]): object {
  return { ...container, endpoints: container.endpoints.length };
}

function same(a: unknown, b: unknown): boolean {
  return sameData(a, b, NOT_SHOWN);
}
