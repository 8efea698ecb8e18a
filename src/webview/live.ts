import { make } from './dom';

/** Words for screen readers alone. */
export interface Live {
  readonly element: HTMLElement;
  say(words: string): void;
}

/** In a storm of changes a reader could not follow more: the last words of each second are said. */
const pauseMs = 1000;

export function makeLive(): Live {
  const element = make('div', 'unseen');
  element.setAttribute('aria-live', 'polite');
  element.setAttribute('role', 'log');
  element.setAttribute('aria-label', 'Changes');
  return {
    element,
    // The same words said again are only heard as a new line.
    say: paced((words) => element.replaceChildren(make('p', '', words)), pauseMs),
  };
}

/** Says the first words at once, and then no more than the last ones of each pause. Empty words are nothing to say. */
export function paced(say: (words: string) => void, pause: number): (words: string) => void {
  let waiting = '';
  let resting = false;
  const rest = (): void => {
    resting = waiting !== '';
    if (resting) {
      const words = waiting;
      waiting = '';
      say(words);
      setTimeout(rest, pause);
    }
  };
  return (words) => {
    waiting = words === '' ? waiting : words;
    if (!resting) {
      rest();
    }
  };
}
