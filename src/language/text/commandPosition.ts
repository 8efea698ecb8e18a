import type { Command } from './words';

/** Words that run the command behind them, with what flags they have; `shell` does so in `$(shell …)` of a Makefile. */
const runners: ReadonlySet<string> = new Set(
  (
    '! { command do doas elif else env eval exec if ionice nice nohup setsid shell stdbuf sudo then time timeout ' +
    'until while winpty xargs $ RUN CMD ENTRYPOINT HEALTHCHECK ONBUILD'
  ).split(' '),
);

const assignment = /^\w+\+?=/;
const duration = /^\d+(\.\d+)?[smhd]?$/;

/**
 * True where the word at `index` is the program that runs: nothing before it but `sudo`, `env`, assignments and
 * the like. In `echo docker run` it is a word like any other.
 */
export function isCommandPosition(words: Command, index: number): boolean {
  let mayHaveFlags = false;
  for (let at = 0; at < index; at += 1) {
    const word = words[at]?.text ?? '';
    const passes = runners.has(word) || runners.has(word.toUpperCase()) || assignment.test(word);
    const belongs = mayHaveFlags && (isFlag(word) || duration.test(word) || isFlagValue(words, at));
    if (!passes && !belongs) return false;
    mayHaveFlags ||= passes;
  }
  return true;
}

function isFlag(word: string): boolean {
  return word.startsWith('-');
}

/** The word after a short flag may be its value: `sudo -u root docker`. */
function isFlagValue(words: Command, at: number): boolean {
  return /^-\w$/.test(words[at - 1]?.text ?? '');
}
