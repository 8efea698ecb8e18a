import { checkEndpointAddress, sayConnectFinding, type Network } from '../../model';
import type { FileView } from '../compose/fileView';
import { findContainer, findNetwork, networkOfUse, ownContainers } from '../facts';
import type { Span } from '../span';
import { isInterpolated, type Scope, type Use } from '../use';
import { rule } from './shared/rule';

interface Refused extends Span {
  readonly words: string;
}

/** The network of the engine that an address is for; undefined where the file itself makes it. */
function liveNetwork(use: Use, scope: Scope, { live, compose, made }: FileView): Network | undefined {
  if (!live) return undefined;
  if (use.owner !== undefined) {
    const plan = compose?.plans.get(use.owner);
    return plan?.external ? findNetwork(live, plan.ownName ?? plan.name) : undefined;
  }
  const network = networkOfUse(use, scope, live);
  return network && made.networks.has(network.name) ? undefined : network;
}

/** The container that is to have the address, where it is there already: it may have it now. */
function ownId(scope: Scope, { live }: FileView): string {
  if (!live) return '';
  const own = ownContainers(scope, live)[0] ?? findContainer(live, scope.name ?? '');
  return own?.id ?? '';
}

function refused(scope: Scope, file: FileView): readonly Refused[] {
  const { live, languageId } = file;
  if (!live || languageId === 'markdown') return [];
  return scope.uses.flatMap((use) => {
    const { syntax, text, value } = use;
    if ((syntax !== 'ipv4' && syntax !== 'ipv6') || !value || !text || isInterpolated(text)) return [];
    const network = liveNetwork(use, scope, file);
    if (!network || network.defaultBridge || network.predefined) return [];
    const family = syntax === 'ipv4' ? 4 : 6;
    return checkEndpointAddress(text, family, ownId(scope, file), network, live.topology)
      .filter(({ severity, code }) => severity === 'error' && code !== 'address.format')
      .filter(({ code }) => code !== 'address.taken' || scope.name !== undefined)
      .map((finding) => ({ words: sayConnectFinding(finding), ...value }));
  });
}

/** `--ip` on a network of the engine that can not give that address. */
export const addressLive = rule<Refused>({
  code: 'address.live',
  severity: 'warning',
  about: 'A fixed address that a network of the connected engine does not have or give away.',
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/#ip',
  check: refused,
  say: ({ words }) => `The connected engine refuses it: ${words}`,
});
