import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemOf } from '../../../src/engine/problem';
import { readTls } from '../../../src/engine/tls';

describe('readTls', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-tls-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** The files that are used of those that are there. */
  async function used(there: readonly string[], more: { verify: boolean; caOptional?: boolean }) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    there.forEach((name) => {
      writeFileSync(join(folder, `${name}.pem`), name);
    });
    return Object.entries(await readTls({ folder, ...more }))
      .map(([name, content]) => {
        assert.equal(String(content), name);
        return name;
      })
      .join(' ');
  }

  it('takes what a context has', async () => {
    const context = { verify: true, caOptional: true };
    assert.equal(await used(['ca', 'cert', 'key'], context), 'cert key ca');
    assert.equal(await used(['ca'], context), 'ca');
    assert.equal(await used(['cert', 'key'], context), 'cert key');
    assert.equal(await used(['ca', 'cert'], context), 'ca');
    assert.equal(await used([], context), '');
    assert.equal(await used([], { ...context, verify: false }), '');
    assert.equal(await used(['ca', 'key'], { ...context, verify: false }), '');
  });

  it('wants the authority that the environment speaks of', async () => {
    assert.equal(await used(['ca'], { verify: true }), 'ca');
    assert.equal(await used([], { verify: false }), '');
    await assert.rejects(used(['cert', 'key'], { verify: true }), (error) => {
      const { reason, detail } = problemOf(error);
      return reason === 'tls' && /^ENOENT: .*ca\.pem'$/.test(detail);
    });
  });

  it('says what it can’t read', async () => {
    mkdirSync(join(folder, 'cert.pem'));
    await assert.rejects(readTls({ folder, verify: false }), /^Error: EISDIR/);
  });
});
