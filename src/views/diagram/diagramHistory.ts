import type { DiagramTarget } from '../../diagram';

/** Names a diagram: there is one panel for each. */
export function targetKey(target: DiagramTarget): string {
  return target.kind === 'topology' ? 'topology' : `network:${target.id}`;
}

/** Who goes on and on is led back that far. */
const LONGEST = 50;

/**
 * Which diagrams the reader came through to each: one that was opened from another remembers it. A way that comes back to a
 * diagram ends there, so that Back never goes round in a circle.
 */
export class DiagramHistory {
  /** By target key, the last one last. */
  private readonly ways = new Map<string, readonly DiagramTarget[]>();

  /** The reader went from one diagram on to another. */
  go(from: DiagramTarget, to: DiagramTarget): void {
    const way = [...this.way(from), from];
    const before = way.findIndex((target) => targetKey(target) === targetKey(to));
    this.ways.set(targetKey(to), (before < 0 ? way : way.slice(0, before)).slice(-LONGEST));
  }

  /** Where Back leads to from a diagram; undefined where the reader began there. */
  before(target: DiagramTarget): DiagramTarget | undefined {
    return this.way(target).at(-1);
  }

  /** The reader goes back: the diagram there leads back to what was before it. */
  back(from: DiagramTarget): DiagramTarget | undefined {
    const way = this.way(from);
    const target = way.at(-1);
    if (target) {
      this.ways.set(targetKey(target), way.slice(0, -1));
    }
    return target;
  }

  /** A closed diagram that is opened again was not come to from anywhere. */
  forget(target: DiagramTarget): void {
    this.ways.delete(targetKey(target));
  }

  /** The diagrams of another engine are no way back. */
  clear(): void {
    this.ways.clear();
  }

  private way(target: DiagramTarget): readonly DiagramTarget[] {
    return this.ways.get(targetKey(target)) ?? [];
  }
}
