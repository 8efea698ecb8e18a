import type { Spelling, Topic } from '../../catalog';
import { code } from '../markdown';
import type { Use } from '../use';
import { say, type ValueProblem } from '../values/say';

/** What is said of one value: Markdown, in the order of the hover. */
export interface Explanation {
  /** The value in words. */
  readonly meaning: string;
  /** Its parts. */
  readonly details: readonly string[];
  /** Pitfalls of this very value. */
  readonly mind: readonly string[];
  /** What the engine knows. */
  readonly now: readonly string[];
  /** Docker's alone: a refusal or a conflict, of which other programs may think otherwise. */
  readonly dockerOnly?: true;
}

/** **Publish a port** · `-p 8080:80` */
export function heading(topic: Topic, spelling: Spelling, use: Use): string {
  return `**${spelling.title ?? topic.title}** · ${code(written(use))}`;
}

function written({ kind, place, spelling, text, parts }: Use): string {
  if (place === 'dockerfile') return text === undefined ? spelling : `${spelling} ${text}`;
  if (place === 'dockerfileRun' && text !== undefined) return `RUN ${spelling}=${text}`;
  if (kind === 'flag') return text === undefined ? spelling : `${spelling} ${text}`;
  if (text !== undefined) return `${spelling}: ${text}`;
  const short = parts
    .filter(({ path }) => !path.includes('/'))
    .map(({ path, text: value }) => `${path}: ${value}`);
  return short.length > 0 ? `${spelling}: { ${short.join(', ')} }` : `${spelling}:`;
}

/** The one link of a hover. */
export function docsLink(topic: Topic, spelling: Spelling): string {
  return `[Docker documentation](${spelling.docs ?? topic.docs})`;
}

/** A value that docker refuses: its words, and what to write instead. */
export function explainProblem(problem: ValueProblem, reader: 'Docker' | 'Compose' = 'Docker'): Explanation {
  const { docker, advice } = say(problem);
  // Compose says the same thing in words of its own.
  const meaning =
    docker === undefined || reader === 'Compose'
      ? `**Not valid.** ${advice}`
      : `**Docker refuses it:** ${code(docker)}`;
  const details = meaning.endsWith(advice) ? [] : [advice];
  return { meaning, details, mind: [], now: [], dockerOnly: true };
}

/** What is said of a value in which variables stand. */
export const putInLater = 'Known when the variables are put in.';

/** A value that is known only when the command runs or the file is used. */
export function explainUnknown(words: string): Explanation {
  return { meaning: words, details: [], mind: [], now: [] };
}

/** What belongs to the container whose network is shared: `conflicting options: dns and the network mode`. */
export function refusedByMode(what: string): Explanation {
  const meaning = `**The engine refuses it:** ${code(`conflicting options: ${what} and the network mode`)}`;
  const details = ['It belongs to the container whose network is shared.'];
  return { meaning, details, mind: [], now: [], dockerOnly: true };
}
