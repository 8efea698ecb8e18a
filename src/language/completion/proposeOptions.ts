import { driverByEngineName, drivers, type DriverOption } from '../../catalog';
import type { Scope, Use } from '../use';
import type { Proposal, Proposals } from './completion';
import type { ValueCursor } from './cursor';
import type { Surroundings } from './proposer';
import { rowsOf } from './topicRows';

/** A name of an option, and what it may be. */
export interface OptionRow {
  readonly key: string;
  readonly meaning: string;
  readonly values: readonly string[];
}

/** `-o` and `driver_opts`: the options of the driver. */
export function proposeDriverOption(cursor: ValueCursor): Proposals | undefined {
  return proposePair(cursor, driverOptions(cursor.scope));
}

/** `--sysctl`, and `--driver-opt` of an endpoint: what the topic names. */
export function proposeTopicPair(cursor: ValueCursor): Proposals | undefined {
  return proposePair(cursor, topicPairs(cursor.use));
}

/** The options that the driver of the scope's network knows: bridge where none is named. */
export function driverOptions({ uses }: Scope): readonly OptionRow[] {
  const name = uses.find(({ syntax }) => syntax === 'driver')?.text ?? 'bridge';
  const id = driverByEngineName(name);
  const options: readonly DriverOption[] = drivers.find((driver) => driver.id === id)?.options ?? [];
  return options.map(({ key, meaning, values }) => ({ key, meaning, values: choicesOf(values) }));
}

/** `true (default), false` → both words; none of a description in words. */
function choicesOf(values: string): readonly string[] {
  const words = values.split(', ').map((one) => /^([\w-]+)( \(default\))?$/.exec(one)?.[1]);
  return words.length > 1 && words.every((word) => word !== undefined) ? words : [];
}

/** The `key=value` rows of a topic. */
export function topicPairs(use: Pick<Use, 'place' | 'spelling'>): readonly OptionRow[] {
  return rowsOf(use).flatMap(({ form, meaning }) => {
    const equals = form.indexOf('=');
    const refused = meaning.startsWith('refused');
    return equals < 0 || refused
      ? []
      : [{ key: form.slice(0, equals), meaning, values: [form.slice(equals + 1)] }];
  });
}

/** A key of compose has a map below it, whose keys are proposed as such. */
function proposePair({ before, after, use }: ValueCursor, rows: readonly OptionRow[]): Proposals | undefined {
  if (use.kind === 'key') return undefined;
  const equals = before.indexOf('=');
  if (equals >= 0) {
    const key = before.slice(0, equals);
    const values = rows.find((row) => row.key === key)?.values ?? [];
    const proposals = values.map((label): Proposal => ({ label, kind: 'word' }));
    return { before: before.slice(equals + 1), after, proposals };
  }
  const tail = after.includes('=') ? after.slice(0, after.indexOf('=') + 1) : after;
  const proposals = rows.map(({ key, meaning }): Proposal => ({
    label: `${key}=`,
    kind: 'key',
    documentation: meaning,
    more: true,
  }));
  return { before, after: tail, proposals };
}

/** `--driver` and `driver`: those of the engine, or those that every engine has. */
export function proposeDriver({ before, after }: ValueCursor, { facts }: Surroundings): Proposals {
  const names = facts?.topology.host.drivers ?? [];
  const known = names.length > 0 ? names : ['bridge', 'overlay', 'macvlan', 'ipvlan'];
  const proposals = known
    .filter((name) => name !== 'host' && name !== 'null' && name !== 'none' && /^[\w./:-]+$/.test(name))
    .map((name): Proposal => {
      const row = drivers.find(({ id }) => id === driverByEngineName(name));
      const detail = row?.id === 'plugin' ? 'a plugin of this engine' : row?.title;
      return {
        label: name,
        kind: 'driver',
        ...(detail === undefined ? {} : { detail }),
        ...(row ? { documentation: row.summary } : {}),
      };
    });
  return { before, after, proposals };
}
