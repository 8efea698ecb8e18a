import * as vscode from 'vscode';
import { isRuleCode, rules, type Finding, type Fix } from '../language';
import { selector } from './documentLanguage';
import { toVsRange } from './toVsRange';

/** Offers to mend what is marked, and to be silent about it. */
export function registerQuickFixes(
  findingsOf: (document: vscode.TextDocument) => readonly Finding[],
): vscode.Disposable {
  const provider = vscode.languages.registerCodeActionsProvider(
    selector,
    {
      provideCodeActions: (document, range, { diagnostics }) => {
        const own = diagnostics.filter(({ source }) => source === 'portolan');
        return findingsOf(document).flatMap((finding) => {
          const diagnostic = own.find((one) => isOf(one, finding, document));
          return diagnostic && range.intersection(diagnostic.range)
            ? actions(document, finding, diagnostic)
            : [];
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
  const command = vscode.commands.registerCommand('portolan.turnOffRule', turnOffRule);
  return vscode.Disposable.from(provider, command);
}

function isOf(diagnostic: vscode.Diagnostic, finding: Finding, document: vscode.TextDocument): boolean {
  const { code, range, message } = diagnostic;
  const value = typeof code === 'object' ? code.value : code;
  return value === finding.code && message === finding.message && range.isEqual(toVsRange(document, finding));
}

function actions(
  document: vscode.TextDocument,
  { code, fixes = [] }: Finding,
  diagnostic: vscode.Diagnostic,
): readonly vscode.CodeAction[] {
  return [
    ...fixes.map((fix) => toVsAction(document, fix, diagnostic)),
    silence(`Turn off the rule ${code}`, code, 'user', diagnostic),
    ...(vscode.workspace.workspaceFolders
      ? [silence(`Turn off the rule ${code} in this workspace`, code, 'workspace', diagnostic)]
      : []),
  ];
}

function toVsAction(
  document: vscode.TextDocument,
  { title, edits, preferred }: Fix,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const edit of edits) action.edit.replace(document.uri, toVsRange(document, edit), edit.text);
  action.diagnostics = [diagnostic];
  action.isPreferred = preferred === true;
  return action;
}

type SettingPlace = 'user' | 'workspace';

function silence(
  title: string,
  code: string,
  place: SettingPlace,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: 'portolan.turnOffRule', title, arguments: [code, place] };
  action.diagnostics = [diagnostic];
  return action;
}

/** Writes the setting, with what stands there already. Without a rule it asks for one. */
async function turnOffRule(given: unknown, place: unknown): Promise<void> {
  const code = given === undefined ? await chooseRule() : given;
  if (typeof code !== 'string' || !isRuleCode(code)) return;
  const settings = vscode.workspace.getConfiguration('portolan');
  const written = settings.inspect<Record<string, unknown>>('rules');
  const inWorkspace = place === 'workspace';
  const there = inWorkspace ? written?.workspaceValue : written?.globalValue;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('rules', { ...there, [code]: 'off' }, target);
}

async function chooseRule(): Promise<string | undefined> {
  const items = rules.map(({ code, about }) => ({ label: code, detail: about }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Turn Off Rule',
    placeHolder: 'What is not to be marked any more, in any file',
    matchOnDetail: true,
  });
  return chosen?.label;
}
