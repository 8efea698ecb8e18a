import type { Page } from 'playwright-core';
import variables from './themes.json';

/** The editor's own themes: Dark Modern, Light Modern, Dark High Contrast, Light High Contrast. */
export type EditorTheme = keyof typeof variables;

export const editorThemes = Object.keys(variables) as EditorTheme[];

/** How a webview's page learns of a theme. */
export interface ThemeLook {
  /** The classes of `body`. */
  readonly className: string;
  readonly kind: string;
  readonly id: string;
  /** `--vscode-*` variables, as read in a webview of VS Code 1.139. */
  readonly variables: Readonly<Record<string, string>>;
}

const names: Readonly<Record<EditorTheme, Omit<ThemeLook, 'variables'>>> = {
  dark: { className: 'vscode-dark', kind: 'vscode-dark', id: 'Dark Modern' },
  light: { className: 'vscode-light', kind: 'vscode-light', id: 'Light Modern' },
  highContrastDark: {
    className: 'vscode-high-contrast',
    kind: 'vscode-high-contrast',
    id: 'Default High Contrast',
  },
  highContrastLight: {
    className: 'vscode-high-contrast-light vscode-high-contrast',
    kind: 'vscode-high-contrast-light',
    id: 'Default High Contrast Light',
  },
};

export function themeLook(theme: EditorTheme): ThemeLook {
  return { ...names[theme], variables: variables[theme] };
}

/** Changes the theme of an open page as the editor does. */
export async function setTheme(page: Page, theme: EditorTheme): Promise<void> {
  await page.evaluate<unknown, ThemeLook>((look) => {
    const host = globalThis as unknown as { portolan: { setTheme(look: unknown): void } };
    host.portolan.setTheme(look);
  }, themeLook(theme));
}
