import type { DiagramTarget, NoticeMessage } from '../protocol';
import { makeButton } from './controls';
import { make } from './dom';

export interface NoticeActions {
  readonly open: (target: DiagramTarget) => void;
  readonly refresh: () => void;
}

/** Words instead of a picture; a picture that was there stays below. */
export function makeNotice(actions: NoticeActions): {
  readonly element: HTMLElement;
  show(notice: NoticeMessage | undefined): void;
} {
  const element = make('div', 'notice');
  element.setAttribute('role', 'status');
  element.hidden = true;
  return {
    element,
    show: (notice) => {
      element.hidden = notice === undefined;
      element.replaceChildren(...(notice ? content(notice, actions) : []));
    },
  };
}

function content({ title, detail, offers }: NoticeMessage, { open, refresh }: NoticeActions): HTMLElement[] {
  const row = make('div', 'notice-actions');
  row.append(
    ...offers.map((offer) =>
      offer === 'topology'
        ? makeButton('Show topology', () => open({ kind: 'topology' }))
        : makeButton('Try again', refresh),
    ),
  );
  return [make('h2', '', title), make('p', '', detail), row];
}

/** Says above the content that it is no longer true for sure, which is a warning, or what else is to be known of it. */
export function makeBanner(): {
  readonly element: HTMLElement;
  show(words: string | undefined, warns: boolean): void;
} {
  const element = make('div', 'banner');
  // The live region says the words: here they are only found.
  element.setAttribute('role', 'note');
  element.hidden = true;
  return {
    element,
    show: (words, warns) => {
      element.classList.toggle('warning', warns);
      element.hidden = words === undefined;
      element.textContent = words ?? '';
    },
  };
}
