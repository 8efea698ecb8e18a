import type { SavedState } from '../../../src/protocol';
import { pagePolicy } from '../../../src/views/diagram/pagePolicy';
import { themeLook, type EditorTheme } from './themes';

const nonce = 'bm9uY2Ugb2YgdGhlIHRlc3Rz';

/** The policy of the panel's page, with this page's own origin as the one source of files. */
const policy = pagePolicy(nonce, "'self'");

/** What the editor puts before each webview's own styles. */
const editorStyles = `@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body {
    overscroll-behavior-x: none; background-color: transparent; color: var(--vscode-editor-foreground);
    font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight);
    font-size: var(--vscode-font-size); margin: 0; padding: 0 20px;
  }
  img, video { max-width: 100%; max-height: 100%; }
  a, a code { color: var(--vscode-textLink-foreground); }
  a:focus, input:focus, select:focus, textarea:focus {
    outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px;
  }
  code {
    font-family: var(--monaco-monospace-font); color: var(--vscode-textPreformat-foreground);
    background-color: var(--vscode-textPreformat-background); padding: 1px 3px; border-radius: 4px;
  }
}`;

/** The editor's side of the wall: what the page sends is kept, and tests post through it. */
const host = `(start, saved) => {
  const sent = [];
  const portolan = {
    sent,
    state: saved,
    post: (message) => new Promise((done) => {
      addEventListener('message', () => done(), { once: true });
      postMessage(message, '*');
    }),
    setTheme: ({ className, kind, id, variables }) => {
      const { style } = document.documentElement;
      for (const name of [...style].filter((each) => each.startsWith('--vscode-'))) {
        style.removeProperty(name);
      }
      for (const [name, value] of Object.entries(variables)) {
        style.setProperty(name, value);
      }
      document.body.classList.remove('vscode-dark', 'vscode-light', 'vscode-high-contrast', 'vscode-high-contrast-light');
      document.body.classList.add(...className.split(' '));
      Object.assign(document.body.dataset, { vscodeThemeKind: kind, vscodeThemeId: id });
    },
  };
  globalThis.portolan = portolan;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => sent.push(JSON.parse(JSON.stringify(message))),
    getState: () => portolan.state,
    setState: (state) => { portolan.state = JSON.parse(JSON.stringify(state)); },
  });
  portolan.setTheme(start);
}`;

/** The document that the panel would give to the editor, with the editor's own parts around it. */
export function pageHtml(theme: EditorTheme, saved: SavedState | undefined): string {
  const known = [themeLook(theme), saved].map((value) => scriptJson(value)).join(', ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <style>${editorStyles}</style>
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta property="csp-nonce" content="${nonce}">
    <link rel="stylesheet" href="/webview.css">
    <title>Portolan diagram</title>
  </head>
  <body>
    <script nonce="${nonce}">(${host})(${known});</script>
    <script nonce="${nonce}" src="/webview.js"></script>
  </body>
</html>`;
}

function scriptJson(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value).replaceAll('<', '\\u003c');
}
