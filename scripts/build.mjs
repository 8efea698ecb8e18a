// Bundles the extension, the webview or the tests. `node scripts/build.mjs [production|tests|watch]`.
import { rmSync } from 'node:fs';
import { build, context } from 'esbuild';
import { extensionBundles, testBundles } from './bundles.mjs';

/** @param {string} mode */
async function run(mode) {
  if (mode === 'watch') {
    const contexts = await Promise.all(extensionBundles(false).map((options) => context(options)));
    await Promise.all(contexts.map((watched) => watched.watch()));
    console.log('watching');
    return;
  }
  if (mode === 'tests') {
    // A test whose source is gone must not run on.
    rmSync('out/test', { recursive: true, force: true });
  }
  const bundles = mode === 'tests' ? testBundles() : extensionBundles(mode === 'production');
  await Promise.all(bundles.map((options) => build(options)));
}

await run(process.argv[2] ?? 'development');
