import type { Topology } from '../../model';
import type { DiagramTarget } from '../options';
import type { Subject } from '../scene';
import { searchIndex } from './searchIndex';

/** From so many signs on a text may be the beginning of an id: `docker ps` shows twelve. */
const leastIdLength = 4;

/**
 * The objects of a diagram whose name, address, port, MAC, image, alias or compose service holds the text, whatever its
 * case, in the order in which a reader meets them; also those that are folded or hidden. None for an empty text, which
 * only makes the index ready for the next one.
 * `:8080` and `8080/udp` are ports; an id is found by its beginning.
 */
export function findSubjects(topology: Topology, target: DiagramTarget, text: string): readonly Subject[] {
  const wanted = text.trim().toLowerCase();
  const index = searchIndex(topology, target);
  if (wanted === '' || wanted.includes('\n')) {
    return [];
  }
  const asId = wanted.length >= leastIdLength;
  return index
    .filter((entry) => entry.text.includes(wanted) || (asId && hasId(entry.subject, wanted)))
    .map(({ subject }) => subject);
}

/** Ids are found by how they begin only: any short text is somewhere in one of them. */
function hasId(subject: Subject, wanted: string): boolean {
  return subject.kind !== 'host' && subject.kind !== 'port' && subject.id.startsWith(wanted);
}
