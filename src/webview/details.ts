import type { Fact, Facts, Subject } from '../diagram';
import type { DetailsMessage, DiagramAction } from '../protocol';
import { makeButton, makeIconButton } from './controls';
import { make, makeLink } from './dom';
import { makeMenuButton } from './menu';
import { makeWay } from './way';

/** The panel beside the picture: the facts of what is selected, what can be done with it, and the way of its packets. */
export interface Details {
  readonly element: HTMLElement;
  /** `here` is true where the diagram is the network's own. */
  show(message: DetailsMessage | undefined, here: boolean): void;
}

export interface DetailsActions {
  readonly go: (subject: Subject) => void;
  readonly openNetwork: (id: string) => void;
  readonly act: (command: string, subject: Subject) => void;
  readonly copy: (text: string, name: string) => void;
  readonly close: () => void;
  /** Lights one step of the way alone; undefined: all of it. */
  readonly light: (step: number | undefined) => void;
  readonly showStep: (step: number) => void;
}

export function makeDetails(actions: DetailsActions): Details {
  const element = document.createElement('aside');
  element.className = 'details';
  element.setAttribute('aria-label', 'Details');
  element.hidden = true;
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      actions.close();
    }
  });
  return {
    element,
    show: (message, here) => {
      const focused = focusedName(element);
      element.hidden = message?.facts === undefined;
      element.replaceChildren(...(message?.facts ? content(message.facts, message, here, actions) : []));
      if (focused !== undefined) {
        // What had the focus was made anew; where it is gone, the heading takes it, so that Tab goes on from here.
        (namedIn(element, focused) ?? element.querySelector('h2'))?.focus();
      }
    },
  };
}

/** What had the focus in the panel, by its spoken words; undefined where the focus is elsewhere. */
function focusedName(element: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (!activeElement || !element.contains(activeElement)) {
    return undefined;
  }
  // A line of a menu is gone with its menu: what opened it is not.
  return nameOf(activeElement.closest('.menu-anchor')?.querySelector('button') ?? activeElement);
}

function namedIn(element: HTMLElement, name: string): HTMLElement | undefined {
  return [...element.querySelectorAll<HTMLElement>('button, vscode-button')].find(
    (one) => nameOf(one) === name,
  );
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? element.textContent;
}

function content(
  facts: Facts,
  { actions: offered, trace }: DetailsMessage,
  here: boolean,
  actions: DetailsActions,
): HTMLElement[] {
  const head = make('header', 'details-head');
  const title = make('h2', '', facts.title);
  title.tabIndex = -1;
  head.append(title, makeIconButton('close', 'Close details', actions.close));
  const { subject } = facts;
  const row = actionsOf(offered, subject, actions);
  if (subject.kind === 'network' && !here) {
    row.prepend(makeButton('Show network diagram', () => actions.openNetwork(subject.id)));
  }
  return [
    head,
    make('p', 'details-kind', facts.kind),
    ...(row.childElementCount > 0 ? [row] : []),
    ...(trace && trace.steps.length > 0 ? [makeWay(trace, actions)] : []),
    ...facts.groups.map((group) => groupOf(group.title, group.facts, actions)),
  ];
}

/** What can be done with the object: a button each, and one with a menu for all that can be copied. */
function actionsOf(
  offered: readonly DiagramAction[],
  subject: Subject,
  { act }: DetailsActions,
): HTMLElement {
  const row = make('div', 'details-actions');
  const copies = offered.filter(isCopy);
  for (const action of offered) {
    if (copies.length < 2 || !isCopy(action)) {
      row.append(makeButton(action.title, () => act(action.command, subject)));
    }
  }
  if (copies.length > 1) {
    const lines = copies.map(({ command, title }) => ({
      title: title.replace(/^Copy /, ''),
      press: () => act(command, subject),
    }));
    row.append(makeMenuButton('copy', 'Copy', 'Copy', () => lines).element);
  }
  return row;
}

function isCopy({ command }: DiagramAction): boolean {
  return command.startsWith('portolan.copy');
}

function groupOf(title: string, facts: readonly Fact[], actions: DetailsActions): HTMLElement {
  const section = make('section', '');
  if (title !== '') {
    section.append(make('h3', '', title));
  }
  const named = facts.filter(({ name }) => name !== '');
  const bare = facts.filter(({ name }) => name === '');
  if (named.length > 0) {
    const list = make('dl', '');
    for (const fact of named) {
      const value = make('dd', '');
      value.append(...valueOf(fact, title, actions));
      list.append(make('dt', '', fact.name), value);
    }
    section.append(list);
  }
  if (bare.length > 0) {
    const list = make('ul', '');
    for (const fact of bare) {
      const line = make('li', '');
      line.append(...valueOf(fact, title, actions));
      list.append(line);
    }
    section.append(list);
  }
  return section;
}

function valueOf(fact: Fact, group: string, actions: DetailsActions): HTMLElement[] {
  const { name, value, code, derived, subject } = fact;
  const className = code === true ? 'value code' : 'value';
  const parts = [
    subject
      ? makeLink(`${className} link`, value, () => actions.go(subject))
      : make('span', className, value),
  ];
  if (derived === true) {
    parts.push(make('span', 'mark', 'derived'));
  }
  if (code === true) {
    const what = name === '' ? group : name;
    const button = makeIconButton('copy', `Copy ${what} ${value}`, () => actions.copy(value, what));
    button.classList.add('copy');
    parts.push(button);
  }
  return parts;
}
