import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';

const root = resolve(__dirname, '../../..');

/**
 * Runs every test beside this file inside the extension host that loaded it: the entry that the VS Code server and
 * `@vscode/test-electron` both call. Rejects when a test failed, or when there is none.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    forbidOnly: process.env.CI === 'true',
    reporter: join(root, 'scripts/suites/reporter.mjs'),
    timeout: 30_000,
  });
  for (const file of testFiles()) {
    mocha.addFile(file);
  }
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) {
    throw new Error(`${failures} failed in the extension host`);
  }
}

function testFiles(): readonly string[] {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.js'),
  );
  if (files.length === 0) {
    throw new Error(`there is no test below ${__dirname}`);
  }
  return files.sort().map((file) => join(__dirname, file));
}
