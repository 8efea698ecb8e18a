import type { Command } from './words';

const execForm =
  /^[\s\uFEFF]*(?:ONBUILD\s+)?(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK(?:\s+--\S+)*\s+CMD)(?:\s+--\S+)*\s*\[/i;

/** The words of an instruction without a shell: `RUN ["docker", "run", "-p", "80:80", "nginx"]`. */
export function execWords(instruction: string): Command {
  const start = execForm.exec(instruction)?.[0].length;
  if (start === undefined) return [];
  const strings = instruction.slice(start).matchAll(/"((?:[^"\\]|\\.)*)"/g);
  return Array.from(strings, ({ index, 1: text = '' }) => {
    const from = start + index + 1;
    return { start: from, end: from + text.length, text, at: undefined };
  });
}
