// What is bundled, and how: the extension, dockerode, the webview, the tests.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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
export function extensionBundles(minify) {
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

/** The test bed finds its own files by where it lies: it stays outside the bundles. @type {import('esbuild').Plugin} */
const testBedOutside = {
  name: 'test-bed-outside',
  setup(bundle) {
    bundle.onResolve({ filter: /\/testbed\/\w+\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(resolve(resolveDir, path)).href,
      external: true,
    }));
  },
};

/** Every test file is a bundle of its own; packages stay outside. @returns {import('esbuild').BuildOptions[]} */
export function testBundles() {
  /** @type {import('esbuild').BuildOptions} */
  const tests = {
    ...common,
    platform: 'node',
    outbase: '.',
    outdir: 'out',
    packages: 'external',
    external: ['vscode'],
  };
  /** @type {import('esbuild').BuildOptions} */
  const modules = { ...tests, format: 'esm', outExtension: { '.js': '.mjs' }, plugins: [testBedOutside] };
  return [
    {
      ...tests,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      entryPoints: globSync('test', /^unit\/.*\.test\.ts$/),
    },
    { ...modules, entryPoints: globSync('test', /^(engine|page|ui)\/.*\.test\.ts$|^bench\/.*\.bench\.ts$/) },
    {
      ...tests,
      format: 'cjs',
      entryPoints: ['test/host/index.ts', ...globSync('test', /^host\/.*\.test\.ts$/)],
    },
  ];
}
