import { tame, type Fact, type Facts } from '../../diagram';
import type { Answer } from '../../engine/calls';
import type { ContainerDetails, NetworkDetails } from '../../engine/decodeDetails';
import type { Container, Network } from '../../model';
import { aliasFacts, exposedFacts, linkFacts, requestedFacts, resolverFacts } from '../rows/containerFacts';
import { detailFacts, type Fact as RowFact } from '../rows/networkFacts';

type Group = Facts['groups'][number];

/** The facts of a container with what only its inspect tells; where it fails, with the engine's own words. */
export function enrichContainer(
  facts: Facts,
  container: Container,
  networkOf: (id: string) => Network | undefined,
  answer: Answer<ContainerDetails>,
): Facts {
  if (!answer.ok) {
    return withGroups(facts, [notKnown('Aliases, links and requested ports', answer.problem.detail)]);
  }
  const details = answer.value;
  const names = container.endpoints.map((endpoint): Group => {
    const onDefaultBridge = networkOf(endpoint.networkId)?.defaultBridge === true;
    const rows = [
      ...aliasFacts(container, endpoint, details),
      ...linkFacts(endpoint, onDefaultBridge, details),
    ];
    return { title: tame(`Names on ${endpoint.networkName}`), facts: rows.map(toFact) };
  });
  // What the lists have told already is there.
  const told = new Set(container.exposed.map((port) => `${port.containerPort}/${port.protocol}`));
  const ports = [
    ...requestedFacts(container, details),
    ...exposedFacts(container, answer).filter(({ value }) => !told.has(value)),
  ];
  return withGroups(facts, [
    ...names,
    { title: 'Ports asked for', facts: ports.map(toFact) },
    { title: 'Names inside', facts: resolverFacts(details).map(toFact) },
  ]);
}

/** The facts of a network with what only its inspect tells: peers, services that were heard of, the engine's endpoints. */
export function enrichNetwork(facts: Facts, answer: Answer<NetworkDetails>): Facts {
  if (!answer.ok) {
    return withGroups(facts, [notKnown('Peers and services', answer.problem.detail)]);
  }
  const services = answer.value.services.map(({ name, address }): Fact => ({
    name: tame(name),
    value: tame(address ?? 'no address'),
    code: true,
  }));
  return withGroups(facts, [
    { title: 'As an inspect tells', facts: detailFacts(answer).map(toFact) },
    { title: 'Services heard of', facts: services },
  ]);
}

function withGroups(facts: Facts, groups: readonly Group[]): Facts {
  return { ...facts, groups: [...facts.groups, ...groups.filter((group) => group.facts.length > 0)] };
}

function notKnown(what: string, detail: string): Group {
  return { title: 'Not known', facts: [{ name: what, value: tame(detail) }] };
}

function toFact({ name, value, remark }: RowFact): Fact {
  return { name: remark === undefined ? name : tame(`${name}, ${remark}`), value: tame(value), code: true };
}
