import type { Topology } from '../../model';
import type { LiveFacts } from '../facts';
import { projectName } from '../project';
import type { Completion, Proposal, Proposals } from './completion';
import { commandCursor, valueCursor, type CommandCursor, type ValueCursor } from './cursor';
import { keyCursor, type KeyCursor } from './keyCursor';
import { proposeFlags, proposeOperands } from './proposeFlags';
import { hasKeys, proposeKeys } from './proposeKeys';
import { proposers } from './proposers';
import { yamlScalar } from './yamlScalar';

export interface CompletionOptions {
  /** The name of the folder that the file is in. */
  readonly folder?: string | undefined;
  /** Also keys of compose files that its schema knows: where no other extension proposes them. */
  readonly schemaKeys?: boolean;
  /** Flags also where no dash is written yet: somebody asked for them. */
  readonly asked?: boolean;
}

/** What may be written at the cursor, with what the engine knows or without. */
export type Completer = (topology: Topology | undefined) => readonly Completion[];

/**
 * Says what may be written at an offset: values, network flags of a docker command, keys of a compose file. Undefined
 * where nothing of that stands: then nobody needs to ask the engine. Reads the block around the offset alone.
 */
export function completerAt(
  text: string,
  languageId: string,
  offset: number,
  { folder, schemaKeys = false, asked = false }: CompletionOptions = {},
): Completer | undefined {
  const inValue = valueCursor(text, languageId, offset);
  const isCompose = languageId === 'dockercompose' || languageId === 'yaml';
  const found = isCompose ? keyCursor(text, offset) : undefined;
  const key = found && hasKeys(found, schemaKeys) ? found : undefined;
  // A key of a map is read as an item of it.
  const value = key && inValue?.use.kind === 'item' && key.path.at(-1) !== '[]' ? undefined : inValue;
  const command = value || key ? undefined : commandCursor(text, languageId, offset);
  if (!value && !key && !command) return undefined;
  return (topology) => {
    const live = topology && { topology, project: projectName(text, folder) };
    return [
      ...(value ? valueCompletions(value, text, offset, live) : []),
      ...(key ? keyCompletions(key, text, offset, live, schemaKeys) : []),
      ...(command ? commandCompletions(command, text, offset, live, asked) : []),
    ];
  };
}

function valueCompletions(
  cursor: ValueCursor,
  text: string,
  offset: number,
  live: LiveFacts | undefined,
): readonly Completion[] {
  const { use, scope, before, after } = cursor;
  if (/[$`%{}<>]/.test(before) || before.startsWith('--')) return [];
  // Other programs have networks and containers of their own.
  const facts = scope.foreign === undefined ? live : undefined;
  const around = { text: text.slice(0, offset - before.length) + text.slice(offset + after.length), facts };
  const found = proposers[use.syntax](cursor, around);
  if (!found) return [];
  const whole = found.before === before && found.after === after;
  const plain = use.plain && whole;
  return placed(
    text,
    offset,
    plain ? { ...found, proposals: found.proposals.map((one) => asScalar(one, use.syntax)) } : found,
  );
}

function asScalar(proposal: Proposal, syntax: string): Proposal {
  const insert = proposal.insert ?? proposal.label;
  return insert.startsWith('- ') ? proposal : { ...proposal, insert: yamlScalar(insert, syntax) };
}

function keyCompletions(
  cursor: KeyCursor,
  text: string,
  offset: number,
  facts: LiveFacts | undefined,
  inSchema: boolean,
): readonly Completion[] {
  const proposals = proposeKeys(cursor, offset, { text, facts }, inSchema);
  return placed(text, offset, { before: cursor.before, after: cursor.after, proposals });
}

function commandCompletions(
  { scope, before, after, apart }: CommandCursor,
  text: string,
  offset: number,
  live: LiveFacts | undefined,
  asked: boolean,
): readonly Completion[] {
  const facts = scope.foreign === undefined ? live : undefined;
  const operands = before.startsWith('-') ? [] : proposeOperands(scope, { text, facts });
  const flags =
    before.startsWith('-') || (asked && before === '') ? proposeFlags(scope.place, apart || undefined) : [];
  return placed(text, offset, { before, after, proposals: [...operands, ...flags] });
}

/** A value that does not stand in the file as it is read is left alone. */
function placed(
  text: string,
  offset: number,
  { before, after, proposals }: Proposals,
): readonly Completion[] {
  const [start, end] = [offset - before.length, offset + after.length];
  const written = before + after;
  if (text.slice(start, end) !== written || written.includes('\n')) return [];
  return proposals.map((proposal) => ({ ...proposal, start, end }));
}
