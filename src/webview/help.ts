import { makeButton } from './controls';
import { make } from './dom';

const keys: readonly (readonly [keys: string, what: string])[] = [
  ['←  →  ↑  ↓', 'Go along a wire, else to the box that lies there'],
  ['Home, End', 'Go to the first or the last box'],
  ['Space', 'Select, and show details'],
  ['Enter', 'Open a network’s own diagram; open or close a fold'],
  ['Escape', 'Close what is open, clear the selection'],
  ['+  −  0', 'Zoom in, zoom out, zoom to fit'],
  ['S', 'Zoom to the selection'],
  ['/  or  Ctrl+F', 'Find; Enter and Shift+Enter go through the matches'],
  ['Shift+F10', 'Open the menu of the box'],
  ['Alt+←  or  Backspace', 'Back to the diagram before'],
  ['?', 'Show these keys'],
];

/** The keys of the page, in a dialog that Escape closes; the focus goes back where it was. */
export function makeHelp(): { readonly element: HTMLElement; open(): void } {
  const dialog = document.createElement('dialog');
  dialog.className = 'help';
  const title = make('h2', '', 'Keyboard');
  title.id = 'help-title';
  // Else the button at the end has the focus, and a small dialog is scrolled down to it.
  title.tabIndex = -1;
  title.autofocus = true;
  dialog.setAttribute('aria-labelledby', title.id);
  const list = make('dl', '');
  for (const [names, what] of keys) {
    const term = make('dt', '');
    term.append(make('kbd', '', names));
    list.append(term, make('dd', '', what));
  }
  dialog.append(
    title,
    list,
    makeButton('Close', () => dialog.close()),
  );
  return { element: dialog, open: () => dialog.open || dialog.showModal() };
}
