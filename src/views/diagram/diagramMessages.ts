import {
  layoutTarget,
  standInFor,
  subjectKey,
  tabulate,
  type DiagramTarget,
  type Scene,
  type Subject,
} from '../../diagram';
import type { EngineState } from '../../engine/state';
import { sameData, type Topology } from '../../model';
import {
  layoutOptions,
  type DiagramOptions,
  type NoticeMessage,
  type PointMessage,
  type SceneMessage,
  type TablesMessage,
} from '../../protocol';
import { nextStep } from '../engine/problemWords';
import { headlineOf, sayAboveTree, shownTopology } from '../engine/state';
import { menuWords } from '../rows/subjectNodes';
import { rowOfSubject } from './diagramActions';

/** All that a panel's picture depends on. */
export interface PictureInput {
  readonly topology: Topology;
  readonly target: DiagramTarget;
  readonly options: DiagramOptions;
  /** Real names of veth pairs that were asked for. */
  readonly veths: Readonly<Record<string, string>>;
}

/** What stands around a picture, and is cheap to tell anew. */
export interface AroundPicture {
  readonly engine?: string;
  readonly old: string | undefined;
  readonly note?: string | undefined;
  readonly back: string | undefined;
}

/** A picture that was laid out, with what it was made of: the same input needs no other. */
export interface LaidOut extends PictureInput {
  readonly scene: Scene;
}

/** Lays out, unless the last picture was made of the very same. A network that is gone has no picture. */
export function layOut(input: PictureInput, last: LaidOut | undefined): LaidOut | undefined {
  const { topology, target, options, veths } = input;
  if (target.kind === 'network' && !topology.networkById.has(target.id)) {
    return undefined;
  }
  const same =
    last?.topology === topology &&
    sameData(last.options, options) &&
    sameData(last.veths, veths) &&
    sameData(last.target, target);
  const scene = (): Scene => layoutTarget(topology, target, { ...layoutOptions(options), veths });
  return same ? { ...input, scene: last.scene } : { ...input, scene: scene() };
}

/** The picture, or the same facts as tables. */
export function pictureMessage(
  { topology, target, options, scene }: LaidOut,
  shownAround: AroundPicture,
): SceneMessage | TablesMessage {
  const around = { target, options, ...shownAround };
  if (options.shows === 'tables') {
    const tables = tabulate(topology, target, layoutOptions(options));
    return { type: 'tables', ...around, title: scene.title, subtitle: scene.subtitle, tables };
  }
  return { type: 'scene', ...around, scene, menus: menusOf(topology, target, scene) };
}

/** What the context menu of each box asks for. */
function menusOf(topology: Topology, target: DiagramTarget, scene: Scene): SceneMessage['menus'] {
  const menus = new Map<string, string>();
  for (const { subject } of scene.boxes) {
    const row = subject && !menus.has(subjectKey(subject)) && rowOfSubject(topology, target, subject);
    if (row) {
      menus.set(subjectKey(subject), menuWords(row.words, row.networkId));
    }
  }
  return Object.fromEntries(menus);
}

/** The words where there is no picture, and what to do about it. `platform` is the extension's own. */
export function noticeMessage(
  state: EngineState,
  target: DiagramTarget,
  platform: NodeJS.Platform = process.platform,
): NoticeMessage {
  const notice = (title: string, detail: string, offers: NoticeMessage['offers']): NoticeMessage => ({
    type: 'notice',
    target,
    title,
    detail,
    offers,
  });
  if (shownTopology(state) !== undefined) {
    const detail = 'It was removed, or it belongs to another engine.';
    return notice('This network is gone', detail, ['topology', 'refresh']);
  }
  if (state.kind === 'unavailable') {
    const { reason, detail } = state.problem;
    return notice(headlineOf(state.problem), `${detail}\n${nextStep(reason, platform)}`, ['refresh']);
  }
  return notice('Connecting to Docker…', state.endpoint.url, []);
}

/** Why a picture may be no longer true; undefined while it is live. */
export function oldWords(state: EngineState): string | undefined {
  return state.kind === 'unavailable' && state.last ? sayAboveTree(state) : undefined;
}

/** What is to be known of the engine behind a picture: that the sample engine is none. */
export function noteWords(state: EngineState): string | undefined {
  return state.kind === 'ready' ? sayAboveTree(state) : undefined;
}

/** What a panel's tab says; a network that is gone keeps the name it had. */
export function panelTitle(target: DiagramTarget, topology: Topology | undefined, last: string): string {
  if (target.kind === 'topology') {
    return 'Docker Topology';
  }
  const name = topology?.networkById.get(target.id)?.name;
  return name === undefined ? last || 'Network' : `Network: ${name}`;
}

/** What Back is called: the name of the diagram that it leads to. */
export function backName(
  target: DiagramTarget | undefined,
  topology: Topology | undefined,
): string | undefined {
  return target && (target.kind === 'topology' ? 'Docker topology' : nameOf(target.id, topology));
}

function nameOf(networkId: string, topology: Topology | undefined): string {
  return topology?.networkById.get(networkId)?.name ?? 'a network that is gone';
}

/** Where the object that is selected in the sidebar stands in a picture. */
export function pointMessage(laidOut: LaidOut, subject: Subject | undefined): PointMessage {
  return { type: 'point', subject, boxId: subject && boxOf(laidOut, subject) };
}

/** The box that stands for an object in a picture, if one does. */
export function boxOf({ topology, scene, options }: LaidOut, subject: Subject): string | undefined {
  return standInFor(topology, scene, subject, layoutOptions(options))?.id;
}
