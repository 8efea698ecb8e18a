import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { brokenRules, type Import } from './importRules';

function importsOfSources(): readonly Import[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  assert.ok(files.length > 30, `only ${files.length} source files found`);
  return files.flatMap((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join('src', file), 'utf8'), true, true);
    const from = file.replaceAll('\\', '/').replace(/\.ts$/, '');
    return importedFiles.map(({ fileName }) => ({ from, specifier: fileName }));
  });
}

describe('the import rules', () => {
  it('hold in every source file', () => {
    const broken = importsOfSources().flatMap((found) =>
      brokenRules(found).map((rule) => `src/${found.from}.ts imports '${found.specifier}': ${rule}`),
    );
    assert.deepEqual(broken, []);
  });

  it('allow what the design allows', () => {
    for (const [from, specifier] of [
      ['model/nat', './container'],
      ['model/network', '../catalog'],
      ['catalog/drivers/bridge', '../driver'],
      ['model/address', 'ipaddr.js'],
      ['engine/endpoint', 'node:fs/promises'],
      ['engine/dockerConnection', 'dockerode'],
      ['webview/controls', '@vscode/webview-ui-toolkit'],
      ['views/diagram/diagramPanel', '../../protocol'],
      ['webview/main', '../protocol'],
    ] as const) {
      assert.deepEqual(brokenRules({ from, specifier }), [], `${from} → ${specifier}`);
    }
  });

  it('name the rule that is broken', () => {
    const cases = [
      ['model/nat', '../engine/decode', 'imports point one way: model may not import engine'],
      ['language/hover', '../diagram', 'imports point one way: language may not import diagram'],
      ['editor/hover', '../views/rows/rows', 'imports point one way: editor may not import views'],
      ['model/network', '../catalog/driver', 'a pure folder is used through its index: catalog'],
      ['model/nat', 'fs', 'pure folders know no vscode, no Node and no other package'],
      ['protocol', 'node:crypto', 'pure folders know no vscode, no Node and no other package'],
      ['diagram/text', 'vscode', 'pure folders know no vscode, no Node and no other package'],
      ['language/text/words', 'd3-zoom', 'pure folders know no vscode, no Node and no other package'],
      ['engine/store', 'vscode', 'engine never knows vscode'],
      ['views/panel', 'dockerode', 'engine is the only importer of dockerode'],
      ['webview/main', '@vscode/webview-ui-toolkit', 'webview/controls is the only importer of the toolkit'],
      ['webview/main', 'path', 'webview runs in a browser'],
    ] as const;
    for (const [from, specifier, rule] of cases) {
      assert.deepEqual(brokenRules({ from, specifier }), [rule]);
    }
  });
});
