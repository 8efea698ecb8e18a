import type { Topology } from '../model';
import { layoutNetwork } from './network/layoutNetwork';
import type { DiagramTarget, LayoutOptions } from './options';
import type { Scene } from './scene';
import { layoutTopology } from './topology/layoutTopology';

/** The picture of a target: `layoutTopology` or `layoutNetwork`. */
export function layoutTarget(topology: Topology, target: DiagramTarget, options: LayoutOptions = {}): Scene {
  return target.kind === 'topology'
    ? layoutTopology(topology, options)
    : layoutNetwork(topology, target.id, options);
}
