import { makeIconButton } from './controls';
import { make } from './dom';
import { makeIcon, type IconName } from './icons';

/** A line of a menu; a checked one has a mark, `undefined` stands for a line between two groups. */
export interface MenuItem {
  readonly title: string;
  readonly press: () => void;
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

export interface MenuButton {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
}

/** A button that opens a menu below it; what is in it is asked for each time. */
export function makeMenuButton(
  icon: IconName,
  title: string,
  label: string | undefined,
  items: () => readonly (MenuItem | undefined)[],
): MenuButton {
  const element = make('span', 'menu-anchor');
  const button = makeIconButton(icon, title, () => (menu.hidden ? open() : close(false)));
  const menu = make('div', 'menu');
  if (label !== undefined) {
    button.append(make('span', 'icon-label', label), makeIcon('down'));
  }
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', title);
  menu.hidden = true;
  const open = (): void => {
    menu.replaceChildren(...items().map((item) => lineOf(item, close)));
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    linesOf(menu)[0]?.focus();
  };
  const close = (refocus: boolean): void => {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (refocus) {
      button.focus();
    }
  };
  listen(element, menu, open, close);
  element.append(button, menu);
  return { element, button };
}

function listen(
  element: HTMLElement,
  menu: HTMLElement,
  open: () => void,
  close: (refocus: boolean) => void,
): void {
  element.addEventListener('keydown', (event) => {
    if (menu.hidden) {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        open();
      }
    } else {
      pressKey(event, menu, close);
    }
  });
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) {
      close(false);
    }
  });
}

function pressKey(event: KeyboardEvent, menu: HTMLElement, close: (refocus: boolean) => void): void {
  const lines = linesOf(menu);
  const at = lines.findIndex((line) => line === document.activeElement);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % lines.length,
    ArrowUp: (at - 1 + lines.length) % lines.length,
    Home: 0,
    End: lines.length - 1,
  };
  const place = places[event.key];
  event.stopPropagation();
  if (place !== undefined) {
    event.preventDefault();
    lines[place]?.focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    close(true);
  } else if (event.key === 'Tab') {
    close(false);
  }
}

function linesOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)')];
}

function lineOf(item: MenuItem | undefined, close: (refocus: boolean) => void): HTMLElement {
  if (!item) {
    const line = make('div', 'menu-line');
    line.setAttribute('role', 'separator');
    return line;
  }
  const line = document.createElement('button');
  line.type = 'button';
  line.className = 'menu-item';
  line.tabIndex = -1;
  line.disabled = item.disabled === true;
  line.setAttribute('role', item.checked === undefined ? 'menuitem' : 'menuitemcheckbox');
  if (item.checked !== undefined) {
    line.setAttribute('aria-checked', String(item.checked));
  }
  const mark = make('span', 'menu-mark');
  if (item.checked === true) {
    mark.append(makeIcon('check'));
  }
  line.append(mark, make('span', '', item.title));
  line.addEventListener('click', () => {
    close(true);
    item.press();
  });
  return line;
}
