import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function textsOf(folder: string, extension: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

const styles = textsOf('src/webview/styles', '.css')
  .join('\n')
  .replaceAll(/\/\*.*?\*\//gs, '');
const classes = [
  ...new Set([...styles.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/gi)].map(([, name = '']) => name)),
];

const sources = [...textsOf('src/webview', '.ts'), ...textsOf('src/diagram', '.ts')].join('\n');
/** Words of the sources' strings; `has-${mark}` gives `has-`. */
const words = new Set(
  [...sources.matchAll(/'[^'\n]*'|`[^`]*`/g)].flatMap(([text]) => text.split(/\$\{[^}]*\}|[^\w-]+/)),
);

describe('the stylesheets of the page', () => {
  it('have no class that nobody gives to an element', () => {
    const unused = classes.filter(
      (name) => !words.has(name) && !words.has(name.replace(/[^-]+$/, '')) && !name.startsWith('vscode-'),
    );
    assert.deepEqual(unused, []);
    assert.ok(classes.length > 80 && words.size > 500);
  });
});
