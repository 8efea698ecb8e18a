import { make } from './dom';

/** Words for screen readers alone. */
export interface Live {
  readonly element: HTMLElement;
  say(words: string): void;
}

export function makeLive(): Live {
  const element = make('div', 'unseen');
  element.setAttribute('aria-live', 'polite');
  element.setAttribute('role', 'log');
  element.setAttribute('aria-label', 'Changes');
  return {
    element,
    say: (words) => {
      if (words !== '') {
        // The same words said again are only heard as a new line.
        element.replaceChildren(make('p', '', words));
      }
    },
  };
}
