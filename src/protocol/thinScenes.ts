import { sameData } from '../model';
import type { SceneChangeMessage, SceneMessage, ToPage, ToWebview } from '../protocol';
import { applyScene, keptPart, sceneChange } from './sceneChange';

/**
 * Between panel and page: a scene that follows another goes as what changed. A page that does not have the scene before, for
 * whatever reason, asks for the whole one with `again`.
 */

/** A change that leaves less than this part as it is goes as a whole scene. */
const leastKept = 0.5;

/** The panel's side. */
export interface ThinScenes {
  /** The message as it is sent. */
  thin(message: ToWebview): ToPage;
  /** The page knows nothing, or not what it should. */
  forget(): void;
}

/** Of one page: what it was sent last is kept here. */
export function makeThinScenes(): ThinScenes {
  let last: SceneMessage | undefined;
  let number = 0;
  return {
    thin: (message) => {
      if (message.type !== 'scene') {
        return message;
      }
      const before = last;
      last = message;
      number += 1;
      const change =
        before && isSamePicture(before, message) ? changeMessage(before, message, number) : undefined;
      return change ?? { ...message, number };
    },
    forget: () => {
      last = undefined;
    },
  };
}

function isSamePicture(before: SceneMessage, after: SceneMessage): boolean {
  return before.engine === after.engine && sameData(before.target, after.target);
}

function changeMessage(
  before: SceneMessage,
  { scene, menus, ...around }: SceneMessage,
  number: number,
): SceneChangeMessage | undefined {
  const change = sceneChange(before.scene, scene);
  if (keptPart(change) < leastKept) {
    return undefined;
  }
  const other = Object.entries(menus).filter(([key, words]) => before.menus[key] !== words);
  const gone = Object.keys(before.menus).filter((key) => !Object.hasOwn(menus, key));
  return { ...around, type: 'sceneChange', number, change, menus: { other, gone } };
}

/** The page's side: the message as the page takes it, undefined for a change of a scene that is not there. */
export function makeWholeScenes(): (message: ToPage) => ToWebview | undefined {
  let last: SceneMessage | undefined;
  return (message) => {
    if (message.type === 'sceneChange') {
      last = last?.number === message.number - 1 ? wholeMessage(last, message) : undefined;
      return last;
    }
    last = message.type === 'scene' ? message : last;
    return message;
  };
}

function wholeMessage(last: SceneMessage, { change, menus, ...around }: SceneChangeMessage): SceneMessage {
  const all = new Map([...Object.entries(last.menus), ...menus.other]);
  menus.gone.forEach((key) => all.delete(key));
  return { ...around, type: 'scene', scene: applyScene(last.scene, change), menus: Object.fromEntries(all) };
}
