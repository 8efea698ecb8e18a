// @ts-check
// Records media/sample/engine.json: the answers of a real engine on which the sample world runs.
// `node scripts/recordSample.mjs`, as root on Linux. What a second recording changes is what the engine or the world changed,
// but for an order or two that is by chance.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureEngineParts } from './testbed/engine.mjs';
import { readAnswers } from './testbed/engineAnswers.mjs';
import { neutralise } from './testbed/engineNeutral.mjs';
import { buildSampleWorld } from './testbed/engineSampleWorld.mjs';
import { startPlugin } from './testbed/plugin.mjs';
import { startTwoNodes } from './testbed/twoNodes.mjs';

const output = fileURLToPath(new URL('../media/sample/engine.json', import.meta.url));

await ensureEngineParts();
const nodes = await startTwoNodes({
  names: ['docker-01', 'docker-02'],
  addresses: ['10.1.0.4', '10.1.0.5'],
  prefix: 24,
});
const weave = await startPlugin(nodes.manager, 'weave');
try {
  await buildSampleWorld(nodes);
  const answers = neutralise(await readAnswers(nodes.manager), nodes.manager);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${JSON.stringify(answers, null, 2)}\n`);
  console.log(
    `${output}: ${answers.networks.length} networks, ${answers.containers.length} containers, ${answers.services.length} services`,
  );
} finally {
  await nodes.stop();
  await weave.stop();
}
