// Bundles the extension, the webview and the tests. `node scripts/build.mjs [production|tests|watch]`.
import { build, context } from 'esbuild';
import { globSync } from './glob.mjs';

/** Packages that dockerode can use and Portolan does not: ssh runs through the user's own OpenSSH, and no image is built. */
const leftOut = /^(ssh2|@grpc\/grpc-js|@grpc\/proto-loader|protobufjs|cpu-features)$/;

/** @type {import('esbuild').Plugin} */
const withoutHeavyParts = {
  name: 'without-heavy-parts',
  setup(bundle) {
    bundle.onResolve({ filter: leftOut }, ({ path }) => ({ path, namespace: 'left-out' }));
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** dockerode is a file of its own, so that it is read only when the first connection is made. */
/** @type {import('esbuild').Plugin} */
const dockerodeApart = {
  name: 'dockerode-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^dockerode$/ }, () => ({ path: './dockerode.js', external: true }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  logLevel: 'warning',
  sourcemap: true,
  target: 'node20',
  legalComments: 'none',
};

/** @param {boolean} minify @returns {import('esbuild').BuildOptions[]} */
function extensionBundles(minify) {
  /** @type {import('esbuild').BuildOptions} */
  const node = { ...common, minify, platform: 'node', format: 'cjs', external: ['vscode'], metafile: true };
  return [
    { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', plugins: [dockerodeApart] },
    {
      ...node,
      entryPoints: ['node_modules/dockerode/lib/docker.js'],
      outfile: 'dist/dockerode.js',
      plugins: [withoutHeavyParts],
      sourcemap: false,
      minify: true,
    },
    {
      ...common,
      minify,
      entryPoints: ['src/webview/main.ts'],
      outfile: 'dist/webview.js',
      format: 'iife',
      target: 'chrome128',
      metafile: true,
    },
    {
      ...common,
      minify,
      entryPoints: ['src/webview/main.css'],
      outfile: 'dist/webview.css',
      sourcemap: false,
    },
  ];
}

/** Every test file is a bundle of its own; packages stay outside. @returns {import('esbuild').BuildOptions[]} */
function testBundles() {
  /** @type {import('esbuild').BuildOptions} */
  const tests = {
    ...common,
    platform: 'node',
    format: 'cjs',
    outbase: '.',
    outdir: 'out',
    outExtension: { '.js': '.cjs' },
    packages: 'external',
    external: ['vscode'],
  };
  return [
    { ...tests, entryPoints: globSync('test', /^(?!host\/).*\.test\.ts$/) },
    {
      ...tests,
      entryPoints: ['test/host/index.ts', ...globSync('test', /^host\/.*\.test\.ts$/)],
      outExtension: { '.js': '.js' },
    },
  ];
}

/** @param {string} mode */
async function run(mode) {
  if (mode === 'watch') {
    const contexts = await Promise.all(extensionBundles(false).map((options) => context(options)));
    await Promise.all(contexts.map((watched) => watched.watch()));
    console.log('watching');
    return;
  }
  const bundles = mode === 'tests' ? testBundles() : extensionBundles(mode === 'production');
  await Promise.all(bundles.map((options) => build(options)));
}

await run(process.argv[2] ?? 'development');
