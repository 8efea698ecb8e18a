import { isInterpolated, type Scope, type Use } from '../use';
import { parseExpose, type ExposeResult } from './expose';
import { parseLink, type LinkResult } from './link';
import { parseNetworkMode, parseNetworkValue, type NetworkResult } from './network';
import { parsePublish, parseShortPublish, type PublishResult } from './publish';

/** The value of a use as a port publication; undefined where there is none, or something is put in later. */
export function readPublish(use: Use): PublishResult | undefined {
  const text = use.text ?? longPort(use);
  if (use.syntax !== 'publish' || text === undefined || isInterpolated(text)) return undefined;
  // Compose has keys in the place of the words `published=8080,target=80` of the command line.
  return use.place === 'composeService' ? parseShortPublish(text) : parsePublish(text);
}

/** The value of a use as an exposed port, of the command line or of compose. */
export function readExpose({ text, syntax }: Use): ExposeResult | undefined {
  if (text === undefined || isInterpolated(text)) return undefined;
  return syntax === 'expose' || syntax === 'exposeKey' ? parseExpose(text) : undefined;
}

/** The value of a use as the choice of a network, from a flag or `network_mode`. */
export function readNetwork({ text, syntax }: Use): NetworkResult | undefined {
  if (text === undefined || isInterpolated(text)) return undefined;
  if (syntax === 'network') return parseNetworkValue(text);
  return syntax === 'networkMode' ? parseNetworkMode(text) : undefined;
}

/** What a container has in place of a network of its own. */
export type BorrowedMode = 'host' | 'none' | 'container' | 'service';

/** The mode of a container without a network of its own; undefined where it has one, or nothing tells. */
export function readBorrowedMode({ uses }: Scope): BorrowedMode | undefined {
  for (const value of uses.map(readNetwork)) {
    if (value?.ok && value.mode !== 'named' && value.mode !== 'bridge' && value.mode !== 'default')
      return value.mode;
  }
  return undefined;
}

const linkSyntaxes: ReadonlySet<Use['syntax']> = new Set(['link', 'serviceLink', 'externalLink']);

/** The value of a use as a link. */
export function readLink({ text, syntax }: Use): LinkResult | undefined {
  if (text === undefined || isInterpolated(text)) return undefined;
  return linkSyntaxes.has(syntax) ? parseLink(text) : undefined;
}

/** The long form of compose in the short notation: `target: 80` with `published: 8080` is `8080:80/tcp`. */
function longPort(use: Use): string | undefined {
  const target = partText(use, 'target');
  if (target === undefined) return undefined;
  const address = partText(use, 'host_ip');
  const host = partText(use, 'published') ?? '';
  const lead = address === undefined ? '' : `${address.includes(':') ? `[${address}]` : address}:`;
  return `${lead}${host}:${target}/${partText(use, 'protocol') ?? 'tcp'}`;
}

/** The entry of a map value at a path. */
export function partText({ parts }: Use, path: string): string | undefined {
  return parts.find((part) => part.path === path)?.text;
}
