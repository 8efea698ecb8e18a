import type { FileView } from '../../compose/fileView';
import { oneEdit, replace, writtenValue } from '../../fixes/edits';
import type { Fix } from './rule';
import { freeAddress, type StaticAddress } from './staticAddress';

export function shifted(one: StaticAddress, file: FileView): readonly Fix[] {
  const value = writtenValue(one.use);
  const free = freeAddress(one, file);
  return value && free !== undefined ? [oneEdit(`Change to ${free}`, replace(value, free), true)] : [];
}
