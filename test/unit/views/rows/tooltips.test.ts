import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { decodeContainerDetails, decodeNetworkDetails } from '../../../../src/engine/decodeDetails';
import { buildTopology, type Topology } from '../../../../src/model';
import {
  containerTooltip,
  factTooltip,
  networkTooltip,
  noteTooltip,
  portTooltip,
  table,
} from '../../../../src/views/rows/tooltips';
import { nodeTooltip, serviceTooltip } from '../../../../src/views/swarm/swarmRows';

/** The cells of a row as GFM reads them: a bar after an odd number of backslashes is a bar, any other ends a cell. */
function cellsOf(row: string): readonly string[] {
  const cells = [''];
  for (const [part, slashes = '', bar] of row.matchAll(/(\\*)(\|)|[^\\|]+|\\+/g)) {
    if (bar !== undefined && slashes.length % 2 === 0) {
      cells.push('');
    } else {
      cells.push(`${cells.pop() ?? ''}${part}`);
    }
  }
  return cells.slice(1, -1).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** What stands outside of code spans, and what within: a span ends at the next run of as many backticks. */
function readSpans(markdown: string): { readonly outside: string; readonly inside: readonly string[] } {
  const opening = /`+/.exec(markdown);
  if (!opening) {
    return { outside: markdown, inside: [] };
  }
  const [fence] = opening;
  const from = opening.index + fence.length;
  const closing = [...markdown.slice(from).matchAll(/`+/g)].find(([run]) => run.length === fence.length);
  assert.ok(closing, `a code span stays open: ${markdown}`);
  const rest = readSpans(markdown.slice(from + closing.index + fence.length));
  return {
    outside: `${markdown.slice(0, opening.index)}${rest.outside}`,
    inside: [markdown.slice(from, from + closing.index), ...rest.inside],
  };
}

/** Words of ours, and nothing that Markdown would make anything of. */
const OURS = /^(?:[A-Za-z0-9,’ ()-]|\*\(empty\)\*)*$/;

function checkTooltip(markdown: string): void {
  const [title = '', , ...rows] = markdown.split('\n');
  assert.equal(readSpans(title).outside.replace('*(empty)*', ''), '****');
  assert.deepEqual(rows.slice(0, 2), ['| | |', '|:--|:--|']);
  for (const row of rows.slice(2)) {
    const cells = cellsOf(row);
    assert.equal(cells.length, 2, row);
    cells.forEach((cell) => {
      assert.match(readSpans(cell).outside, OURS, row);
    });
  }
}

/** Short enough to be shown whole. */
const hostile = fc
  .array(
    fc.constantFrom(
      '\\',
      '|',
      '`',
      '``',
      '![a](https://e/x.png)',
      '[b](command:c)',
      '<a>',
      '\n',
      ' ',
      '$(',
      'x',
      '*',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

function topologyOf([name, value, key]: readonly [string, string, string]): Topology {
  const network = { Id: 'n', Name: name, Driver: value, Options: { [key]: value }, Labels: { [value]: key } };
  const ports = [{ IP: '0.0.0.0', PublicPort: 80, PrivatePort: 80, Type: 'tcp' }];
  const endpoint = { NetworkID: 'n', EndpointID: 'e', IPAddress: '10.0.0.2', MacAddress: value };
  return buildTopology(
    decodeSnapshot({
      version: {},
      info: { Swarm: { LocalNodeState: 'active', ControlAvailable: true, NodeID: 'o' } },
      networks: [network],
      containers: [
        {
          Id: 'c',
          Names: [`/${name}`],
          Image: value,
          State: 'running',
          Status: key,
          Labels: { 'com.docker.compose.project': value, 'com.docker.compose.service': key },
          Ports: ports,
          NetworkSettings: { Networks: { [name]: endpoint } },
        },
      ],
      services: [{ ID: 's', Spec: { Name: name, Labels: { [key]: value } }, Endpoint: {} }],
      nodes: [{ ID: 'o', Description: { Hostname: name }, Status: { State: value, Addr: key }, Spec: {} }],
    }),
  );
}

describe('a tooltip', () => {
  it('shows a value in one cell and one code span, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, hostile, (value, remark) => {
        const markdown = table(value, [{ name: 'value', value, remark }]);
        checkTooltip(markdown);
        const [, shown = ''] = cellsOf(markdown.split('\n').at(-1) ?? '');
        const [inside = ''] = readSpans(shown).inside;
        const squeeze = (text: string): string =>
          text.replace(/^ | $/g, '').replaceAll('\n', '\uFFFD').replace(/\\+\|/g, '|');
        assert.equal(squeeze(inside).trim(), squeeze(value).trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('lets no name or value of an engine end its cell or be markup', () => {
    const problem = fc.record({ reason: fc.constant('engineError' as const), detail: hostile });
    fc.assert(
      fc.property(fc.tuple(hostile, hostile, hostile), problem, (texts, refused) => {
        const topology = topologyOf(texts);
        const { networks, containers, ports, services, nodes } = topology;
        const [name, value, key] = texts;
        const heard = decodeNetworkDetails({ Id: 'n', Peers: [{ Name: name, IP: value }] });
        const known = decodeContainerDetails({
          Config: { Hostname: name },
          HostConfig: { Dns: [value], ExtraHosts: [key] },
          NetworkSettings: { Networks: { [name]: { Aliases: [value, key], Links: [`${value}:${key}`] } } },
        });
        const answers = [undefined, { ok: false, problem: refused } as const];
        const tooltips = [
          ...networks.flatMap((one) =>
            [...answers, { ok: true, value: heard } as const].map((details) => networkTooltip(one, details)),
          ),
          ...containers.flatMap((one) =>
            [...answers, { ok: true, value: known } as const].map((details) =>
              containerTooltip(one, topology, details),
            ),
          ),
          ...ports.map((one) => portTooltip(one, topology)),
          ...services.map((one) => serviceTooltip(one, topology)),
          ...nodes.map(nodeTooltip),
          factTooltip({ name, value, remark: key }),
        ];
        assert.equal(tooltips.length, 10);
        tooltips.forEach(checkTooltip);
        assert.match(
          readSpans(noteTooltip({ text: 'Not known.', detail: value })).outside,
          /^Not known\.\n\n$/,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what a bar and a backslash say', () => {
    const shown = (value: string): string | undefined =>
      table('t', [{ name: 'value', value }])
        .split('\n')
        .at(-1);
    assert.equal(shown('a|b'), '| Value | `a\\|b` |');
    assert.equal(shown('a\\|b'), '| Value | `a\\\\\\|b` |');
    assert.equal(shown('![a](https://evil/x.png)\\|'), '| Value | `![a](https://evil/x.png)\\\\\\|` |');
  });
});
