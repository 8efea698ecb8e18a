// `npm run test:desktop [-- VERSION]`: the host suite in a desktop VS Code, which is downloaded. On a machine without a
// display, run it under xvfb-run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ensureBuilt } from './suites/build.mjs';
import { planHostRun } from './suites/host.mjs';
import { testEnvironment } from './testbed/environment.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
const temporary = mkdtempSync(join(tmpdir(), 'portolan-desktop-'));
try {
  await ensureBuilt('extension', 'tests');
  const { extension, tests, workspace, env } = planHostRun(temporary);
  // The editor inherits this process's environment besides the one it is given.
  const kept = testEnvironment();
  Object.keys(process.env).forEach((name) => name in kept || delete process.env[name]);
  process.exitCode = await runTests({
    version: process.argv[2] ?? 'stable',
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      `--user-data-dir=${join(temporary, 'data')}`,
    ],
  });
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
