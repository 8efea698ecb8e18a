import type { FileView } from '../compose/fileView';
import type { TextEdit } from '../rules/shared/rule';
import { removeLines, under } from './edits';

/** Takes a key of a network away; undefined where it is not written in lines. */
export function keyUnderNetwork(
  { text, compose }: FileView,
  network: string,
  key: string,
): TextEdit | undefined {
  const entry = compose?.outline.networks.get(network);
  const found = entry && under(text, entry, key);
  return found && removeLines(found);
}
