import assert from 'node:assert/strict';
import { drivers } from '../../../src/catalog';
import { decodeSnapshot } from '../../../src/engine/decode';
import type { Endpoint } from '../../../src/engine/state';
import { buildTopology } from '../../../src/model';
import { sayAboveTree, sayProblem, shownTopology } from '../../../src/views/state';
import { containerTooltip, driverTooltip, networkTooltip } from '../../../src/views/tooltips';
import { containerNamed, networkNamed, plain } from '../fixture';

const endpoint: Endpoint = { url: 'unix:///var/run/docker.sock', origin: 'default' };
const problem = { reason: 'notRunning', detail: 'connect ENOENT /var/run/docker.sock' } as const;

describe('words of the views', () => {
  it('say a problem in one sentence with the engine’s own words', () => {
    assert.equal(sayProblem(problem), 'No Docker engine answers (connect ENOENT /var/run/docker.sock).');
  });

  it('mark the last picture as old, and the sample as a sample', () => {
    const at = new Date(2026, 0, 2, 12, 3, 10).getTime();
    const state = { kind: 'unavailable', endpoint, problem, last: { topology: plain, at } } as const;
    assert.match(
      sayAboveTree(state) ?? '',
      /^No Docker engine answers \(connect ENOENT .*\)\. This is the picture of 12:03:10.*; Portolan goes on trying\.$/,
    );
    assert.equal(shownTopology(state), plain);
    assert.equal(sayAboveTree({ kind: 'ready', endpoint, topology: plain }), undefined);
    const sample = {
      kind: 'ready',
      endpoint: { url: 'sample:', origin: 'sample' },
      topology: plain,
    } as const;
    assert.equal(sayAboveTree(sample), 'The sample engine: a recorded picture, not your Docker.');
    assert.equal(shownTopology({ kind: 'connecting', endpoint }), undefined);
  });

  it('tell all of a network', () => {
    assert.equal(
      networkTooltip(networkNamed(plain, 'bridge')),
      [
        '**`bridge`**',
        '',
        '| | |',
        '|:--|:--|',
        '| Driver | `bridge, scope local` |',
        '| Subnet | `172.17.0.0/16, gateway 172.17.0.1 (derived)` |',
        '| Device | `docker0` |',
        '| MTU | `1500` |',
        '| Containers | `2` |',
        `| Id | \`${networkNamed(plain, 'bridge').id.slice(0, 12)}\` |`,
      ].join('\n'),
    );
  });

  it('tell whose network a container shares', () => {
    assert.match(containerTooltip(containerNamed(plain, 'c1'), plain), /\| Shares the network of \| `u1` \|/);
  });

  it('let no markup of an engine through', () => {
    const name = '`</a>|[x](command:evil)\n# y';
    const topology = buildTopology(
      decodeSnapshot({
        version: {},
        info: {},
        networks: [{ Id: 'n', Name: name, Driver: 'bridge' }],
        containers: [],
      }),
    );
    const [title, ...rest] = networkTooltip(networkNamed(topology, name)).split('\n');
    assert.equal(title, '**`` `</a>|[x](command:evil)\uFFFD# y ``**');
    assert.deepEqual(
      rest.filter((line) => line.includes('evil')),
      [],
    );
  });

  it('tell every driver of the catalog with its use and its limits', () => {
    for (const driver of drivers) {
      const said = driverTooltip(driver);
      assert.ok(said.startsWith(`**${driver.title}**\n\n${driver.summary}`), driver.id);
      assert.ok(
        driver.limits.every((limit) => said.includes(`- ${limit}`)),
        driver.id,
      );
    }
  });
});
