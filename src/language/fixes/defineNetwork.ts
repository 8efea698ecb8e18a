import type { ComposeFile } from '../compose/composeFile';
import type { Fix } from '../rules/shared/rule';
import { replace } from './edits';

/** Adds the network at the end of the top-level `networks`, or of the file; undefined where that is no block of lines. */
export function defineNetwork(text: string, { top, networks }: ComposeFile, name: string): Fix | undefined {
  if (!/^[\w.-]+$/.test(name)) return undefined;
  const title = `Define the network ${name}`;
  const section = top.find((entry) => entry.name === 'networks');
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  if (!section) {
    const at = text.trimEnd().length;
    return {
      title,
      edits: [replace({ start: at, end: text.length }, `${line}${line}networks:${line}  ${name}:${line}`)],
      preferred: true,
    };
  }
  if (section.value !== '') return undefined;
  const column = [...networks.values()][0]?.column ?? section.column + 2;
  const at = section.lines.end;
  const lead = text.slice(0, at).endsWith('\n') ? '' : line;
  return {
    title,
    edits: [replace({ start: at, end: at }, `${lead}${' '.repeat(column)}${name}:${line}`)],
    preferred: true,
  };
}
