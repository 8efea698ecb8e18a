import type { Proposal, Proposals } from './completion';
import type { ValueCursor } from './cursor';
import type { Surroundings } from './proposer';
import { liveNetworks } from './names';

/** What services of the swarm have, and may lose. */
export function proposeRemoval(
  { before, after, use }: ValueCursor,
  around: Surroundings,
): Proposals | undefined {
  if (use.topic === 'network')
    return {
      before,
      after,
      proposals: liveNetworks(around, ({ scope, ingress }) => scope === 'swarm' && !ingress),
    };
  if (use.topic !== 'publish' || before.includes('=')) return undefined;
  const ports = (around.facts?.topology.services ?? []).flatMap(({ name, ports: published }) =>
    published.map(({ targetPort, protocol }): Proposal => {
      const label = protocol === 'tcp' ? String(targetPort) : `${targetPort}/${protocol}`;
      return { label, kind: 'port', detail: `published by ${name}` };
    }),
  );
  return { before, after, proposals: ports };
}
