import type { FileView } from '../compose/fileView';
import { holders } from '../facts';
import { allFixedPorts } from '../rules/shared/ports';
import type { Fix } from '../rules/shared/rule';
import type { Use } from '../use';
import type { PortRange, Publish } from '../values/publish';
import { replace } from './edits';

/** Moves a port to the next one that neither the file nor the engine has in use. */
export function otherPort(use: Use, publish: Publish, file: FileView): readonly Fix[] {
  const { hostPorts } = publish;
  const place = hostPorts?.first === hostPorts?.last ? hostPlace(use, hostPorts?.first) : undefined;
  const free = hostPorts && place && nextFree(hostPorts.first, publish, file);
  return place && free !== undefined
    ? [{ title: `Publish on port ${free}`, edits: [replace(place, String(free))] }]
    : [];
}

/** Where the port of the host is written, with as many signs as it has. */
function hostPlace({ text, value, parts }: Use, port: number | undefined) {
  const part = parts.find(({ path, text: number }) => path === 'published' && number === String(port));
  if (part) return { start: part.start, end: part.end };
  if (!value || text?.length !== value.end - value.start || text.includes('=')) return undefined;
  const before = text.lastIndexOf(':');
  const start = text.lastIndexOf(':', before - 1) + 1;
  return text.slice(start, before) === String(port)
    ? { start: value.start + start, end: value.start + before }
    : undefined;
}

const tries = 200;

/** The next port up that is free for this protocol and address; undefined where there is none near. */
export function nextFree(from: number, publish: Publish, file: FileView): number | undefined {
  const taken = takenPorts(file, publish.protocol);
  for (let port = from + 1; port <= Math.min(65535, from + tries); port += 1) {
    const inFile =
      taken.single.has(port) || taken.ranges.some(({ first, last }) => first <= port && port <= last);
    const wanted = { ...publish, hostPorts: { first: port, last: port } };
    if (!inFile && (!file.live || holders(file.live, wanted).length === 0)) return port;
  }
  return undefined;
}

interface Taken {
  readonly single: ReadonlySet<number>;
  readonly ranges: readonly PortRange[];
}

const known = new WeakMap<FileView, Map<string, Taken>>();

/** What the file publishes already: asked for once for each finding, and there may be a thousand. */
function takenPorts(file: FileView, protocol: string): Taken {
  const ofFile = known.get(file) ?? new Map<string, Taken>();
  known.set(file, ofFile);
  const found = ofFile.get(protocol);
  if (found) return found;
  const ranges = allFixedPorts(file).flatMap(({ publish, taken }) =>
    publish.protocol === protocol ? [taken] : [],
  );
  const narrow = ranges.filter(isNarrow);
  const single = new Set(
    narrow.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  );
  const made = { single, ranges: ranges.filter((range) => !isNarrow(range)) };
  ofFile.set(protocol, made);
  return made;
}

/** Few enough ports to be remembered one by one. */
function isNarrow({ first, last }: PortRange): boolean {
  return last - first < 64;
}
