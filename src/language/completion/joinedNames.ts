import { composeFile } from '../compose/composeFile';
import { entriesUnder } from '../compose/outline';

/** The networks that services of a compose file join, by the look of their lines: no parser reads them. */
export function joinedNames(text: string): readonly string[] {
  const names = new Set<string>();
  for (const { keys } of composeFile(text).services.values()) {
    const entry = keys.find(({ name }) => name === 'networks');
    if (!entry) continue;
    for (const { name } of entriesUnder(text, entry)) names.add(name);
    const lines = text.slice(entry.key.end, entry.lines.end);
    for (const [, name = ''] of lines.matchAll(/^[ \t]*-[ \t]+["']?([\w.-]+)["']?[ \t]*(?:#.*)?\r?$/gm))
      names.add(name);
    for (const [name] of /^\[.*\]$/.test(entry.value) ? entry.value.matchAll(/[\w.-]+/g) : [])
      names.add(name);
  }
  return [...names];
}
