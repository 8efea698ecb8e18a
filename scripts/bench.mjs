// `npm run bench [NAME]`: builds the benches and runs them one after the other. Figures are for comparing, not for passing.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { testBundles } from './bundles.mjs';
import { globSync } from './glob.mjs';

const wanted = process.argv[2] ?? '';
await Promise.all(testBundles().map((options) => build(options)));
for (const file of globSync('out/test/bench', /\.bench\.mjs$/)) {
  if (file.includes(wanted)) {
    console.log(`\n${file}`);
    const { status } = spawnSync(process.execPath, ['--enable-source-maps', file], { stdio: 'inherit' });
    process.exitCode = status === 0 ? process.exitCode : 1;
  }
}
