import type { EngineProblem } from '../../engine/state';
import { joinWords } from '../../language';
import { sayProblem } from '../../views/engine/state';
import { plural } from '../../views/rows/rows';
import type { ChangeProblem } from './quickChange';

/**
 * The engine's own words; what is wrong with the way to it gets a sentence around them. A network in use is refused with
 * status 403 (seen on engine 20.10), so `forbidden` is a refusal like any other here.
 */
export function sayFailure(problem: EngineProblem): string {
  return problem.reason === 'engineError' || problem.reason === 'forbidden'
    ? problem.detail
    : sayProblem(problem);
}

/**
 * `shop_back was not removed: …`. A call that was given up may still be carried out: nothing is claimed then, and the
 * view shows what the engine has. One that was never sent is claimed: nobody carries it out.
 */
export function sayNotDone(name: string, done: string, problem: ChangeProblem): string {
  const { reason, sent, cancelled } = problem;
  const unknown = sent && (cancelled || reason === 'timeout' || reason === 'disconnected');
  const head = unknown
    ? `${name} may or may not have been ${done}, the view tells`
    : `${name} was not ${done}`;
  return `${head}: ${cancelled ? sayCancelled(sent) : ended(sayFailure(problem))}`;
}

function sayCancelled(sent: boolean): string {
  return `you cancelled it ${sent ? 'before the engine answered' : 'before the engine was asked'}.`;
}

/** A notification makes links of `[words](command:…)`: names and words of an engine stay text. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}

const MOST_LINES = 12;

/** The lines of a question: one that is longer than the window can't be answered. */
export function firstLines(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `And ${rest} more like these.`] : lines;
}

const MOST_NAMES = 8;

/** `web`, `web and api`; of a long list the first eight: `a, b, c, d, e, f, g, h and 4 more`. */
export function listNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : joinWords(names);
}

/** One thing that was to be done to an object, and what the engine said where it did not do it. */
export interface Outcome {
  readonly name: string;
  readonly problem: ChangeProblem | undefined;
}

/**
 * What became of all of them, in one message: `2 of 3 networks were removed. shop_back was not removed: …`. `asked` is how many
 * were to be done; it is more than there are outcomes where somebody stopped it.
 */
export function sayOutcomes(
  outcomes: readonly Outcome[],
  asked: number,
  { noun, done }: { readonly noun: string; readonly done: string },
): string {
  const fine = outcomes.filter(({ problem }) => problem === undefined).map(({ name }) => name);
  const failed = outcomes.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [sayNotDone(name, done, problem)],
  );
  const head = `${sayCount(fine, asked, noun)} ${fine.length < 2 ? 'was' : 'were'} ${done}.`;
  const stopped = outcomes.length < asked ? ['The rest was not tried.'] : [];
  return asked === 1 && failed[0] !== undefined
    ? `The ${noun} ${failed[0]}`
    : [head, ...failed, ...stopped].join(' ');
}

function sayCount(fine: readonly string[], asked: number, noun: string): string {
  if (fine.length === asked && asked > 0) {
    return `The ${noun}${asked === 1 ? '' : 's'} ${listNames(fine)}`;
  }
  return fine.length === 0 ? `No ${noun}` : `${fine.length} of ${plural(asked, noun)}`;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The end of a command that is too long for one line of a quick pick; the whole of it stands above. */
export function restOf(command: string): string | undefined {
  const cut = command.lastIndexOf(' ', LINE);
  return command.length <= LINE ? undefined : `… ${command.slice(cut + 1)}`;
}

/** Characters of a command that are seen for sure. */
const LINE = 80;
