import assert from 'node:assert/strict';
import type { Endpoint, EngineState } from '../../../../src/engine/state';
import { endpointName, shortLabel, statusOf } from '../../../../src/views/engine/statusWords';
import { plain } from '../../fixture';

const far: Endpoint = { url: 'ssh://u@far', origin: 'chosen', context: 'far' };

describe('the status item', () => {
  it('is not shown before somebody asks for the engine', () => {
    assert.equal(statusOf({ kind: 'connecting', endpoint: { url: '', origin: 'default' } }), undefined);
  });

  it('shows the endpoint and its state', () => {
    const states: readonly EngineState[] = [
      { kind: 'connecting', endpoint: far },
      { kind: 'ready', endpoint: far, topology: plain },
      {
        kind: 'unavailable',
        endpoint: far,
        problem: { reason: 'ssh', detail: 'Host key verification failed.' },
      },
    ];
    assert.deepEqual(
      states.map((state) => {
        const words = statusOf(state);
        return [words?.text, words?.spoken, words?.warns];
      }),
      [
        ['$(loading~spin) far', 'Docker endpoint far, connecting', false],
        ['$(plug) far', 'Docker endpoint far, connected', false],
        [
          '$(warning) far',
          'Docker endpoint far, ssh does not lead to a Docker engine (Host key verification failed.).',
          true,
        ],
      ],
    );
  });

  it('tells address, who chose it, engine and API', () => {
    assert.equal(
      statusOf({ kind: 'ready', endpoint: far, topology: plain })?.tooltip,
      [
        '**Docker endpoint** `far`',
        '',
        '- Address: `ssh://u@far`',
        '- From: chosen for this workspace',
        '- Engine: `20.10.24+dfsg1`',
        '- Newest API of the engine: `1.41`',
        '',
        'Click to select another one.',
      ].join('\n'),
    );
  });

  it('tells the problem of a context that is gone', () => {
    const endpoint: Endpoint = { url: '', origin: 'chosen', context: 'gone' };
    const problem = { reason: 'badEndpoint', detail: 'there is no docker context "gone"' } as const;
    assert.equal(
      statusOf({ kind: 'unavailable', endpoint, problem })?.tooltip,
      [
        '**Docker endpoint** `gone`',
        '',
        '- From: chosen for this workspace',
        '',
        'This Docker endpoint can’t be used: `there is no docker context "gone"`',
        '',
        'Click to select another one.',
      ].join('\n'),
    );
  });

  it('names an endpoint in few words', () => {
    const nameOf = (url: string, origin: Endpoint['origin']) => endpointName({ url, origin });
    assert.equal(nameOf('unix:///var/run/docker.sock', 'default'), 'default');
    assert.equal(nameOf('sample:', 'sample'), 'Sample Engine');
    assert.equal(nameOf('ssh://u@far', 'DOCKER_HOST'), 'u@far');
    assert.equal(nameOf('tcp://far:2376', 'setting'), 'far:2376');
    assert.equal(nameOf('unix:///run/my.sock', 'chosen'), '/run/my.sock');
  });

  it('lets no icon, control character or endless name of others through', () => {
    assert.equal(shortLabel('$(error) x\n\u202ey'), '$ (error) x��y');
    assert.equal(shortLabel('x'.repeat(50)), `…${'x'.repeat(40)}`);
    const endpoint: Endpoint = { url: 'unix:///x', origin: 'context', context: '`</a>[x](command:evil)' };
    const { tooltip = '' } = statusOf({ kind: 'connecting', endpoint }) ?? {};
    assert.match(tooltip, /^\*\*Docker endpoint\*\* `` `<\/a>\[x\]\(command:evil\) ``\n/);
  });
});
