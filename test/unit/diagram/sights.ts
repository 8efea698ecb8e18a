import * as fc from 'fast-check';
import {
  layoutTarget,
  type Box,
  type DiagramTarget,
  type LayoutOptions,
  type Scene,
  type Subject,
} from '../../../src/diagram';
import { buildTopology, type Snapshot, type Topology } from '../../../src/model';
import { allFolds } from './geometry';
import { snapshots } from './random';

/** PROPERTY_SEED=… repeats a run; a failure names its seed and its path. */
const seed = process.env.PROPERTY_SEED;

/** PROPERTY_RUNS=20 looks at twenty times as many engines: as few as are quick are the rule. */
const times = Number(process.env.PROPERTY_RUNS ?? 1);

/** More of a counterexample than this is no help: the seed makes it again. */
const MOST_CHARACTERS = 4000;

/** Parameters of a property that looks at that many engines. */
export function runs<T>(numRuns: number): fc.Parameters<T> {
  return {
    numRuns: numRuns * times,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    reporter: (details) => {
      if (details.failed) {
        const cause = details.errorInstance;
        const words = cause instanceof Error ? cause.message : String(cause);
        const whole = fc.defaultReportMessage(details) ?? '';
        throw new Error(
          `${words.slice(0, MOST_CHARACTERS)}\nPROPERTY_SEED=${details.seed}\n${whole.slice(0, MOST_CHARACTERS)}`,
          {
            cause,
          },
        );
      }
    },
  };
}

/** A random engine, and how somebody looks at it. */
export interface Sight {
  readonly snapshot: Snapshot;
  readonly topology: Topology;
  readonly targets: readonly DiagramTarget[];
  readonly options: LayoutOptions;
}

export const sights: fc.Arbitrary<Sight> = snapshots.chain((snapshot) => {
  const topology = buildTopology(snapshot);
  const options = fc.record({
    hideEmpty: fc.boolean(),
    hideDefault: fc.boolean(),
    hideStopped: fc.boolean(),
    unfolded: fc.oneof(
      fc.constant([] as string[]),
      fc.constant(allFolds(topology)),
      fc.subarray(allFolds(topology)),
    ),
  });
  return options.map((chosen) => ({
    snapshot,
    topology,
    targets: targetsOf(topology),
    options: chosen,
  }));
});

function targetsOf({ networks }: Topology): readonly DiagramTarget[] {
  return [{ kind: 'topology' }, ...networks.map(({ id }) => ({ kind: 'network', id }) as const)];
}

export function scenesOf({ topology, targets, options }: Sight): readonly Scene[] {
  return targets.map((target) => layoutTarget(topology, target, options));
}

export function subjectOf(id: string): Subject {
  return { kind: 'container', id };
}

export function ancestors(scene: Scene, box: Box): ReadonlySet<string> {
  const byId = new Map(scene.boxes.map((one) => [one.id, one]));
  const found = new Set<string>();
  for (let id = box.parent; id !== undefined; id = byId.get(id)?.parent) {
    found.add(id);
  }
  return found;
}
