import { drivers, findSpelling, topics, type Topic } from '../../catalog';
import type { LiveFacts } from '../facts';
import { code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { parseSwitch } from '../values/switch';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';

interface Row {
  readonly meaning: string;
  readonly pitfalls: readonly string[];
}

/** The row of the catalog for a value; of pairs such as `driver=bridge` the row of the key. */
function rowOf({ place, spelling }: Use, form: string): Row | undefined {
  const found = findSpelling<Topic>(topics, place, spelling);
  if (!found) return undefined;
  const values = found.spelling.values ?? found.topic.values;
  const key = keyOf(form);
  const row = values.find((one) => one.form === form) ?? values.find((one) => keyOf(one.form) === key);
  // Those of the topic are about its own values.
  const pitfalls = found.spelling.pitfalls ?? (found.spelling.values ? [] : found.topic.pitfalls);
  return row && (row.form === form || key !== undefined) ? { meaning: row.meaning, pitfalls } : undefined;
}

/** `driver=` of `driver=bridge`, `label!=` of `label!=keep`. */
function keyOf(form: string): string | undefined {
  return /^[\w.-]+!?=/.exec(form)?.[0];
}

/** What a switch does that is on or off: `--internal`, `internal: true`. A key without a value has no say. */
export function explainSwitch(use: Use): Explanation | undefined {
  if (use.text === undefined && use.kind !== 'flag') return undefined;
  if (use.text !== undefined && isInterpolated(use.text)) return explainUnknown(putInLater);
  const value = parseSwitch(use.text);
  if (!value.ok) return explainProblem(value.problem, use.kind === 'flag' ? 'Docker' : 'Compose');
  const row = rowOf(use, String(value.on));
  if (!row) return undefined;
  return {
    meaning: `**${value.on ? 'On' : 'Off'}:** ${row.meaning}.`,
    details: [],
    mind: value.on ? row.pitfalls : [],
    now: [],
  };
}

/** What one of a few words means; of other texts the topic tells. */
export function explainText(use: Use): Explanation | undefined {
  if (use.text === undefined) return undefined;
  const row = rowOf(use, use.text);
  // The braces of a template are its own.
  if (!row && use.topic !== 'networkFormat' && isInterpolated(use.text)) return explainUnknown(putInLater);
  return row && explainUnknown(`${code(use.text)}: ${row.meaning}.`);
}

/** Which driver `--driver macvlan` chooses, and whether the engine has it. */
export function explainDriver(
  use: Use,
  _scope: Scope,
  facts: LiveFacts | undefined,
): Explanation | undefined {
  const { text } = use;
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  if (text === '') return explainUnknown('No wish: `bridge`.');
  if (text === 'host' || text === 'null')
    return {
      meaning: `**The engine refuses it:** ${code(`only one instance of "${text}" network is allowed`)}`,
      details: ['The engine makes that one itself: `docker network ls`.'],
      mind: [],
      now: [],
      dockerOnly: true,
    };
  const driver = drivers.find(({ engineNames, kind }) => engineNames.includes(text) && kind !== 'mode');
  const now = facts ? knownWords(text, facts) : [];
  const beside = drivers.find(({ id, kind }) => id === text && kind === 'notADriver');
  if (beside) return { meaning: beside.summary, details: [beside.useWhen], mind: beside.limits, now: [] };
  if (!driver) {
    const refusal = code(`plugin "${text}" not found`);
    const words = `A plugin ${code(text)} carries the packets. Where it is not installed, the engine says ${refusal}.`;
    return { ...explainUnknown(words), now };
  }
  return {
    meaning: driver.summary,
    details: [driver.useWhen],
    mind: driver.limits,
    now,
  };
}

/** A plugin of the first kind is not in the list until a network uses it. */
function knownWords(name: string, { topology }: LiveFacts): readonly string[] {
  const { drivers: known } = topology.host;
  if (known.length === 0 || known.includes(name)) return [];
  return [`this engine does not list it; it has ${codeList(known, 8)}.`];
}
