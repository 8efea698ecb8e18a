import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { extensionBundles } from '../../../scripts/bundles.mjs';

/** Portolan never opens an ssh connection of its own and never builds an image. */
const heavy = ['ssh2', '@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs'];

describe('the bundles', function () {
  this.timeout(60_000);

  it('carry no ssh2, grpc or protobufjs, and dockerode apart from the extension', async () => {
    const packagesByFile = new Map<string, readonly string[]>();
    for (const options of extensionBundles(true)) {
      const { metafile } = await build({ ...options, write: false, metafile: true });
      for (const [file, { bytes, inputs }] of Object.entries(metafile.outputs)) {
        if (!file.endsWith('.map')) {
          console.log(`      ${file}: ${Math.round(bytes / 1024)} KB`);
          packagesByFile.set(file, packagesOf(inputs));
        }
      }
    }
    const all = [...packagesByFile.values()].flat();
    assert.deepEqual(
      heavy.filter((name) => all.includes(name)),
      [],
    );
    assert.ok(packagesByFile.get('dist/dockerode.js')?.includes('docker-modem'));
    assert.equal(packagesByFile.get('dist/extension.js')?.includes('docker-modem'), false);
    assert.equal(packagesByFile.get('dist/webview.js')?.includes('yaml'), false);
  });
});

/** Packages whose own code is in a bundle: stubs do not count. */
function packagesOf(inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>): readonly string[] {
  return Object.keys(inputs).flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
}
