import type { Trace } from '../diagram';
import { make, makeLink } from './dom';

export interface WayActions {
  readonly light: (step: number | undefined) => void;
  readonly showStep: (step: number) => void;
}

/** The way of a packet in numbered words: pointing at a step lights it alone in the picture, pressing it goes there. */
export function makeWay({ title, steps }: Trace, { light, showStep }: WayActions): HTMLElement {
  const section = make('section', 'way');
  const list = make('ol', '');
  steps.forEach(({ text, derived }, at) => {
    const line = make('li', '');
    const button = makeLink('step', text, () => showStep(at));
    if (derived) {
      button.append(' ', make('span', 'mark', 'derived'));
    }
    line.addEventListener('pointerenter', () => light(at));
    button.addEventListener('focus', () => light(at));
    button.addEventListener('blur', () => light(undefined));
    line.append(button);
    list.append(line);
  });
  list.addEventListener('pointerleave', () => light(undefined));
  section.append(make('h3', '', title), list);
  return section;
}
