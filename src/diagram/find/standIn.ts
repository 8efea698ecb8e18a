import type { Container, Topology } from '../../model';
import { foldIdsOf, foldScopeOf } from '../folds';
import { layoutTarget } from '../layout';
import { networkIdsOf } from '../network/members';
import { bindTitle, foldedKey, portsFoldId } from '../network/ports';
import { portFoldIdsOf } from '../portFolds';
import type { DiagramTarget, LayoutOptions } from '../options';
import type { Box, Scene, Subject } from '../scene';
import { subjectKey } from '../scene';
import { sandboxOwner } from '../sharers';
import { hideStopped } from '../topology/hidden';

/**
 * The box that stands for an object in a scene: its own, or the innermost closed fold that hides it; undefined where it is
 * not drawn. The options are those that the scene was laid out with.
 */
export function standInFor(
  topology: Topology,
  scene: Scene,
  subject: Subject,
  options: Pick<LayoutOptions, 'hideStopped'> = {},
): Box | undefined {
  const key = subjectKey(subject);
  const own = scene.boxes.find((box) => box.subject !== undefined && subjectKey(box.subject) === key);
  if (own || (options.hideStopped === true && isLeftOut(topology, subject))) {
    return own;
  }
  if (scene.kind === 'network' && subject.kind === 'port') {
    return foldedRow(topology, scene, subject.id);
  }
  const candidates = hidingFolds(topology, scene, subject);
  return candidates.length === 0 ? undefined : firstClosed(scene, candidates);
}

function isLeftOut(topology: Topology, subject: Subject): boolean {
  const kept = hideStopped(topology, true).topology;
  const port = subject.kind === 'port' ? topology.ports.find(({ id }) => id === subject.id) : undefined;
  const id = subject.kind === 'container' ? subject.id : port?.containerId;
  return id !== undefined && !kept.containerById.has(id);
}

/** In a network's diagram a fold has a row for each binding of its ports: of one container, or of folded containers. */
function foldedRow(topology: Topology, scene: Scene, portId: string): Box | undefined {
  const port = topology.ports.find(({ id }) => id === portId);
  const container = port && topology.containerById.get(port.containerId);
  if (!container) {
    return undefined;
  }
  const title = bindTitle(port);
  const own = networkIdsOf(container, topology).map((id) => portsFoldId({ id }, container.id));
  const ids = [...own, ...foldsAround(topology, scene, container)].map(
    (id) => `port:${foldedKey(id, title)}`,
  );
  const rows = scene.boxes.filter(({ id, expanded }) => expanded !== true && ids.includes(id));
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0];
}

function firstClosed({ boxes }: Scene, candidates: readonly string[]): Box | undefined {
  const folds = new Map<string, Box>();
  for (const box of boxes) {
    if (box.subject?.kind === 'fold' && box.expanded !== true) {
      folds.set(box.subject.id, box);
    }
  }
  return candidates.map((id) => folds.get(id)).find((box) => box !== undefined);
}

/** Ids of the folds that may hide an object, the innermost first. */
function hidingFolds(topology: Topology, scene: Scene, subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'container':
      return foldsAround(topology, scene, topology.containerById.get(subject.id));
    case 'port': {
      const port = topology.ports.find(({ id }) => id === subject.id);
      return port ? [...portFoldIdsOf(topology, port)].reverse() : [];
    }
    case 'network':
    case 'host':
    case 'service':
    case 'node':
    case 'fold':
      return [];
  }
}

/** A container that shares the network of another is folded with its owner. */
function foldsAround(topology: Topology, scene: Scene, container: Container | undefined): readonly string[] {
  if (!container) {
    return [];
  }
  const place = sandboxOwner(container, topology);
  const scopes = scene.kind === 'topology' ? [foldScopeOf(topology, place)] : networkIdsOf(place, topology);
  return scopes.flatMap((scope) => [...foldIdsOf(scope, place)].reverse());
}

type Hiding = 'hideEmpty' | 'hideDefault' | 'hideStopped';

const hidings: readonly Hiding[] = ['hideStopped', 'hideEmpty', 'hideDefault'];

/** More than there are folds around anything: a project, a service, and the pages of each. */
const deepest = 24;

/** The choices under which an object has a box of its own: its folds opened, what hides it shown again. */
export function optionsToShow<O extends LayoutOptions>(
  topology: Topology,
  target: DiagramTarget,
  options: O,
  subject: Subject,
): O {
  for (const shown of unhidden(options)) {
    const opened = openFolds(topology, target, shown, subject);
    if (opened) {
      return opened;
    }
  }
  return options;
}

/** The choices themselves, then with ever more of what hides things taken back. */
function unhidden<O extends LayoutOptions>(options: O): O[] {
  const set = hidings.filter((name) => options[name] === true);
  const sets = Array.from({ length: 2 ** set.length }, (_, bits) =>
    set.filter((_name, index) => (bits >> index) & 1),
  );
  return sets
    .sort((a, b) => a.length - b.length)
    .map((names) =>
      names.length === 0
        ? options
        : { ...options, ...Object.fromEntries(names.map((name) => [name, false])) },
    );
}

/** The choices with the folds open that an object is in; undefined where it is not drawn even so. */
function openFolds<O extends LayoutOptions>(
  topology: Topology,
  target: DiagramTarget,
  options: O,
  subject: Subject,
): O | undefined {
  let opened = options;
  for (let depth = 0; depth < deepest; depth++) {
    const box = standInFor(topology, layoutTarget(topology, target, opened), subject, opened);
    const fold = box?.subject;
    if (fold === undefined || subjectKey(fold) === subjectKey(subject)) {
      return fold && opened;
    }
    if (fold.kind !== 'fold') {
      return opened;
    }
    opened = { ...opened, unfolded: [...(opened.unfolded ?? []), fold.id] };
  }
  return opened;
}
