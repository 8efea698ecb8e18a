import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readPlainYaml } from '../../../src/language/blocks/plainYaml';

type Told = string | readonly Told[];

/** All that is read of a node. Where a collection ends counts in brackets, and for the items of lists. */
function tell(node: unknown, source: string, isItem = false): Told {
  if (isAlias(node)) return ['alias', node.source, String(node.range?.slice(0, 2))];
  if (isScalar(node))
    return [
      'scalar',
      JSON.stringify([node.value, node.type, node.anchor, node.tag, node.range?.slice(0, 2)]),
    ];
  if (!isMap(node) && !isSeq(node)) return String(node);
  const [start, end] = node.range ?? [0, 0];
  const ends = '[{'.includes(source.charAt(start)) || (isItem && isMap(node));
  const edges = [start, ends ? start + source.slice(start, end).trimEnd().length : 0].join(' ');
  const items: Told = isMap(node)
    ? node.items.map(({ key, value }) => [tell(key, source), tell(value, source)])
    : node.items.map((item) => tell(item, source, true));
  return [isMap(node) ? 'map' : 'list', edges, node.anchor ?? '', node.tag ?? '', items];
}

function parsed(source: string): unknown {
  const options = { schema: 'failsafe', strict: false, uniqueKeys: false, logLevel: 'silent' } as const;
  return parseDocument(source, { ...options, prettyErrors: false }).contents;
}

const values = fc.constantFrom(
  ...['a', 'b c', '80:80', '"8080:80"', "'x y'", '[a, "b"]', '[]', '{}', '{a: b, "c": [d]}', '*base', '&x'],
  ...['&x b', '&x {a: b}', '', ' ', '# c', 'a # c', 'a#b', '-p', '-', '- a', '- a: b', '- - a', 'a: b', 'x:'],
  ...[
    '"x": y',
    '"a\\n"',
    "'it''s'",
    '[a',
    '{a}',
    '{a: }',
    '|',
    '>-',
    '!reset null',
    '? a',
    '---',
    '~',
    ': a',
  ],
  ...[
    '"a" b',
    '"a":b',
    '[a]: b',
    '${A:-b}',
    '{a: b:c}',
    '[a b, -c]',
    'a:b',
    '<<',
    'é',
    '@a',
    '`a`',
    '%a',
    '\ta',
  ],
);

const line = fc
  .tuple(
    fc.nat(6),
    fc.constantFrom('', 'a: ', 'b:', 'ports:', '- ', '- k: ', '"q": ', '# ', '<<: ', 'k: &y '),
    values,
  )
  .map(([indent, head, value]) => ' '.repeat(indent) + head + value);

const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, last]) => lines.join(end) + (last ? end : ''));

describe('plain YAML', () => {
  it('is read as the parser reads it', () => {
    let read = 0;
    fc.assert(
      fc.property(text, (source) => {
        const node = readPlainYaml(source);
        if (!node) return;
        read += 1;
        assert.deepEqual(tell(node, source), tell(parsed(source), source));
      }),
      { numRuns: 5_000 },
    );
    assert.ok(read > 250, `only ${read} texts were plain`);
  });

  for (const source of [
    '  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80" # c\n    networks: [front, back]\n    # c\n',
    '  web:\r\n    <<: [*base, *logs]\r\n    networks:\r\n      front:\r\n        aliases: [www]\r\n      back: {}\r\n',
    'x-base: &base\n  dns:\n  - 1.1.1.1\n  ports:\n  - target: 80\n    published: 8080\n',
    '- run: docker run -p 8080:80 nginx\n',
  ])
    it(`needs no parser for ${JSON.stringify(source)}`, () => {
      assert.deepEqual(tell(readPlainYaml(source), source), tell(parsed(source), source));
    });

  for (const source of [
    'a: |\n  b\n',
    'a: b\n  c\n',
    'a: !reset null\n',
    'a: "b\\tc"\n',
    'a: [b,\n  c]\n',
    'a\n',
    '',
  ])
    it(`leaves ${JSON.stringify(source)} to the parser`, () => {
      assert.equal(readPlainYaml(source), undefined);
    });
});
