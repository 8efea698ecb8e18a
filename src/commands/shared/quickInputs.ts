import * as vscode from 'vscode';
import type { Disposable } from '../../engine/state';
import { plainLabel } from '../../views/rows/plainLabel';

/** What came of a step of a form. Escape ends the whole form; nothing has been done by then. */
export type Step<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'back' | 'cancelled' };

/** What stands above a step. */
export interface StepFrame {
  readonly title: string;
  /** `[2, 4]` is the second of four. */
  readonly step?: readonly [at: number, of: number];
  /** There is a step before this one. */
  readonly back?: boolean;
}

/** A line of a quick pick. Names of an engine stand in it as they are: {@link plainLabel} makes text of them. */
export interface Line<T extends string> {
  readonly label: string;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
  readonly icon?: string | undefined;
  /** A theme colour of the icon. */
  readonly color?: string | undefined;
  /** Lines of a section stand together under its name. */
  readonly section?: string | undefined;
  readonly picked?: boolean;
  readonly value: T;
}

export interface PickQuestion<T extends string> extends StepFrame {
  readonly placeholder: string;
  /** Asked again after each press and each change. */
  readonly lines: () => readonly Line<T>[];
  /** Where the cursor starts. */
  readonly active?: T | undefined;
  /** What Enter does: `leave` ends the step with the line's value, otherwise the step goes on at that line. */
  readonly press?: (value: T) => Pressed<T>;
  /** Tells when the lines may have changed. */
  readonly changes?: (listener: () => void) => Disposable;
}

export type Pressed<T extends string> = 'leave' | { readonly stayAt: T };

export interface TextStep extends StepFrame {
  readonly value: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** What is wrong with the text now; undefined where nothing is. */
  readonly check: (text: string) => TextRemark | undefined;
}

export interface TextRemark {
  readonly severity: 'error' | 'warning' | 'information';
  readonly words: string;
  /** Enter does nothing while this is so. */
  readonly blocks: boolean;
}

interface Item<T extends string> extends vscode.QuickPickItem {
  readonly line?: Line<T>;
}

/** Asks for one of some lines. Lines can be pressed without ending the step. */
export function askOne<T extends string>(question: PickQuestion<T>): Promise<Step<T>> {
  const input = vscode.window.createQuickPick<Item<T>>();
  input.placeholder = question.placeholder;
  input.matchOnDescription = true;
  input.keepScrollPosition = true;
  const show = (active: T | undefined): void => {
    input.items = toItems(question.lines());
    const item = input.items.find(({ line }) => line !== undefined && line.value === active);
    if (item) {
      input.activeItems = [item];
    }
  };
  show(question.active);
  return settle(input, question, (done) => [
    input.onDidAccept(() => {
      const line = input.activeItems[0]?.line;
      if (line === undefined) {
        return;
      }
      const pressed = question.press?.(line.value) ?? 'leave';
      if (pressed === 'leave') {
        done({ kind: 'done', value: line.value });
      } else {
        input.value = '';
        show(pressed.stayAt);
      }
    }),
    ...(question.changes ? [question.changes(() => show(input.activeItems[0]?.line?.value))] : []),
  ]);
}

export interface ManyQuestion<T extends string> extends StepFrame {
  readonly placeholder: string;
  readonly lines: readonly Line<T>[];
  /** Enter with nothing picked means the line that the cursor is on. */
  readonly orActive: boolean;
}

/** Asks for any number of some lines. */
export function askMany<T extends string>(question: ManyQuestion<T>): Promise<Step<readonly T[]>> {
  const input = vscode.window.createQuickPick<Item<T>>();
  input.placeholder = question.placeholder;
  input.matchOnDescription = true;
  input.canSelectMany = true;
  input.items = toItems(question.lines);
  // One line to choose from is the one that is meant.
  const only = question.orActive && input.items.length === 1;
  input.selectedItems = input.items.filter(({ picked }) => only || picked);
  return settle(input, question, (done) => [
    input.onDidAccept(() => {
      const { selectedItems, activeItems } = input;
      const items = selectedItems.length === 0 && question.orActive ? activeItems : selectedItems;
      done({ kind: 'done', value: items.flatMap(({ line }) => (line === undefined ? [] : [line.value])) });
    }),
  ]);
}

/** Asks for a text, and says while it is typed what the engine would say. */
export function askText(question: TextStep): Promise<Step<string>> {
  const input = vscode.window.createInputBox();
  input.value = question.value;
  input.prompt = question.prompt;
  input.placeholder = question.placeholder;
  const check = (): TextRemark | undefined => {
    const remark = question.check(input.value);
    input.validationMessage = remark && { message: remark.words, severity: SEVERITIES[remark.severity] };
    return remark;
  };
  if (question.value !== '') {
    check();
  }
  return settle(input, question, (done) => [
    input.onDidChangeValue(check),
    input.onDidAccept(() => {
      if (check()?.blocks !== true) {
        done({ kind: 'done', value: input.value });
      }
    }),
  ]);
}

const SEVERITIES = {
  error: vscode.InputBoxValidationSeverity.Error,
  warning: vscode.InputBoxValidationSeverity.Warning,
  information: vscode.InputBoxValidationSeverity.Info,
} as const;

/** Shows a quick input until it is answered, left by its back button or hidden. It stays when the window loses the focus. */
function settle<T>(
  input: (vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox) & Buttons,
  frame: StepFrame,
  listen: (done: (step: Step<T>) => void) => readonly Disposable[],
): Promise<Step<T>> {
  input.title = frame.title;
  [input.step, input.totalSteps] = frame.step ?? [undefined, undefined];
  input.ignoreFocusOut = true;
  input.buttons = frame.back === true ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const done = (step: Step<T>): void => {
      resolve(step);
      subscriptions.dispose();
    };
    const subscriptions = vscode.Disposable.from(
      ...listen(done),
      input.onDidTriggerButton(() => done({ kind: 'back' })),
      input.onDidHide(() => done({ kind: 'cancelled' })),
      input,
    );
    input.show();
  });
}

interface Buttons {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}

function toItems<T extends string>(lines: readonly Line<T>[]): readonly Item<T>[] {
  return lines.flatMap((line, index) => {
    const starts = line.section !== undefined && line.section !== lines[index - 1]?.section;
    const separator = { label: line.section ?? '', kind: vscode.QuickPickItemKind.Separator };
    return starts ? [separator, toItem(line)] : [toItem(line)];
  });
}

function toItem<T extends string>(line: Line<T>): Item<T> {
  const { label, description, detail, icon, color, picked } = line;
  return {
    label: plainLabel(label),
    ...(description === undefined ? {} : { description: plainLabel(description) }),
    ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
    ...(icon === undefined ? {} : { iconPath: toIcon(icon, color) }),
    ...(picked === undefined ? {} : { picked }),
    line,
  };
}

function toIcon(icon: string, color: string | undefined): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
