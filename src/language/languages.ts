import { blockAt, blocksOf, type Block, type Language } from './blocks/block';
import { compose } from './blocks/compose';
import { dockerfile } from './blocks/dockerfile';
import { devcontainer, jsonScripts } from './blocks/jsonCommands';
import { markdownNotes, shellScript } from './blocks/logicalLine';
import { makefile } from './blocks/makefile';
import { pipeline } from './blocks/pipeline';
import { batchFile, powershellScript } from './blocks/windowsScripts';
import type { Span } from './span';
import { hoverSpan, type Scope, type Use } from './use';

/**
 * By the editor's language ids, and by names of our own where the editor has none: `documents.ts` knows which file is
 * which. Whether a `yaml` file is a compose file is for the caller to decide.
 */
const languages: ReadonlyMap<string, Language> = new Map([
  ['dockerfile', dockerfile],
  ['dockercompose', compose],
  ['yaml', compose],
  ['shellscript', shellScript],
  ['markdown', markdownNotes],
  ['makefile', makefile],
  ['powershell', powershellScript],
  ['bat', batchFile],
  ['pipeline', pipeline],
  ['devcontainer', devcontainer],
  ['scripts', jsonScripts],
]);

/** The language ids that are understood. */
export const languageIds: readonly string[] = [...languages.keys()];

/** Text with this sign is no text: a binary file under a known name. */
const binarySign = '\0';

/** Everything that a file says about networks, one scope after the other. */
export function* scopesOf(text: string, languageId: string): Generator<Scope> {
  const language = languages.get(languageId);
  if (!language || text.includes(binarySign)) return;
  const read = language.reader?.(text) ?? ((block: Block) => language.scopes(text, block));
  for (const block of blocksOf(language, text)) yield* read(block);
}

/** What a file asks docker to do: its scopes without those that are comments, notes, or text of a script. */
export function* activeScopesOf(text: string, languageId: string): Generator<Scope> {
  const texts = languages.get(languageId)?.texts?.(text) ?? [];
  let next = 0;
  for (const scope of scopesOf(text, languageId)) {
    const start = (scope.uses[0]?.name ?? scope.command?.span)?.start;
    if (scope.prose || scope.foreign !== undefined || start === undefined) continue;
    while ((texts[next]?.end ?? Infinity) <= start) next += 1;
    if ((texts[next]?.start ?? Infinity) > start) yield scope;
  }
}

/** What the block around an offset says; the rest of the file is not read. */
export function scopesAt(text: string, languageId: string, offset: number): readonly Scope[] {
  const language = languages.get(languageId);
  if (!language) return [];
  const block = blockAt(language, text, offset);
  return text.slice(block.start, block.end).includes(binarySign) ? [] : language.scopes(text, block);
}

/** What the blocks say that touch a stretch of the text. */
export function* scopesBetween(text: string, languageId: string, { start, end }: Span): Generator<Scope> {
  const language = languages.get(languageId);
  if (!language || text.includes(binarySign)) return;
  for (let block = blockAt(language, text, start); ; block = language.blockFrom(text, block.end, block)) {
    yield* language.scopes(text, block);
    if (block.end >= Math.min(end, text.length)) return;
  }
}

/** Every place in a text where a topic of the catalog is written, from the top. What is merged is there once. */
export function parseUses(text: string, languageId: string): readonly Use[] {
  const uses = [...scopesOf(text, languageId)].flatMap((scope) => scope.uses.filter(({ merged }) => !merged));
  return uses.sort((left, right) => hoverSpan(left).start - hoverSpan(right).start);
}
