import * as vscode from 'vscode';
import { signatureAt, type Signature } from '../language';
import { languageOf, selector } from './documentLanguage';
import { isWritable } from './longLine';

const triggers = [' ', ':', '/', '"', "'", '=', ','];

/** Shows the form of a value while it is written: `-p [host-ip:][host-port:]container-port[/protocol]`. */
export function registerSignatureHelp(): vscode.Disposable {
  const metadata = { triggerCharacters: triggers, retriggerCharacters: triggers };
  return vscode.languages.registerSignatureHelpProvider(
    selector,
    {
      provideSignatureHelp(document, position) {
        const enabled = vscode.workspace
          .getConfiguration('portolan', document)
          .get<boolean>('signatureHelp.enabled', true);
        const languageId = languageOf(document);
        if (!enabled || languageId === undefined || !isWritable(document, position)) return undefined;
        const found = signatureAt(document.getText(), languageId, document.offsetAt(position));
        return found && toVsHelp(found);
      },
    },
    metadata,
  );
}

function toVsHelp({ label, parameters, active }: Signature): vscode.SignatureHelp {
  const signature = new vscode.SignatureInformation(label);
  signature.parameters = parameters.map(
    ({ label: { start, end }, documentation }) =>
      new vscode.ParameterInformation([start, end], new vscode.MarkdownString(documentation)),
  );
  const help = new vscode.SignatureHelp();
  help.signatures = [signature];
  help.activeSignature = 0;
  help.activeParameter = active;
  return help;
}
