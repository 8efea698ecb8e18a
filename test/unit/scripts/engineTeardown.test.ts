import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldersBelow } from '../../../scripts/testbed/engineTeardown.mjs';

describe('taking down a test engine', () => {
  it('finds no folders below one that went meanwhile', () => {
    assert.deepEqual(foldersBelow(join(tmpdir(), 'portolan-was-never-here')), []);
  });

  it('finds the folders below one, outer before inner, and follows no links', () => {
    const top = mkdtempSync(join(tmpdir(), 'portolan-folders-'));
    try {
      mkdirSync(join(top, 'a/b'), { recursive: true });
      writeFileSync(join(top, 'a/file'), '');
      symlinkSync(top, join(top, 'a/b/round'));
      assert.deepEqual(foldersBelow(top), [join(top, 'a'), join(top, 'a/b')]);
    } finally {
      rmSync(top, { recursive: true });
    }
  });
});
