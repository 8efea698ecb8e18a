import { Composer, isMap, isSeq, Parser, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { readPlainYaml } from './plainYaml';
import { isParsable, isTooLong } from './yamlBounds';

const options = {
  schema: 'failsafe',
  strict: false,
  uniqueKeys: false,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

/** The outermost map or list of a text that may be half typed: whatever the parser made of it. */
export function parseYaml(source: string): YAMLMap | YAMLSeq | undefined {
  if (isTooLong(source)) return undefined;
  const plain = readPlainYaml(source);
  if (plain) return plain;
  if (!isParsable(source)) return undefined;
  try {
    const contents = firstDocument(source)?.contents;
    return isMap(contents) || isSeq(contents) ? contents : undefined;
  } catch {
    // A parser that is let down by its input has nothing to tell.
    return undefined;
  }
}

/** Nobody reads the errors of the parser, and making them is most of its work on a bad text. */
function firstDocument(source: string): Document.Parsed | undefined {
  const composer = new Composer(options);
  Object.defineProperty(composer, 'onError', { value: () => undefined });
  for (const token of new Parser().parse(source)) {
    if (token.type === 'error') continue;
    for (const document of composer.next(token)) return document;
  }
  for (const document of composer.end()) return document;
  return undefined;
}
