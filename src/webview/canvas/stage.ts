import { drawCaptions, hasGround, type Rect } from '../../diagram';
import { sameData } from '../../model';
import { createSvg, setAttribute } from '../dom';
import { mount, patch, type Drawn } from '../svgDom';
import { changedIds, dressBox, dressGround, dressWire, markClasses, menuOf, type Marks } from './dress';
import { keepOnly, makeElementIds } from './elementIds';
import { cuts } from './grid';
import { makeLayer, type Layer } from './layer';
import { farScale, levelOf } from './levels';
import { planAt, type Model } from './model';

const layerNames = ['grounds', 'wires', 'tiles', 'boxes'] as const;
type LayerName = (typeof layerNames)[number];

interface Job {
  readonly layer: LayerName;
  readonly key: string;
}

/** What a stage shows: a scene, its marks and menus, and how much of it. */
export interface Shown {
  readonly model: Model;
  readonly menus: Readonly<Record<string, string>>;
  readonly marks: Marks;
  readonly look: string;
}

/**
 * The elements of a picture. `aim` says what should have elements; `work` brings them there in slices, so that no frame
 * waits long. What is there and has not changed is not touched.
 */
export class Stage {
  readonly svg = createSvg('svg');
  private readonly layers: Readonly<Record<LayerName, Layer<SVGElement>>>;
  private readonly captions: Drawn<SVGElement>;
  private readonly elementIds = makeElementIds();
  private readonly looks = new Map<string, string>();
  private shown: Shown | undefined;
  private wanted = new Map<string, Job>();
  private puts: Job[] = [];
  private drops: Job[] = [];

  constructor() {
    this.svg.setAttribute('role', 'none');
    const scene = createSvg('g');
    scene.setAttribute('class', 'scene');
    scene.setAttribute('role', 'none');
    const group = (name: LayerName): Layer<SVGElement> => makeLayer(addGroup(scene, name), createSvg);
    this.layers = {
      grounds: group('grounds'),
      wires: group('wires'),
      tiles: group('tiles'),
      boxes: group('boxes'),
    };
    this.captions = mount(
      { tag: 'g', key: 'captions', attributes: { class: 'captions' }, children: [] },
      createSvg,
    );
    this.captions.element.setAttribute('aria-hidden', 'true');
    scene.append(this.captions.element);
    this.svg.append(scene);
  }

  /** Takes a new scene: what has elements is brought up to date at once, the rest comes with `aim` and `work`. */
  update(shown: Shown): void {
    const before = this.shown;
    this.shown = shown;
    const { scene } = shown.model;
    setAttribute(this.svg, 'width', `${scene.width}`);
    setAttribute(this.svg, 'height', `${scene.height}`);
    const children = drawCaptions(scene);
    patch(this.captions, { ...this.captions.node, children }, createSvg);
    for (const name of layerNames) {
      this.layers[name].renumber((key) => this.numberOf(name, key));
    }
    const isThere = (key: string): boolean => this.layers.boxes.has(key);
    keepOnly(this.looks, isThere);
    this.elementIds.keepOnly((key) => this.numberOf('boxes', key) !== undefined);
    for (const job of this.standing()) {
      if (!before || this.isChanged(job, before, shown)) {
        this.put(job);
      }
    }
  }

  /** Gives marks to all that has elements; only what gains or loses one is touched. */
  mark(marks: Marks): void {
    if (!this.shown) {
      return;
    }
    const before = this.shown.marks;
    this.shown = { ...this.shown, marks };
    const { model, look } = this.shown;
    const changed = changedIds(before, marks);
    const stale = new Set<string>();
    const tiled = this.layers.tiles.keys().next().done !== true;
    for (const id of changed) {
      for (const key of tiled ? model.tiles.keysOf(id, look) : []) {
        if (this.layers.tiles.has(key)) {
          stale.add(key);
        }
      }
      for (const layer of layerNames) {
        if (this.layers[layer].has(id)) {
          this.put({ layer, key: id });
        }
      }
    }
    stale.forEach((key) => this.put({ layer: 'tiles', key }));
  }

  /** Wants elements for all in a rectangle, those in `first` before the others. */
  aim(look: string, first: Rect, rect: Rect): void {
    if (!this.shown) {
      return;
    }
    this.shown = { ...this.shown, look };
    this.svg.style.setProperty('--far', `${farScale(look)}`);
    setAttribute(this.svg, 'data-level', levelOf(look));
    this.wanted = new Map();
    this.want(rect, first);
    const { active } = this.shown.marks;
    if (active !== undefined && this.shown.model.boxNumber.has(active)) {
      this.wantJob('boxes', active);
    }
    this.puts = [...this.wanted.values()].filter((job) => this.isMissing(job)).reverse();
    this.drops = this.standing().filter((job) => !this.wanted.has(jobName(job)));
  }

  /** Works until the time is over; false when nothing is left to do. What is out of sight goes only when asked to. */
  work(until: number, dropping: boolean): boolean {
    for (let job = this.puts.pop(); job; job = this.puts.pop()) {
      this.put(job);
      if (performance.now() > until) {
        return true;
      }
    }
    for (let job = dropping ? this.drops.pop() : undefined; job; job = this.drops.pop()) {
      this.drop(job);
      if (performance.now() > until) {
        return true;
      }
    }
    return dropping ? this.drops.length > 0 : false;
  }

  /** Draws a box now, even out of sight. */
  ensure(id: string): Element | undefined {
    if (this.shown?.model.boxNumber.has(id) === true && !this.layers.boxes.has(id)) {
      this.put({ layer: 'boxes', key: id });
    }
    return this.layers.boxes.find(id);
  }

  private want(rect: Rect, first: Rect): void {
    if (!this.shown) {
      return;
    }
    const { model, look } = this.shown;
    const { scene } = model;
    const plan = planAt(model, rect, look);
    const boxes = plan.boxes.flatMap((number) => scene.boxes[number] ?? []);
    for (const box of [...boxes.filter((one) => cuts(one, first)), ...boxes]) {
      if (hasGround(box)) {
        this.wantJob('grounds', box.id);
      }
      this.wantJob('boxes', box.id);
    }
    plan.wires.forEach((number) => this.wantJob('wires', scene.wires[number]?.id ?? ''));
    plan.tiles.forEach((key) => this.wantJob('tiles', key));
  }

  private wantJob(layer: LayerName, key: string): void {
    const job = { layer, key };
    this.wanted.set(jobName(job), job);
  }

  private standing(): Job[] {
    return layerNames.flatMap((layer) => [...this.layers[layer].keys()].map((key) => ({ layer, key })));
  }

  private isMissing(job: Job): boolean {
    const { layer, key } = job;
    return !this.layers[layer].has(key) || (layer === 'boxes' && this.looks.get(key) !== this.shown?.look);
  }

  private isChanged({ layer, key }: Job, before: Shown, now: Shown): boolean {
    if (layer === 'tiles') {
      return true;
    }
    if (layer === 'wires') {
      return !sameData(wireIn(before, key), wireIn(now, key));
    }
    const box = boxIn(now, key);
    return (
      !sameData(boxIn(before, key), box) ||
      (box !== undefined && menuOf(box, before.menus) !== menuOf(box, now.menus)) ||
      !sameData(before.model.places.get(key), now.model.places.get(key)) ||
      markClasses(before.marks, key) !== markClasses(now.marks, key)
    );
  }

  private numberOf(layer: LayerName, key: string): number | undefined {
    const model = this.shown?.model;
    switch (layer) {
      case 'tiles':
        return model?.tiles.numberOf(key);
      case 'wires':
        return model?.wireNumber.get(key);
      case 'grounds':
      case 'boxes':
        return model?.boxNumber.get(key);
    }
  }

  private put(job: Job): void {
    const { layer, key } = job;
    const number = this.numberOf(layer, key);
    const node = this.shown && this.draw(job, this.shown);
    if (number !== undefined && node) {
      this.layers[layer].put(key, number, node);
    }
  }

  private drop({ layer, key }: Job): void {
    this.layers[layer].drop(key);
    if (layer === 'boxes') {
      this.looks.delete(key);
    }
  }

  private draw({ layer, key }: Job, shown: Shown) {
    const { model, menus, marks, look } = shown;
    if (layer === 'tiles') {
      return model.tiles.draw(key, (id) => markClasses(marks, id));
    }
    if (layer === 'wires') {
      const wire = wireIn(shown, key);
      return wire && dressWire(wire, marks);
    }
    const box = boxIn(shown, key);
    if (!box) {
      return undefined;
    }
    const menu = menuOf(box, menus);
    if (layer === 'grounds') {
      return dressGround(box, { marks, menu });
    }
    this.looks.set(key, look);
    return dressBox(box, {
      look,
      marks,
      menu,
      place: model.places.get(key),
      elementId: this.elementIds.of(key),
    });
  }
}

function jobName({ layer, key }: Job): string {
  return `${layer} ${key}`;
}

function boxIn({ model }: Shown, id: string) {
  return model.scene.boxes[model.boxNumber.get(id) ?? -1];
}

function wireIn({ model }: Shown, id: string) {
  return model.scene.wires[model.wireNumber.get(id) ?? -1];
}

function addGroup(parent: SVGElement, name: string): SVGElement {
  const group = createSvg('g');
  group.setAttribute('class', name);
  group.setAttribute('role', 'none');
  parent.append(group);
  return group;
}
