import { drawBox, drawGround, drawWire, subjectKey, type Box, type SvgNode, type Wire } from '../../diagram';
import type { Mark } from '../picture';
import { thinOut } from './levels';
import type { TreePlace } from './tree';

/** What stands out, and the one box that is the tree's active item. */
export interface Marks {
  readonly sets: Readonly<Record<Mark, ReadonlySet<string>>>;
  /** Boxes and wires that have just come. */
  readonly fresh: ReadonlySet<string>;
  readonly active: string | undefined;
}

export const noMarks: Marks = {
  sets: {
    selected: new Set(),
    around: new Set(),
    near: new Set(),
    lit: new Set(),
    found: new Set(),
    pointed: new Set(),
  },
  fresh: new Set(),
  active: undefined,
};

const markNames: readonly Mark[] = ['selected', 'around', 'near', 'lit', 'found', 'pointed'];

/** Classes to add to an element's own, each behind a blank. */
export function markClasses({ sets, fresh, active }: Marks, id: string): string {
  let names = '';
  for (const name of markNames) {
    if (sets[name].has(id)) {
      names += ` ${name}`;
    }
  }
  return names + (fresh.has(id) ? ' fresh' : '') + (active === id ? ' active' : '');
}

/** Ids of boxes and wires whose classes differ. */
export function changedIds(before: Marks, after: Marks): Set<string> {
  const ids = new Set<string>();
  const sets = markNames.map((name) => [before.sets[name], after.sets[name]] as const);
  for (const [old, now] of [...sets, [before.fresh, after.fresh] as const]) {
    if (old !== now) {
      old.forEach((id) => !now.has(id) && ids.add(id));
      now.forEach((id) => !old.has(id) && ids.add(id));
    }
  }
  if (before.active !== after.active) {
    [before.active, after.active].forEach((id) => id !== undefined && ids.add(id));
  }
  return ids;
}

/** What a box's element tells besides its drawing. */
export interface BoxDress {
  readonly look: string;
  readonly marks: Marks;
  readonly place: TreePlace | undefined;
  /** Words for the context menu. */
  readonly menu: string | undefined;
  readonly elementId: string;
}

/** A box as an item of the tree, drawn as far as a look shows it. */
export function dressBox(box: Box, dress: BoxDress): SvgNode {
  const drawn = thinOut(drawBox(box), box, dress.look);
  const { place } = dress;
  const role = place
    ? {
        role: 'treeitem',
        id: dress.elementId,
        // The drawing's title is the name. Only a box that is drawn without one, and so without words, needs a label.
        ...(drawn.children.some(({ tag }) => tag === 'title') ? {} : { 'aria-label': box.label }),
        'aria-level': `${place.level}`,
        'aria-posinset': `${place.position}`,
        'aria-setsize': `${place.size}`,
        'aria-selected': `${dress.marks.sets.selected.has(box.id)}`,
        ...(box.expanded === undefined ? {} : { 'aria-expanded': `${box.expanded}` }),
        ...menuAttribute(box, dress.menu),
      }
    : { 'aria-hidden': 'true' };
  return withMarks(drawn, markClasses(dress.marks, box.id), role);
}

export function dressGround(box: Box, { marks, menu }: Pick<BoxDress, 'marks' | 'menu'>): SvgNode {
  return withMarks(drawGround(box), markClasses(marks, box.id), {
    'aria-hidden': 'true',
    ...menuAttribute(box, menu),
  });
}

export function dressWire(wire: Wire, marks: Marks): SvgNode {
  return withMarks(drawWire(wire), markClasses(marks, wire.id), { 'aria-hidden': 'true' });
}

function withMarks(drawn: SvgNode, marks: string, more: SvgNode['attributes']): SvgNode {
  const attributes = { ...drawn.attributes, class: `${drawn.attributes.class ?? ''}${marks}`, ...more };
  return { ...drawn, attributes };
}

function menuAttribute(box: Box, words: string | undefined): SvgNode['attributes'] {
  const context = menuContext(box, words);
  return context === undefined ? {} : { 'data-vscode-context': context };
}

/** What VS Code's own context menu asks for over a box, as JSON. */
export function menuContext({ subject }: Box, words: string | undefined): string | undefined {
  if (!subject || words === undefined) {
    return undefined;
  }
  return JSON.stringify({
    webviewSection: 'item',
    preventDefaultContextMenuItems: true,
    portolanItem: words,
    portolanKind: subject.kind,
    portolanId: subject.kind === 'host' ? 'host' : subject.id,
  });
}

export function menuOf(box: Box, menus: Readonly<Record<string, string>>): string | undefined {
  const key = box.subject && subjectKey(box.subject);
  return key !== undefined && Object.hasOwn(menus, key) ? menus[key] : undefined;
}
