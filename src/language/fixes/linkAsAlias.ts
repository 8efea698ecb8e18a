import { outlineOf, type FileView } from '../compose/fileView';
import type { Fix } from '../rules/shared/rule';
import type { Scope, Use } from '../use';
import { addLines } from './addLines';
import { removeItem } from './edits';

const network = /^(networks|network_mode|extends|<<)$/;

/** `links: [db:database]` → an alias of `db` on the default network, where both are on that one. */
export function linkAsAlias(
  file: FileView,
  scope: Scope,
  use: Use,
  link: { readonly target: string; readonly alias: string },
): readonly Fix[] {
  const own = outlineOf(file, scope);
  const target = file.compose?.outline.services.get(link.target);
  const choose = [...(own?.keys ?? []), ...(target?.keys ?? [])].some(({ name }) => network.test(name));
  if (!own || !target || choose || own.open || target.open || !/^[\w.-]+$/.test(link.alias)) return [];
  const remove = removeItem(file, scope, use);
  const lines = ['networks:', '  default:', '    aliases:', `      - ${link.alias}`];
  const add = addLines(file.text, target.entry, lines);
  const apart = add && remove && (add.start <= remove.start || remove.end <= add.start);
  return apart
    ? [{ title: `Make ${link.alias} an alias of ${link.target}`, edits: [add, remove], preferred: true }]
    : [];
}
