import {
  composeNetwork,
  findContainer,
  findNetwork,
  joinedNetworks,
  networkOfUse,
  ownContainers,
  serviceContainers,
  type LiveFacts,
} from '../facts';
import type { Scope, Use } from '../use';
import { readLink, readNetwork } from '../values/read';

/** The live object that a hover is about, to be shown elsewhere: its id. */
export type HoverSubject =
  | { readonly kind: 'network'; readonly networkId: string }
  | { readonly kind: 'container'; readonly containerId: string };

/** What of the engine a use names, or what its own container is on; undefined where the engine has nothing of it. */
export function hoverSubject(use: Use, scope: Scope, facts: LiveFacts): HoverSubject | undefined {
  if (scope.foreign !== undefined) return undefined;
  const named = namedSubject(use, scope, facts);
  if (named !== 'unnamed') return named;
  // A port, a name, an address: of a container that is there.
  if (ownContainers(scope, facts).length === 0) return undefined;
  return ofNetwork(joinedNetworks(facts, scope)?.[0]?.id);
}

function namedSubject(use: Use, scope: Scope, facts: LiveFacts): HoverSubject | undefined | 'unnamed' {
  const { syntax, text, kind } = use;
  if (syntax === 'network' || syntax === 'networkMode') return chosenSubject(use, facts);
  if (syntax === 'link' || syntax === 'externalLink') {
    const link = readLink(use);
    return link?.ok ? ofContainer(findContainer(facts, link.target)?.id) : undefined;
  }
  if (syntax === 'serviceLink') {
    const link = readLink(use);
    return link?.ok ? ofContainer(serviceContainers(facts, link.target)[0]?.id) : undefined;
  }
  if (syntax === 'networks' || syntax === 'networkDefinition')
    return kind === 'item' && text !== undefined ? ofNetwork(composeNetwork(facts, text)?.id) : undefined;
  if (use.owner !== undefined || scope.network !== undefined)
    return ofNetwork(networkOfUse(use, scope, facts)?.id);
  return 'unnamed';
}

function chosenSubject(use: Use, facts: LiveFacts): HoverSubject | undefined {
  const value = readNetwork(use);
  if (!value?.ok) return undefined;
  switch (value.mode) {
    case 'container':
      return ofContainer(findContainer(facts, value.name)?.id);
    case 'service':
      return ofContainer(serviceContainers(facts, value.name)[0]?.id);
    case 'default':
    case 'bridge':
      return ofNetwork(facts.topology.networks.find(({ defaultBridge }) => defaultBridge)?.id);
    case 'host':
    case 'none':
    case 'named':
      return ofNetwork(findNetwork(facts, value.name)?.id);
  }
}

function ofNetwork(networkId: string | undefined): HoverSubject | undefined {
  return networkId === undefined ? undefined : { kind: 'network', networkId };
}

function ofContainer(containerId: string | undefined): HoverSubject | undefined {
  return containerId === undefined ? undefined : { kind: 'container', containerId };
}
