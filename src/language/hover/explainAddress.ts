import { checkEndpointAddress, type ConnectProblem } from '../../model';
import { networkNameOf, networkOfUse, ownContainers, type LiveFacts } from '../facts';
import { code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { isLinkLocal, parseIp, parseLinkLocal } from '../values/ipAddress';
import { readList } from '../values/list';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { networkWords } from './liveWords';
import { needsOwnNetwork } from './needsOwnNetwork';

/** What `--ip 172.28.0.10` or `ipv4_address` asks for, and whether it can be had now. */
export function explainAddress(
  use: Use,
  scope: Scope,
  facts: LiveFacts | undefined,
): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const family = use.syntax === 'ipv4' ? 4 : 6;
  const value = parseIp(use.text, family);
  if (!value.ok) return explainProblem(value.problem);
  if (value.address === undefined) return explainUnknown('No wish: the network gives out an address.');
  const refused = needsOwnNetwork(scope);
  if (refused)
    return {
      meaning: `**The engine refuses it:** \`user specified IP address is supported on user defined networks only\``,
      details: [`${refused} Make a network with a subnet and name it: \`--network front\`.`],
      mind: [],
      now: [],
      dockerOnly: true,
    };
  const name = networkNameOf(use, scope);
  return {
    meaning: `The container asks ${name === undefined ? 'its network' : code(name)} for ${code(value.address)}, each time it starts.`,
    details: [
      `The network must be made with an IPv${family} subnet that holds it. Where the engine chose the subnet, it refuses the address.`,
    ],
    mind: [],
    now: facts ? nowWords(use, value.address, scope, facts) : [],
  };
}

function nowWords(use: Use, address: string, scope: Scope, facts: LiveFacts): readonly string[] {
  const network = networkOfUse(use, scope, facts);
  if (!network) return [];
  const own = ownContainers(scope, facts)[0]?.id ?? '';
  const family = use.syntax === 'ipv4' ? 4 : 6;
  const found = checkEndpointAddress(address, family, own, network, facts.topology);
  const problems = found.map(problemWords).filter((words) => words !== '');
  const free = found.length === 0 ? [`no other container of this engine has ${code(address)}.`] : [];
  return [...problems, ...free, networkWords(network, facts)];
}

/** What the engine would say no to. */
function problemWords(problem: ConnectProblem): string {
  switch (problem.code) {
    case 'address.defaultBridge':
      return `${code(problem.network)} gives out its addresses itself: an address needs a network of your own.`;
    case 'address.noSubnet':
      return `${code(problem.network)} has **no IPv${problem.family} subnet**.`;
    case 'address.chosenSubnet':
      return `if the engine chose ${code(problem.subnet)} itself, it refuses the address.`;
    case 'address.outside':
      return `${code(problem.actual)} is **not in** ${codeList(problem.subnets, 3)}.`;
    case 'address.edge':
      return `${code(problem.actual)} is an **outermost address** of ${code(problem.subnet)}, which no container can have.`;
    case 'address.gateway':
      return `${code(problem.actual)} is **the gateway** of the network.`;
    case 'address.reserved':
      return `${code(problem.actual)} is kept for ${code(problem.host)}, an auxiliary address.`;
    case 'address.taken':
      return `${code(problem.actual)} is **taken** by ${code(problem.container)}.`;
    case 'address.wanted':
      return `${code(problem.container)} wants ${code(problem.actual)} too: the one that starts first has it.`;
    case 'address.format':
    case 'alias.defaultBridge':
    case 'alias.empty':
    case 'container.joined':
    case 'container.mode':
    case 'container.unknown':
    case 'network.closed':
      return '';
  }
}

/** What `--link-local-ip 169.254.8.8` adds. */
export function explainLinkLocal(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const texts = readList(use);
  for (const text of texts) {
    const value = parseLinkLocal(text);
    // `network connect` has other words than `run`.
    const reader = use.place === 'networkConnect' ? 'Compose' : 'Docker';
    if (!value.ok) return explainProblem(value.problem, reader);
  }
  const name = networkNameOf(use, scope);
  return {
    meaning: `The interface on ${name === undefined ? 'its network' : code(name)} also has ${codeList(texts, 6)}, beside the address that the network gives.`,
    details: texts.every(isLinkLocal) ? ['No router passes it on.'] : [],
    mind: texts.every(isLinkLocal)
      ? []
      : ['link-local are 169.254.0.0/16 and fe80::/10 alone; the engine does not check that.'],
    now: [],
  };
}
