import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDataGrid,
  vsCodeDataGridCell,
  vsCodeDataGridRow,
  vsCodeTextField,
  type Button,
  type TextField,
} from '@vscode/webview-ui-toolkit';
import { makeIcon, type IconName } from './icons';

/** The only importer of the toolkit, so that it can be replaced here. */

/** Makes the controls known to the page. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeTextField(),
    vsCodeDataGrid(),
    vsCodeDataGridRow(),
    vsCodeDataGridCell(),
  );
}

/** A button with words. */
export function makeButton(label: string, press: () => void): HTMLElement {
  const button = document.createElement('vscode-button') as Button;
  button.textContent = label;
  button.setAttribute('appearance', 'secondary');
  button.addEventListener('click', press);
  return button;
}

/** A button with a sign: what it does is said by its title. The toolkit's would hide its state from screen readers. */
export function makeIconButton(icon: IconName, title: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'icon-button';
  button.append(makeIcon(icon));
  button.title = title;
  button.setAttribute('aria-label', title);
  button.addEventListener('click', press);
  return button;
}

export interface FieldControl {
  readonly element: HTMLElement;
  readonly text: () => string;
  readonly fill: (text: string) => void;
  readonly focus: () => void;
}

/** A one-line field that tells each change, and its keys before it takes them. */
export function makeField(
  label: string,
  input: (text: string) => void,
  key: (event: KeyboardEvent) => void,
): FieldControl {
  const field = document.createElement('vscode-text-field') as TextField;
  field.placeholder = label;
  // The control takes its spoken name from its content, which the stylesheet hides.
  field.textContent = label;
  field.addEventListener('input', () => input(field.value));
  field.addEventListener('keydown', key);
  return {
    element: field,
    text: () => field.value,
    fill: (text) => {
      field.value = text;
    },
    focus: () => field.focus(),
  };
}

/** A data grid: the toolkit moves the focus from cell to cell; rows and cells are the caller's. */
export function makeGrid(label: string): HTMLElement {
  const grid = document.createElement('vscode-data-grid');
  grid.setAttribute('generate-header', 'none');
  grid.setAttribute('aria-label', label);
  return grid;
}

/** One row of a grid. Its columns are set by the stylesheet: the toolkit's own way is refused by the page's policy. */
export function makeGridRow(cells: readonly HTMLElement[], head = false): HTMLElement {
  const row = document.createElement('vscode-data-grid-row');
  if (head) {
    row.setAttribute('row-type', 'sticky-header');
  }
  row.append(...cells);
  return row;
}

export function makeGridCell(text: string, at: number, head = false): HTMLElement {
  const cell = document.createElement('vscode-data-grid-cell');
  cell.setAttribute('grid-column', String(at + 1));
  if (head) {
    cell.setAttribute('cell-type', 'columnheader');
  }
  cell.textContent = text;
  return cell;
}
