import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pagePolicy } from './pagePolicy';

/**
 * The page: one script, one stylesheet, and nothing else may load or run. The toolkit takes the nonce for its own style; a PNG
 * is painted from a picture that the page makes itself (`blob:`).
 */
export function diagramHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  const policy = pagePolicy(nonce, webview.cspSource);
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta property="csp-nonce" content="${nonce}">
    <link rel="stylesheet" href="${file('webview.css')}">
    <title>Portolan diagram</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${file('webview.js')}"></script>
  </body>
</html>`;
}
