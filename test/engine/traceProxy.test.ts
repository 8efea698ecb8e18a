import assert from 'node:assert/strict';
import { startEngine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { askIn, ON_HOST } from './traceWorld';

describe('a trace, where the userland proxy is switched off', function () {
  this.timeout(60_000);

  it('is right that DNAT takes its place at 127.0.0.1', async () => {
    const engine = await startEngine({ args: ['--userland-proxy=false'] });
    try {
      await loadImage(engine, 'web');
      await engine.docker(
        'run',
        '-d',
        '--name',
        'landing',
        '--hostname',
        'landing',
        '-p',
        '127.0.0.1:8081:80',
        'web',
      );
      const ask = askIn(new Map([[ON_HOST, `/var/run/netns/${engine.namespace}`]]));
      assert.equal(await ask(ON_HOST, '127.0.0.1', 8081), 'landing');
    } finally {
      await engine.stop();
    }
  });
});
