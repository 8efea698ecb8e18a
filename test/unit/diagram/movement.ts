import { subjectKey, type Box, type DiagramTarget, type Scene } from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import { ancestors } from './sights';

export function isOf({ subject }: Box, id: string): boolean {
  return subject !== undefined && subjectKey(subject) === `container:${id}`;
}

/** Whether a box keeps its place: not a row at the edge, nor what belongs to a container that comes later. */
export function keepsPlace({ kind, boxes }: Scene, own: number): (box: Box) => boolean {
  const before = boxes.slice(0, own).filter((box) => box.kind === 'container');
  const owners = before.flatMap(({ subject }) => (subject?.kind === 'container' ? [subject.id] : []));
  return ({ id }) => {
    const [, what, of = ''] = /^(port|mesh|parent|nat|veth|fold|group):(.*)$/s.exec(id) ?? [];
    if (kind === 'topology') {
      return !['port', 'mesh', 'parent'].includes(what ?? '') && !of.startsWith('ports/');
    }
    const belongs = what === 'port' || what === 'nat' || what === 'veth';
    return !belongs || owners.some((owner) => of === owner || of.startsWith(`${owner}:`));
  };
}

/** Where a network's own drawing had the network's lower edge, and how far that moved. */
export function lowerEdge(
  full: Scene,
  less: Scene,
): { readonly at: number; readonly way: string } | undefined {
  const [now, before] = [full, less].map(({ boxes }) => {
    const stage = boxes.find(({ id }) => id === 'stage:bridge');
    return stage && stage.y + stage.h;
  });
  return now === undefined || before === undefined ? undefined : { at: before, way: `0 ${now - before}` };
}

/** Whether a drawing with one more container folds others that stood for themselves. */
export function foldsOthers(full: Scene, less: Scene): boolean {
  const foldsOf = ({ boxes }: Scene): string =>
    boxes.flatMap(({ subject }) => (subject?.kind === 'fold' ? [subject.id] : [])).join();
  const ids = new Set(full.boxes.map(({ id }) => id));
  return less.boxes.some(({ id }) => !ids.has(id)) || foldsOf(full) !== foldsOf(less);
}

/** How many rows the host's edge has: published ports, folds of them and parents of networks. */
export function edgeRows({ boxes }: Scene): number {
  return boxes.filter(({ id, parent }) => parent === 'edge' && /^(port|mesh|parent|fold|group):/.test(id))
    .length;
}

export interface BlockOf {
  /** Ids of the networks that the container is on. */
  readonly joined: readonly string[];
  /** Where the first box of its block stands; -1 where it is in none. */
  readonly start: number;
}

export const noBlock: BlockOf = { joined: [], start: -1 };

/** The networks that stand in one block with those of a container: what joins them are containers and compose projects. */
export function blockOf(topology: Topology, { boxes }: Scene, card: Box | undefined, id: string): BlockOf {
  const { containerById, containers, networks } = topology;
  const joined = (containerById.get(id)?.endpoints ?? []).map(({ networkId }) => networkId);
  const all = new Set(joined);
  const projects = new Map(networks.map((one) => [one.id, one.composeProject]));
  for (let before = -1; before !== all.size;) {
    before = all.size;
    const own = new Set(
      [...all].map((one) => projects.get(one)).filter((one) => one !== undefined && one !== ''),
    );
    networks.filter(({ composeProject }) => own.has(composeProject ?? '')).forEach((one) => all.add(one.id));
    containers
      .map(({ endpoints }) => endpoints.map(({ networkId }) => networkId))
      .filter((ids) => ids.some((one) => all.has(one)))
      .forEach((ids) => ids.forEach((one) => all.add(one)));
  }
  const frames = new Set([...all].flatMap((one) => [`network:${one}`, `project:${projects.get(one)}`]));
  const loose = card?.parent === 'unattached' || (card?.parent ?? '').startsWith('group:unattached/');
  const isFrame = (box: Box): boolean => frames.has(box.id) || (loose && box.id === 'unattached');
  return {
    joined,
    start: card === undefined ? -1 : boxes.findIndex((box) => box.kind !== 'section' && isFrame(box)),
  };
}

/** Whether the block is what it is by the container alone. */
export function isNewBlock({ networkById }: Topology, { joined }: BlockOf): boolean {
  return joined.length > 1 || joined.some((one) => networkById.get(one)?.endpoints.length === 0);
}

/** Whether the networks of a compose project stand beside each other, not on top of each other. */
export function standsInRow({ boxes }: Scene, frame: string | undefined): boolean {
  const tops = boxes.filter(({ kind, parent }) => kind === 'region' && parent === frame).map(({ y }) => y);
  return tops.every((y) => y === tops[0]);
}

/** How far a box moves from where it was; undefined where it was not. */
export function wayOf(box: Box | undefined, before: ReadonlyMap<string, Box>): string | undefined {
  const there = before.get(box?.id ?? '');
  return box && there && `${box.x - there.x} ${box.y - there.y}`;
}

/** The network whose containers are folded otherwise with the new container, if they are. */
export function newFolds(full: Scene, less: Scene, card: Box | undefined): string | undefined {
  const region = card && [...ancestors(full, card)].find((id) => /^(network:|unattached)/.test(id));
  const foldsOf = (scene: Scene): readonly string[] =>
    scene.boxes
      .filter((box) => box.subject?.kind === 'fold' && ancestors(scene, box).has(region ?? ''))
      .map(({ id }) => id);
  return region !== undefined && foldsOf(full).join() !== foldsOf(less).join() ? region : undefined;
}

export function targetText(target: DiagramTarget): string {
  return target.kind === 'topology' ? 'the topology' : `network ${target.id}`;
}
