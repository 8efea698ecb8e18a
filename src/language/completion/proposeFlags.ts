import { topics, type Place, type Spelling, type Topic } from '../../catalog';
import { describeTopic } from '../hover/describeTopic';
import { flagUse } from '../text/flagUse';
import type { Scope } from '../use';
import type { Proposal } from './completion';
import { isJoinable, isOwnNetwork, liveContainers, liveNetworks } from './names';
import type { Surroundings } from './proposer';

/**
 * The network flags of a command or of RUN, in the order of the catalog, the preferred spelling first. `joined`: the value
 * is to stand in the same word.
 */
export function proposeFlags(place: Place, joined = place === 'dockerfileRun'): readonly Proposal[] {
  const rows = topics.flatMap((topic: Topic) =>
    topic.spellings
      .filter(({ places }) => places.includes(place))
      .flatMap((spelling) => spelling.names.map((name, rank) => ({ topic, spelling, name, rank }))),
  );
  return [...rows.filter(({ rank }) => rank === 0), ...rows.filter(({ rank }) => rank > 0)].map(
    ({ topic, spelling, name }) => flagProposal(place, topic, spelling, name, joined),
  );
}

function flagProposal(
  place: Place,
  topic: Topic,
  spelling: Spelling,
  name: string,
  joined: boolean,
): Proposal {
  const span = { start: 0, end: 0 };
  const documentation = describeTopic(topic, spelling, flagUse(place, name, span, undefined));
  const proposal = {
    label: name,
    kind: 'flag',
    detail: spelling.title ?? topic.title,
    documentation,
  } as const;
  if (spelling.syntax === 'switch' || spelling.syntax === 'publishAll') return proposal;
  return { ...proposal, insert: joined ? `${name}=` : `${name} `, more: true };
}

type Operands = (around: Surroundings, network: string | undefined) => readonly Proposal[];

/** Names in commands about networks that are there: `docker network rm front`, `docker network connect front web`. */
export function proposeOperands({ place, network }: Scope, around: Surroundings): readonly Proposal[] {
  return operands.get(place)?.(around, network) ?? [];
}

const operands: ReadonlyMap<Place, Operands> = new Map<Place, Operands>([
  ['networkInspect', (around) => liveNetworks(around, () => true)],
  ['networkRemove', (around) => liveNetworks(around, isOwnNetwork)],
  [
    'networkConnect',
    (around, network) =>
      network === undefined
        ? liveNetworks(around, isJoinable)
        : liveContainers(around, (one) => !isOn(one, network) && one.mode.kind === 'network'),
  ],
  [
    'networkDisconnect',
    (around, network) =>
      network === undefined
        ? liveNetworks(around, ({ endpoints, driver }) => endpoints.length > 0 && driver !== 'host')
        : liveContainers(around, (one) => isOn(one, network)),
  ],
]);

function isOn(
  { endpoints }: { readonly endpoints: readonly { readonly networkName: string }[] },
  network: string,
): boolean {
  return endpoints.some(({ networkName }) => networkName === network);
}
