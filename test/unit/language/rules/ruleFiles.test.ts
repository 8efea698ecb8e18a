import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../../src/language';

const folder = join(process.cwd(), 'src/language/rules');

/** `publish.taken` is in publishTaken.ts. */
function fileOf(code: string): string {
  return `${code.replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase())}.ts`;
}

describe('the files of the rules', () => {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'index.ts')
    .map(({ name }) => name);

  it('are one for each code, and no other', () => {
    assert.deepEqual(files.sort(), rules.map(({ code }) => fileOf(code)).sort());
  });

  it('hold their code and export their rule, and nothing else', () => {
    for (const { code } of rules) {
      const file = fileOf(code);
      const text = readFileSync(join(folder, file), 'utf8');
      const codes: readonly string[] = text.match(/'[a-zA-Z]+\.[a-zA-Z0-9]+'/g) ?? [];
      assert.equal(codes.includes(`'${code}'`), true, file);
      const heads: readonly string[] = text.match(/^export .*? (?=[=(:])/gm) ?? [];
      assert.deepEqual(heads, [`export const ${file.slice(0, -3)} `], file);
    }
  });
});
