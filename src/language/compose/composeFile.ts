import { entriesIn, entriesUnder, type Entry } from './outline';

/** What a service says apart from its networks, as far as others must know. */
export interface ServiceOutline {
  readonly entry: Entry;
  readonly keys: readonly Entry[];
  /** Undefined where they are not written out. Empty: it is always there. */
  readonly profiles: readonly string[] | undefined;
  /** Other keys may come from elsewhere: `extends`, `<<`, braces, or another file. */
  readonly open: boolean;
}

/** A compose file as a whole, as far as its lines tell. */
export interface ComposeFile {
  readonly top: readonly Entry[];
  /** By name, in the order of the file. */
  readonly services: ReadonlyMap<string, ServiceOutline>;
  readonly networks: ReadonlyMap<string, Entry>;
  /** Services and networks may come from other files, or from places that are not followed. */
  readonly open: boolean;
}

/** The names that compose looks for by itself; a file of another name is often one of several. */
const wholeFile = /^(docker-)?compose\.ya?ml$|^(docker-)?stack([.-].*)?\.ya?ml$/i;

/** Reads the outline of a compose file. `fileName` undefined: a text that is nowhere yet, taken for the whole. */
export function composeFile(text: string, fileName?: string): ComposeFile {
  const top = entriesIn(text, { start: 0, end: text.length });
  const under = (name: string) => top.filter((entry) => entry.name === name);
  const services = new Map(
    under('services')
      .flatMap((entry) => entriesUnder(text, entry))
      .map((entry) => [entry.name, outlineOf(text, entry)]),
  );
  const networks = new Map(
    under('networks')
      .flatMap((entry) => entriesUnder(text, entry))
      .map((entry) => [entry.name, entry]),
  );
  const alone = fileName === undefined || wholeFile.test(fileName);
  const fragment = [...services.values()].some(isFragment);
  const unread = top.some(({ name, value }) => isSection(name) && value !== '' && !isNothing(value));
  const merged = top.some(({ name }) => name === 'include' || name === '<<');
  const mergedNames = services.has('<<') || networks.has('<<');
  return { top, services, networks, open: !alone || fragment || unread || merged || mergedNames };
}

function isSection(name: string): boolean {
  return name === 'services' || name === 'networks';
}

function isNothing(value: string): boolean {
  return /^(~|null|\{\s*\})$/.test(value);
}

function outlineOf(text: string, entry: Entry): ServiceOutline {
  const keys = entriesUnder(text, entry);
  const elsewhere = keys.some(({ name }) => name === 'extends' || name === '<<');
  return { entry, keys, profiles: profilesOf(text, keys), open: elsewhere || entry.value !== '' };
}

/** A service without image and build is refused alone: another file has the rest of it. */
function isFragment({ keys, open }: ServiceOutline): boolean {
  return !open && !keys.some(({ name }) => name === 'image' || name === 'build' || name === 'provider');
}

function profilesOf(text: string, keys: readonly Entry[]): readonly string[] | undefined {
  const entry = keys.find(({ name }) => name === 'profiles');
  if (!entry) return [];
  const written = text.slice(entry.key.end, entry.lines.end).replace(/(^|\s)#.*$/gm, '');
  if (/[$*&!]/.test(written)) return undefined;
  return written.match(/[\w.][\w.-]*/g) ?? [];
}

/**
 * True where the two may run at the same time without anybody asking for it: profiles in common, or one of them without
 * any. Two services of different profiles are mostly alternatives.
 */
export function runTogether(one: ServiceOutline, other: ServiceOutline): boolean {
  if (!one.profiles || !other.profiles) return false;
  if (one.profiles.length === 0 || other.profiles.length === 0) return true;
  return one.profiles.some((profile) => other.profiles?.includes(profile));
}
