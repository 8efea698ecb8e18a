import { scopesAt } from '../languages';
import { touches } from '../span';
import type { Scope, Use } from '../use';

/**
 * Stands for what is not written yet. The cursor's place is found by reading the text with this word in it: so every
 * reader of a language knows the place of an empty value, too.
 */
export const unwritten = 'portolanCursor';

/** A value around the cursor. */
export interface ValueCursor {
  readonly use: Use;
  readonly scope: Scope;
  /** The entry of a map in which the cursor stands: `published` of a long port; empty for the value itself. */
  readonly path: string;
  /** The value as it is read, on both sides of the cursor. */
  readonly before: string;
  readonly after: string;
  /** Where the name of the flag or key stands; a value on another line is on the line of its own. */
  readonly ownLine: boolean;
}

/** The value of a flag, key or item in which the cursor stands, be it empty. */
export function valueCursor(text: string, languageId: string, offset: number): ValueCursor | undefined {
  const probed = text.slice(0, offset) + unwritten + text.slice(offset);
  const places = scopesAt(probed, languageId, offset).flatMap((scope) =>
    scope.uses.flatMap((use) => placesIn(scope, use, offset)),
  );
  // An entry of a map may have a use of its own, which says more.
  const place = places.find(({ path }) => path === '') ?? places[0];
  if (!place) return undefined;
  const { use, scope, path, whole } = place;
  const at = whole.indexOf(unwritten);
  const ownLine = probed.slice(use.name.end, use.value?.start ?? use.name.end).includes('\n');
  return { use, scope, path, before: whole.slice(0, at), after: whole.slice(at + unwritten.length), ownLine };
}

interface Place {
  readonly use: Use;
  readonly scope: Scope;
  readonly path: string;
  readonly whole: string;
}

function placesIn(scope: Scope, use: Use, offset: number): readonly Place[] {
  const { text, value, parts } = use;
  if (text?.includes(unwritten) && value && touches(value, offset))
    return [{ use, scope, path: '', whole: text }];
  return parts
    .filter((part) => part.text.includes(unwritten) && touches(part, offset))
    .map((part) => ({ use, scope, path: part.path, whole: part.text }));
}

/**
 * Flags that tell the commands apart: each command knows at least one of them, and skips the others, as each has its
 * value in the same word.
 */
const tellTale = ['network', 'network-add', 'publish', 'alias', 'subnet', 'force', 'format', 'filter']
  .map((flag) => `--${flag}=${unwritten}`)
  .join(' ');

/** The docker command, or the RUN instruction, in which a flag may stand at the cursor. */
export interface CommandCursor {
  readonly scope: Scope;
  /** The word around the cursor, which is replaced. */
  readonly before: string;
  readonly after: string;
  /** Each word of the command is a string of its own: a flag and its value are one. */
  readonly apart: boolean;
}

/** A command is not longer, and starts with one of these. */
const longestCommand = 20_000;
const programs = /docker|podman|nerdctl|RUN/i;

/** Where a flag of a command may stand. */
export function commandCursor(text: string, languageId: string, offset: number): CommandCursor | undefined {
  const apart = languageId === 'devcontainer';
  if (!apart && !programs.test(text.slice(Math.max(0, offset - longestCommand), offset))) return undefined;
  const before = /[^\s"'`=,;|&()[\]]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const after = /^[\w-]*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  const start = offset - before.length;
  // The words there are of `docker run`.
  const probe = apart ? `--network=${unwritten}` : tellTale;
  const probed = text.slice(0, start) + probe + text.slice(offset + after.length);
  const end = start + probe.length;
  const scope = scopesAt(probed, languageId, start).find(
    ({ uses, prose, partial }) =>
      !(prose && partial) &&
      uses.some(({ kind, text: value, name }) => {
        return kind === 'flag' && value === unwritten && name.start >= start && name.end <= end;
      }),
  );
  return scope && { scope, before, after, apart };
}
