import type { LiveFacts } from '../facts';
import type { Scope } from '../use';
import { composeFile, type ComposeFile, type ServiceOutline } from './composeFile';
import { namesIn, type NetworkNames } from './networkNames';
import { networkPlans, type NetworkPlan } from './networkPlan';

/** A file as the rules see it: what it asks docker to do, and what the engine knows. */
export interface FileView {
  readonly text: string;
  readonly languageId: string;
  /** Without comments, notes and the commands of other programs. */
  readonly scopes: readonly Scope[];
  /** Of a compose file; undefined for another one. */
  readonly compose: ComposeView | undefined;
  readonly live: LiveFacts | undefined;
  readonly made: MadeHere;
}

/** Names that the commands of the file itself bring about. */
export interface MadeHere {
  /** With other words of the same lines: what stands there is no news to the file. */
  readonly networks: ReadonlySet<string>;
  readonly containers: ReadonlySet<string>;
}

/** A compose file as a whole. */
export interface ComposeView {
  readonly outline: ComposeFile;
  readonly names: NetworkNames;
  /** The networks that it defines, by their keys. */
  readonly plans: ReadonlyMap<string, NetworkPlan>;
  readonly services: readonly Scope[];
}

/** Where a text comes from, as far as it is known. */
export interface FileOptions {
  /** `compose.override.yaml`; undefined for a text that is nowhere yet. */
  readonly fileName?: string | undefined;
  /** Another file is laid over this one: `compose.override.yaml` beside it. */
  readonly combined?: boolean | undefined;
  readonly live?: LiveFacts | undefined;
}

/** Puts together what the rules need of a file whose scopes are read. */
export function fileView(
  text: string,
  languageId: string,
  scopes: readonly Scope[],
  { fileName, combined, live }: FileOptions,
): FileView {
  const isCompose = languageId === 'dockercompose' || languageId === 'yaml';
  const read = isCompose ? composeFile(text, fileName) : undefined;
  const outline = read && combined ? { ...read, open: true } : read;
  const compose = outline && {
    outline,
    names: namesIn(scopes, outline),
    plans: networkPlans(text, scopes, outline),
    services: scopes.filter(({ place }) => place === 'composeService'),
  };
  return { text, languageId, scopes, compose, live, made: madeIn(text, scopes) };
}

/** `docker network create front` has no flags to see: its line is looked at. */
function madeIn(text: string, scopes: readonly Scope[]): MadeHere {
  const lines = text.includes('network create') ? (text.match(/^.*network create.*$/gm) ?? []) : [];
  const commands = scopes.filter(({ place }) => place === 'run' || place === 'create');
  return {
    networks: new Set(lines.flatMap((line) => line.split(/[\s"']+/))),
    containers: new Set(commands.flatMap(({ name }) => name ?? [])),
  };
}

/** The outline of the service that a scope is about; undefined where it is not written in lines. */
export function outlineOf(file: FileView, { place, name }: Scope): ServiceOutline | undefined {
  return place === 'composeService' && name !== undefined
    ? file.compose?.outline.services.get(name)
    : undefined;
}

/** True where the service or command may have flags or keys that are not seen. */
export function isOpen(file: FileView, scope: Scope): boolean {
  if (scope.place !== 'composeService') return scope.partial === true;
  return outlineOf(file, scope)?.open ?? true;
}
