import { embeddedScopes } from '../text/commandText';
import { dockerScopes, flagScope } from '../text/dockerCommand';
import { mayName } from '../text/programs';
import type { Scope } from '../use';
import type { Block, Outer } from './block';
import { entryLanguage } from './entries';
import { jsonEntryAt } from './jsonEntries';
import { jsonEntries, jsonTexts, type JsonEntry, type JsonValue } from './jsonStrings';
import { portScope } from './portScope';

/** The keys of an entry, and of what its block stands in, from the inside out. */
function keysOf({ keys }: JsonEntry, outer: Outer | undefined): readonly string[] {
  const found = keys.map(({ text }) => text);
  for (let at = outer; at && found.length < 4; at = at.outer) if (at.key !== undefined) found.push(at.key);
  return found;
}

type EntryScopes = (entry: JsonEntry, keys: readonly string[]) => readonly Scope[];

function scopesWith(pattern: RegExp, read: EntryScopes): (text: string, block: Block) => readonly Scope[] {
  return (text, block) => {
    const source = text.slice(block.start, block.end);
    if (!pattern.test(source) && !mayName(source)) return [];
    return jsonEntries(text, block).flatMap((entry) => read(entry, keysOf(entry, block.within?.outer)));
  };
}

/** A command line, or the words of a command without a shell. */
function commandScopes({ isList, values }: JsonEntry): readonly Scope[] {
  const words = values.filter(({ isString }) => isString).map(({ word }) => word);
  if (isList) return dockerScopes(words, false);
  return words.flatMap((word) => embeddedScopes(word));
}

/** `scripts` of package.json, `tasks` of deno.json, `command` of tasks.json. A list of lines is one script after the other. */
const readScripts: EntryScopes = (entry, [key, owner]) => {
  if (key === 'command') return commandScopes({ ...entry, isList: false });
  return owner === 'scripts' || owner === 'tasks' ? commandScopes({ ...entry, isList: false }) : [];
};

const lifecycle = /^(?:initialize|onCreate|updateContent|postCreate|postStart|postAttach)Command$/;

/** devcontainer.json: what `docker run` and `docker build` get from it, and the commands that it runs. */
const readDevcontainer: EntryScopes = (entry, [key, owner]) => {
  const words = entry.values.filter(({ isString }) => isString).map(({ word }) => word);
  if (key === 'runArgs') return [flagScope(words, 'run')];
  if (key === 'options' && owner === 'build') return [flagScope(words, 'build')];
  if (key === 'appPort') return entry.values.map((value) => appPort(entry, value));
  return lifecycle.test(key ?? '') || lifecycle.test(owner ?? '') ? commandScopes(entry) : [];
};

/** The devcontainer command line makes `-p 127.0.0.1:3000:3000` of a number, and takes a string as it stands. */
function appPort({ keys: [key] }: JsonEntry, { word, isString }: JsonValue): Scope {
  const text = isString ? word.text : `127.0.0.1:${word.text}:${word.text}`;
  const at = isString
    ? word.at
    : Array.from(text, (_, index) => word.start + Math.min(index, word.text.length - 1));
  return portScope('devcontainer', 'appPort', key?.start ?? word.start, { ...word, text, at });
}

/** JSON files with scripts: a block is a key with its value, without the keys in it. */
export const jsonScripts = entryLanguage({
  entryAt: jsonEntryAt,
  scopes: scopesWith(/^$/, readScripts),
  texts: jsonTexts,
});

/** devcontainer.json. */
export const devcontainer = entryLanguage({
  entryAt: jsonEntryAt,
  scopes: scopesWith(/"(?:runArgs|options|appPort)"/, readDevcontainer),
  texts: jsonTexts,
});
