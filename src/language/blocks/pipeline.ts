import { isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { commentScopes, embeddedNotes, embeddedScopes } from '../text/commandText';
import { flagScope } from '../text/dockerCommand';
import { mayName } from '../text/programs';
import { readWords, type Word } from '../text/words';
import { mapScope, shiftScope, type Scope } from '../use';
import type { Block } from './block';
import { entryLanguage } from './entries';
import { parseYaml } from './parseYaml';
import { portScope } from './portScope';
import { piece } from '../text/flagUse';
import { yamlComments } from './yamlComments';
import { yamlEntryAt } from './yamlEntries';
import { scalarWord } from './yamlScalar';

/** Keys whose text a shell runs, of the CI systems there are. */
const scripts = new Set(
  (
    'after_failure after_script after_success bash before_deploy before_install before_script cmd cmds command commands ' +
    'install inlineScript pwsh powershell run script sh'
  ).split(' '),
);
const windowsScripts = new Set(['pwsh', 'powershell']);

/** A key that a scalar stands under, and where it stands; undefined for an item of a list. */
interface Key {
  readonly key: string | undefined;
  readonly at: number;
}

/** From the inside out. */
type Path = readonly Key[];

/** What the entry says: the commands in it, the options of a container, its comments. */
function scopes(text: string, block: Block): readonly Scope[] {
  const source = text.slice(block.start, block.end);
  const comments = source.includes('#') ? yamlComments(source) : [];
  const said = comments.flatMap(({ start, end }) =>
    commentScopes(source.slice(start, end), block.start + start),
  );
  const mayHold = mayName(source) || /\b(?:options|ports)["']?\s*:/.test(source);
  const path = mayHold || isUnderOptions(block) ? pathOf(block) : [];
  if (!mayHold && !isContainer(path)) return said;
  const root = parseYaml(source);
  const reader = new EntryReader(source, block.start);
  if (root) reader.read(root, outside(path, block));
  return [...reader.found.map((scope) => shiftScope(scope, block.start)), ...said];
}

/** The keys that a block starts with, and those it stands in. */
function pathOf({ within }: Block): Path {
  const path: Key[] = [];
  for (let outer = within; outer; outer = outer.outer) path.push({ key: outer.key, at: outer.at });
  return path;
}

/** A quick look, as most keys are none of those. */
function isUnderOptions({ within }: Block): boolean {
  for (let outer = within; outer; outer = outer.outer)
    if (outer.key === 'options' || outer.key === 'ports') return true;
  return false;
}

/** The parser finds those that the block starts with. */
function outside(path: Path, block: Block): Path {
  return path.filter(({ at }) => at < block.start);
}

/** What docker starts with options of its own: `container:`, and each entry of `services:` and `containers:`. */
function isContainer(path: Path): boolean {
  const keys = path.flatMap(({ key }) => key ?? []);
  const own = keys.findIndex((key) => key === 'options' || key === 'ports');
  if (own < 0) return false;
  return keys[own + 1] === 'container' || keys[own + 1] === 'containers' || keys[own + 2] === 'services';
}

class EntryReader {
  readonly found: Scope[] = [];

  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  read(node: YAMLMap | YAMLSeq, path: Path): void {
    for (const item of node.items) {
      if (isSeq(node)) this.value(item, [{ key: undefined, at: 0 }, ...path]);
      else if ('key' in (item as object)) this.pair(item as { key: unknown; value: unknown }, path);
    }
  }

  private pair({ key, value }: { readonly key: unknown; readonly value: unknown }, path: Path): void {
    if (!isScalar(key)) return;
    const [start = 0] = key.range ?? [];
    const quoted = key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE';
    const at = this.base + start + (quoted ? 1 : 0);
    this.value(value, [{ key: typeof key.value === 'string' ? key.value : '', at }, ...path]);
  }

  private value(node: unknown, path: Path): void {
    if (isMap(node) || isSeq(node)) this.read(node, path);
    else if (isScalar(node)) this.scalar(node, path);
  }

  private scalar(node: Scalar, path: Path): void {
    const word = scalarWord(this.source, node);
    const owner = path.find(({ key }) => key !== undefined);
    if (!word || owner?.key === undefined || word.text === '') return;
    if (scripts.has(owner.key))
      this.add(embeddedScopes(word, windowsScripts.has(owner.key) ? 'powershell' : undefined));
    else if (!isContainer(path)) this.add(embeddedNotes(word));
    else if (owner.key === 'options') this.add(optionScopes(word));
    else this.add([portScope('pipelineContainer', 'ports', owner.at - this.base, word)]);
  }

  private add(scopes: readonly Scope[]): void {
    for (const scope of scopes) this.found.push(scope);
  }
}

/** `options: --network-alias db`: flags of `docker create`. */
function optionScopes(word: Word): readonly Scope[] {
  const [words] = readWords(word.text, { start: 0, end: word.text.length }, 'shell').commands;
  return words ? [mapScope(flagScope(words, 'create'), ({ start, end }) => piece(word, start, end))] : [];
}

/** Files of CI systems: a block is a key with its value, such as a script. */
export const pipeline = entryLanguage({ entryAt: yamlEntryAt, scopes });
