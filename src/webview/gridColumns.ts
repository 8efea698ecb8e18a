/**
 * The columns of the grids, in a stylesheet made by script: the page's policy allows that, where it refuses styles in
 * elements. One rule for each table.
 */
export interface GridColumns {
  set(className: string, widths: string): void;
}

export function makeGridColumns(): GridColumns {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const rules = new Map<string, string>();
  return {
    set: (className, widths) => {
      if (rules.get(className) !== widths) {
        rules.set(className, widths);
        sheet.replaceSync(
          [...rules]
            .map(
              ([name, columns]) =>
                `.${name} vscode-data-grid-row{grid-template-columns:${columns} !important}`,
            )
            .join('\n'),
        );
      }
    },
  };
}
