import { normaliseHost } from './transport';
import { object, text } from './wire';

/** An engine that the user has picked for the workspace; undefined where the docker CLI's rules decide. */
export type EngineChoice = { readonly kind: 'sample' } | EndpointChoice | undefined;

/** It goes before the setting and the environment. */
export type EndpointChoice =
  | { readonly kind: 'context'; readonly name: string }
  /** A normalised address: `ssh://user@host`. */
  | { readonly kind: 'host'; readonly url: string };

/** Reads a choice as it was remembered, maybe by another version; anything odd is no choice. */
export function decodeChoice(remembered: unknown): EngineChoice {
  const { kind, name, url } = object(remembered);
  switch (kind) {
    case 'sample':
      return { kind };
    case 'context':
      return text(name) === undefined ? undefined : { kind, name: String(name) };
    case 'host':
      return text(url) === undefined ? undefined : hostChoice(String(url));
    default:
      return undefined;
  }
}

/** The choice of an address as the user writes it: `/run/docker.sock`, `host:2375`, `ssh://user@host`. */
export function hostChoice(host: string): Extract<EndpointChoice, { kind: 'host' }> {
  return { kind: 'host', url: normaliseHost(host.trim()) };
}
