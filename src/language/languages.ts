import { blockAt, blocksOf, type Language } from './blocks/block';
import { compose } from './blocks/compose';
import { dockerfile } from './blocks/dockerfile';
import { markdownNotes, shellScript } from './blocks/logicalLine';
import { hoverSpan, type Scope, type Use } from './use';

/** By the editor's language ids. Whether a `yaml` file is a compose file is for the caller to decide. */
const languages: ReadonlyMap<string, Language> = new Map([
  ['dockerfile', dockerfile],
  ['dockercompose', compose],
  ['yaml', compose],
  ['shellscript', shellScript],
  ['markdown', markdownNotes],
]);

/** The language ids that are understood. */
export const languageIds: readonly string[] = [...languages.keys()];

/** Text with this sign is no text: a binary file under a known name. */
const binarySign = '\0';

/** Everything that a file says about networks, one scope after the other. */
export function* scopesOf(text: string, languageId: string): Generator<Scope> {
  const language = languages.get(languageId);
  if (!language || text.includes(binarySign)) return;
  for (const block of blocksOf(language, text)) yield* language.scopes(text, block);
}

/** What a file asks docker to do: its scopes without those that are comments, notes, or text of a script. */
export function* activeScopesOf(text: string, languageId: string): Generator<Scope> {
  const texts = languages.get(languageId)?.texts?.(text) ?? [];
  let next = 0;
  for (const scope of scopesOf(text, languageId)) {
    const start = scope.uses[0]?.name.start;
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

/** Every place in a text where a topic of the catalog is written, from the top. */
export function parseUses(text: string, languageId: string): readonly Use[] {
  const uses = [...scopesOf(text, languageId)].flatMap((scope) => scope.uses);
  return uses.sort((left, right) => hoverSpan(left).start - hoverSpan(right).start);
}
