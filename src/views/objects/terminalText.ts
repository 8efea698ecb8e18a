import type { Answer } from '../../engine/calls';
import { flag, integer, object } from '../../engine/wire';
import { sayProblem } from '../engine/state';

/** A terminal goes down at a line feed, and to the left only at a carriage return. */
export function toTerminal(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

/** What Portolan itself says in a terminal, apart from what runs there; names and words of an engine control nothing. */
export function note(words: string): string {
  return `\r\n\u001b[2m[${words.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()}]\u001b[0m\r\n`;
}

/** Why a log or a shell ended, from what the engine says of the container afterwards (`GET /containers/{id}/json`). */
export function sayEnd(inspected: Answer<unknown>): string {
  if (!inspected.ok) {
    const { problem } = inspected;
    return problem.reason === 'engineError' ? problem.detail : sayProblem(problem);
  }
  const { Running, ExitCode } = object(object(inspected.value).State);
  if (flag(Running)) {
    return 'The engine closed the stream; the container is still running.';
  }
  const code = integer(ExitCode);
  return code === undefined ? 'The container stopped.' : `The container stopped with exit code ${code}.`;
}

/** Why a shell ended: with its own exit code, or because its container did. */
export function sayShellEnd(inspected: Answer<unknown>, code: number | undefined): string {
  const running = inspected.ok && flag(object(object(inspected.value).State).Running);
  return running && code !== undefined ? `The shell ended with exit code ${code}.` : sayEnd(inspected);
}
