import { networkNames } from '../compose/networkNames';
import type { Span } from '../span';
import type { Use } from '../use';
import { networkAt, type NamedNetwork } from './networkAt';

/** A text in the place of another. */
export interface Edit extends Span {
  readonly text: string;
}

/** Where a network can be renamed, or why not, in words for people. */
export type Renamable =
  { readonly ok: true; readonly network: NamedNetwork } | { readonly ok: false; readonly reason: string };

/** What a rename changes, or why it can not be. */
export type Rename =
  { readonly ok: true; readonly edits: readonly Edit[] } | { readonly ok: false; readonly reason: string };

/** True for a key of the top-level `networks`, by the schema of compose. */
function isNetworkKey(name: string): boolean {
  return /^[a-zA-Z0-9._-]+$/.test(name);
}

/** Whether the network whose name stands at an offset can have another name. Undefined where no network is named. */
export function renamableNetwork(text: string, languageId: string, offset: number): Renamable | undefined {
  const network = networkAt(text, languageId, offset);
  if (!network) return undefined;
  const reason = refusal(network, text, languageId);
  return reason === undefined ? { ok: true, network } : { ok: false, reason };
}

function refusal({ name, definitions }: NamedNetwork, text: string, languageId: string): string | undefined {
  if (name === 'default')
    return 'The network “default” is the one that services without networks join: with another name they would leave it.';
  if (!isNetworkKey(name)) return `“${name}” is put in later: there is no name to change.`;
  if (definitions.length === 0) return `The network “${name}” is not defined in this file.`;
  const uses = definitionUses(name, text, languageId);
  const external = uses.some(({ topic, text: value }) => topic === 'externalNetwork' && value !== 'false');
  const named = uses.some(({ topic }) => topic === 'networkName');
  if (external && !named)
    return `The network “${name}” is made elsewhere, under this very name. With “name: ${name}” beside “external” its key can be another one.`;
  return undefined;
}

function definitionUses(name: string, text: string, languageId: string): readonly Use[] {
  return networkNames(text, languageId)
    .definitions.filter((one) => one.name === name)
    .flatMap(({ scope }) => scope.uses.filter(({ owner }) => owner === name));
}

/**
 * Gives a network of a compose file another name: its definition and every place of this file that names it. Files that
 * include this one, or are laid over it, are not changed. On the engine it is another network from then on, as compose
 * names it by its key unless it has a `name`.
 */
export function renameNetwork(
  text: string,
  languageId: string,
  offset: number,
  newName: string,
): Rename | undefined {
  const found = renamableNetwork(text, languageId, offset);
  if (!found?.ok) return found;
  const { name, definitions, references } = found.network;
  if (!isNetworkKey(newName))
    return {
      ok: false,
      reason: 'The name of a network has letters, digits, dots, underscores and dashes alone.',
    };
  if (newName === 'default')
    return {
      ok: false,
      reason: 'Services without networks would join it: “default” is the network of the project.',
    };
  if (newName !== name && networkNames(text, languageId).definitions.some((one) => one.name === newName))
    return { ok: false, reason: `This file has a network “${newName}” already.` };
  const spans = [...definitions, ...references].sort((left, right) => left.start - right.start);
  return { ok: true, edits: spans.map((span) => ({ ...span, text: written(text, span, newName) })) };
}

/** Words that YAML may read as something else than text, and beginnings with a meaning. */
const special = /^(y|n|yes|no|on|off|true|false|null|[\d.+-].*)$/i;

function written(text: string, { start }: Span, name: string): string {
  const quoted = text[start - 1] === '"' || text[start - 1] === "'";
  return !quoted && special.test(name) ? `"${name}"` : name;
}
