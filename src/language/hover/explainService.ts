import { findNetwork, type LiveFacts } from '../facts';
import { code } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { parseNetworkValue } from '../values/network';
import { parseServicePublish } from '../values/servicePublish';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { networkWords } from './liveWords';
import { isRange, rangeText } from './rangeText';

/** What `-p published=8080,target=80` opens on the nodes of a swarm. */
export function explainServicePublish({ text }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  const value = parseServicePublish(text);
  if (!value.ok) return explainProblem(value.problem);
  const { published, target, protocol, mode } = value;
  const ports = (range: typeof target) => `port${isRange(range) ? 's' : ''} **${rangeText(range)}**`;
  const from =
    published === undefined ? 'A free port that the swarm chooses' : ports(published).replace(/^p/, 'P');
  const lead = isRange(published ?? target) ? 'lead' : 'leads';
  return {
    meaning: `${from} of ${mode === 'ingress' ? '**every node**' : 'each node **that runs a task**'} ${lead} to ${ports(target)}/${protocol} of the tasks.`,
    details: [
      mode === 'ingress'
        ? 'The routing mesh (the network `ingress`) passes a request on to some task, on whichever node it runs.'
        : 'No routing mesh stands between: a request is for the task on that node.',
    ],
    mind:
      mode === 'host' && published !== undefined
        ? ['a node has the port once: two tasks of the service can not run on one node.']
        : [],
    now: [],
  };
}

/** Which network the tasks join. */
export function explainServiceNetwork(
  { text }: Use,
  _scope: Scope,
  facts: LiveFacts | undefined,
): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  const value = parseNetworkValue(text);
  if (!value.ok) return explainProblem(value.problem);
  if (value.mode === 'container')
    return {
      meaning: `**Docker refuses it:** ${code(`network ${text} not found`)}`,
      details: ['A task shares the network of no container.'],
      mind: [],
      now: [],
      dockerOnly: true,
    };
  if (value.mode === 'host')
    return explainUnknown('The tasks use **the network of the host**, on each node its own.');
  if (value.mode === 'none') return explainUnknown('The tasks have **no network**, only loopback.');
  const network = facts && findNetwork(facts, value.name);
  return {
    meaning: `Tasks of the service join ${code(value.name)}; there they find other services by name.`,
    details: [],
    mind:
      network?.scope === 'local'
        ? [
            `${code(value.name)} is a network of this host alone: a service needs one of the swarm, such as overlay.`,
          ]
        : [],
    now: facts
      ? [network ? networkWords(network, facts) : `no network ${code(value.name)} on this engine.`]
      : [],
  };
}
