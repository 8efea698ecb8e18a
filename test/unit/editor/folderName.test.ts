import assert from 'node:assert/strict';
import { folderName } from '../../../src/editor/folderName';

describe('the folder of a document', () => {
  const rows: readonly (readonly [path: string, name: string | undefined])[] = [
    ['/home/me/My Shop/compose.yaml', 'My Shop'],
    ['/c:/work/shop/compose.yaml', 'shop'],
    ['/compose.yaml', undefined],
    ['Untitled-1', undefined],
  ];
  for (const [path, name] of rows) {
    it(`${path} is in ${name ?? 'none'}`, () => {
      assert.equal(folderName({ path }), name);
    });
  }
});
