import assert from 'node:assert/strict';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { decodeContainerDetails, decodeNetworkDetails } from '../../../../src/engine/decodeDetails';
import type { Endpoint, ProblemReason } from '../../../../src/engine/state';
import { buildTopology } from '../../../../src/model';
import { sayAboveTree, sayProblem, shownTopology } from '../../../../src/views/engine/state';
import { containerTooltip, networkTooltip, portTooltip } from '../../../../src/views/rows/tooltips';
import fxA2 from '../../../fixtures/container-fx-a2.json';
import ovVerbose from '../../../fixtures/network-ov-verbose.json';
import { containerNamed, networkNamed, plain, rich } from '../../fixture';

const endpoint: Endpoint = { url: 'unix:///var/run/docker.sock', origin: 'default' };
const problem = { reason: 'notRunning', detail: 'connect ENOENT /var/run/docker.sock' } as const;

describe('words of the views', () => {
  it('say a problem in one sentence with the engine’s own words', () => {
    assert.equal(sayProblem(problem), 'No Docker engine answers (connect ENOENT /var/run/docker.sock).');
  });

  it('say each problem without a picture with the engine’s own words and the next step', () => {
    const said = (reason: ProblemReason, platform: NodeJS.Platform = 'linux') =>
      sayAboveTree({ kind: 'unavailable', endpoint, problem: { reason, detail: 'its words' } }, platform);
    const expected: Readonly<Record<ProblemReason, string>> = {
      notRunning:
        'No Docker engine answers (its words). Start Docker, select another endpoint, or look at the sample engine: a recorded picture with every kind of network.',
      noPermission:
        'Docker’s socket may not be opened by this user (its words). Join the group of the socket with sudo usermod -aG docker $USER, then log in anew and reload the window; or select a rootless engine.',
      forbidden:
        'The Docker engine, or a proxy in front of it, forbids this (its words). Let it answer GET on /version, /info, /networks, /containers/json and /events, or select another endpoint.',
      unreachable:
        'The Docker engine can’t be reached (its words). Look whether the host’s name and the network are right, or select another endpoint.',
      disconnected:
        'The Docker engine broke the connection off (its words). It may be restarting: Portolan tries again by itself.',
      timeout:
        'The Docker engine does not answer in time (its words). It may be starting or stalled: Portolan tries again by itself.',
      tls: 'No TLS connection to the Docker engine can be made (its words). Look at the port and the certificates: those of the docker context, or DOCKER_TLS_VERIFY and DOCKER_CERT_PATH.',
      ssh: 'ssh does not lead to a Docker engine (its words). ssh must come to the host without a question in a terminal, with the host’s key known and yours in the agent, and find docker (18.09 or later) there.',
      badEndpoint:
        'This Docker endpoint can’t be used (its words). Select another one, or mend DOCKER_HOST, the docker context or the setting portolan.host.',
      badAnswer:
        'Something answers that is not a Docker engine (its words). Look at the port, or select another endpoint.',
      tooOld:
        'The Docker engine is too old for Portolan (its words). Portolan reads API 1.24 (engine 1.12) and later: update the engine, or select another endpoint.',
      engineError:
        'The Docker engine answered with an error (its words). Portolan tries again by itself; if this goes on, look into the engine’s own log.',
    };
    for (const [reason, words] of Object.entries(expected)) {
      assert.equal(said(reason as ProblemReason), words);
    }
    const permission = 'Docker’s socket may not be opened by this user (its words). ';
    assert.equal(
      said('noPermission', 'darwin'),
      `${permission}Start Docker Desktop or Colima as this user, or allow the default Docker socket in Docker Desktop’s advanced settings.`,
    );
    assert.equal(
      said('noPermission', 'win32'),
      `${permission}Let an administrator add you to the local group docker-users, then sign in anew.`,
    );
    assert.equal(said('tls', 'win32'), expected.tls);
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
        '| Driver | `bridge` |',
        '| Scope | `local` |',
        '| IPv4 subnet | `172.17.0.0/16` |',
        '| Gateway | `172.17.0.1` (derived) |',
        '| Bridge device | `docker0` |',
        '| MTU | `1500` |',
        '| Option | `com.docker.network.bridge.default_bridge=true` |',
        '| Option | `com.docker.network.bridge.enable_icc=true` |',
        '| Option | `com.docker.network.bridge.enable_ip_masquerade=true` |',
        '| Option | `com.docker.network.bridge.host_binding_ipv4=0.0.0.0` |',
        '| Option | `com.docker.network.bridge.name=docker0` |',
        '| Option | `com.docker.network.driver.mtu=1500` |',
        '| Created | `2026-11-21T00:30:39Z` |',
        `| Id | \`${networkNamed(plain, 'bridge').id.slice(0, 12)}\` |`,
        '| Containers | `2` |',
      ].join('\n'),
    );
  });

  it('tell flags, ranges and what is derived of a network', () => {
    const said = networkTooltip(networkNamed(rich, 'fx-rng'));
    assert.match(said, /\| Gateway \| `10\.88\.80\.254` \|\n\| Range \| `10\.88\.80\.128\/25` \|/);
    assert.match(said, /\| Auxiliary address \| `nas=10\.88\.80\.5` \|/);
    assert.match(said, /\| Bridge device \| `br-[0-9a-f]{12}` \(derived\) \|/);
    assert.match(said, /\| Label \| `owner=fx` \|/);
    assert.match(
      networkTooltip(networkNamed(rich, 'fx-bra')),
      /\| Containers \| `6 \(1 not attached now\)` \|/,
    );
    assert.match(networkTooltip(networkNamed(rich, 'none')), /\| Driver \| `none` \|/);
  });

  it('tell the peers of an overlay, or why they are not known', () => {
    const overlay = networkNamed(plain, 'ov');
    const details = { ok: true, value: decodeNetworkDetails(ovVerbose) } as const;
    const said = networkTooltip(overlay, details);
    assert.match(said, /\| VXLAN id \| `4097` \|/);
    assert.match(said, /\| Peer \| `127\.0\.0\.1` \(`bf18614f5a32`\) \|/);
    assert.match(said, /\| The engine’s own \| `10\.0\.1\.3` \(ov-endpoint\) \|/);
    assert.match(
      networkTooltip(overlay, { ok: false, problem: { reason: 'timeout', detail: 'no answer within 5 s' } }),
      /\| Peers \| `not known` \(`no answer within 5 s`\) \|/,
    );
  });

  it('tell of a container what only an inspect knows, or why it is not known', () => {
    const value = decodeContainerDetails(fxA2);
    const said = containerTooltip(containerNamed(rich, 'fx-a2'), rich, { ok: true, value });
    assert.match(said, /\| Alias \| `foo` \|/);
    assert.match(said, /\| Hostname \| `myhost` \|/);
    const problem = { reason: 'engineError', detail: 'No such container: x' } as const;
    assert.match(
      containerTooltip(containerNamed(rich, 'fx-a2'), rich, { ok: false, problem }),
      /\| Aliases, links, requested ports \| `not known` \(`No such container: x`\) \|/,
    );
  });

  it('tell where a published port listens and leads', () => {
    const [port] = containerNamed(rich, 'fx-6a').published;
    assert.ok(port);
    assert.equal(
      portTooltip(port, rich).split('\n').slice(4).join('\n'),
      [
        '| Listens on | `0.0.0.0:18120/tcp` |',
        '| Listens on | `[::]:18120/tcp` |',
        '| Leads to | `10.88.60.2:80` |',
        '| On network | `fx-v6` |',
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
});
