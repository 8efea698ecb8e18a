import type { Fact, Facts, Subject } from '../diagram';
import { makeButton } from './controls';

/** The panel beside the picture: the facts of what is selected. */
export interface Details {
  readonly element: HTMLElement;
  show(facts: Facts | undefined): void;
}

export interface DetailsActions {
  readonly select: (subject: Subject) => void;
  readonly openNetwork: (id: string) => void;
  readonly close: () => void;
}

export function makeDetails(actions: DetailsActions): Details {
  const element = document.createElement('aside');
  element.className = 'details';
  element.setAttribute('aria-label', 'Details');
  element.hidden = true;
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      actions.close();
    }
  });
  return {
    element,
    show: (facts) => {
      const focused = element.contains(document.activeElement);
      element.hidden = facts === undefined;
      element.replaceChildren(...(facts ? content(facts, actions) : []));
      if (focused) {
        // What had the focus is gone: the heading takes it, so that Tab goes on from here.
        element.querySelector('h2')?.focus();
      }
    },
  };
}

function content(facts: Facts, actions: DetailsActions): HTMLElement[] {
  const head = make('header', 'details-head');
  const title = make('h2', '', facts.title);
  title.tabIndex = -1;
  head.append(title, makeButton('✕', actions.close, { quiet: true, title: 'Close details' }));
  const parts = [head, make('p', 'details-kind', facts.kind)];
  const { subject } = facts;
  if (subject.kind === 'network') {
    parts.push(makeButton('Show network diagram', () => actions.openNetwork(subject.id)));
  }
  return [...parts, ...facts.groups.map((group) => groupOf(group.title, group.facts, actions))];
}

function groupOf(title: string, facts: readonly Fact[], actions: DetailsActions): HTMLElement {
  const section = make('section', '');
  if (title !== '') {
    section.append(make('h3', '', title));
  }
  const list = make('dl', '');
  for (const fact of facts) {
    list.append(make('dt', fact.name === '' ? 'bare' : '', fact.name), valueOf(fact, actions));
  }
  section.append(list);
  return section;
}

function valueOf({ name, value, code, derived, subject }: Fact, actions: DetailsActions): HTMLElement {
  const cell = make(
    'dd',
    [code === true && 'code', derived === true && 'derived', name === '' && 'bare'].filter(Boolean).join(' '),
  );
  if (subject) {
    const link = make('button', 'link', value);
    link.addEventListener('click', () => actions.select(subject));
    cell.append(link);
  } else {
    cell.append(value);
  }
  if (derived === true) {
    cell.append(make('span', 'mark', 'derived'));
  }
  return cell;
}

/** An element with a class and text; text is never markup. */
export function make(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') {
    element.className = className;
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}
