import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeTextField,
  type Button,
  type Checkbox,
  type TextField,
} from '@vscode/webview-ui-toolkit';

/** The only importer of the toolkit, so that it can be replaced here. */

/** Makes the controls known to the page. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeTextField());
}

export interface ButtonLook {
  /** Drawn without a ground, for rows of small buttons. */
  readonly quiet?: boolean;
  /** What a screen reader says and the tooltip shows, where the label is a sign. */
  readonly title?: string;
}

export function makeButton(
  label: string,
  press: () => void,
  { quiet = false, title }: ButtonLook = {},
): HTMLElement {
  const button = document.createElement('vscode-button') as Button;
  button.textContent = label;
  button.setAttribute('appearance', quiet ? 'icon' : 'secondary');
  if (title !== undefined) {
    button.title = title;
    button.setAttribute('aria-label', title);
  }
  button.addEventListener('click', press);
  return button;
}

export interface CheckboxControl {
  readonly element: HTMLElement;
  set(checked: boolean): void;
}

export function makeCheckbox(label: string, change: (checked: boolean) => void): CheckboxControl {
  const checkbox = document.createElement('vscode-checkbox') as Checkbox;
  checkbox.textContent = label;
  let told = false;
  checkbox.addEventListener('change', () => {
    // The control reports changes by code as well: only the reader's own are passed on.
    if (checkbox.checked !== told) {
      told = checkbox.checked;
      change(told);
    }
  });
  return {
    element: checkbox,
    set: (checked) => {
      told = checked;
      checkbox.checked = checked;
    },
  };
}

export interface FieldControl {
  readonly element: HTMLElement;
  focus(): void;
}

/** A one-line field that tells each change, and Enter; Escape empties it and leaves. */
export function makeField(
  label: string,
  input: (text: string) => void,
  enter: (backwards: boolean) => void,
  leave: () => void,
): FieldControl {
  const field = document.createElement('vscode-text-field') as TextField;
  field.placeholder = label;
  // The control takes its spoken name from its content, which the stylesheet hides.
  field.textContent = label;
  field.addEventListener('input', () => input(field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      enter(event.shiftKey);
    } else if (event.key === 'Escape') {
      field.value = '';
      input('');
      leave();
    }
    event.stopPropagation();
  });
  return { element: field, focus: () => field.focus() };
}
