import type { Topology } from '../../model';
import type { DiagramTarget, LayoutOptions } from '../options';
import type { Table } from './table';

/** The same facts as the diagram of a target shows, as tables; folded ones are in it, hidden ones are not. */
export function tabulate(
  topology: Topology,
  target: DiagramTarget,
  options: LayoutOptions = {},
): readonly Table[] {
  void [topology, target, options];
  return [];
}
