import { ownContainers, type LiveFacts } from '../facts';
import { code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import type { PortRange } from '../values/publish';
import { parseShortPublish } from '../values/publish';
import { readBorrowedMode, readExpose } from '../values/read';
import { sayOddity } from '../values/say';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { isRange, rangeText } from './rangeText';

/** What `--expose 80`, an entry of `expose`, or a port of EXPOSE says. */
export function explainExpose(use: Use, scope: Scope, facts: LiveFacts | undefined): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  if (use.syntax === 'exposeInstruction') return explainInstruction(use.text);
  const value = readExpose(use);
  if (!value) return undefined;
  if (!value.ok) return explainProblem(value.problem, use.syntax === 'exposeKey' ? 'Compose' : 'Docker');
  const { ports, protocol } = value;
  const mode = readBorrowedMode(scope);
  if (mode === 'container' || mode === 'service')
    return { meaning: refusedByMode, details: [], mind: [], now: [], dockerOnly: true };
  return {
    ...exposed(ports, protocol, use.place),
    mind: [...portWords(ports, protocol), ...(mode === 'host' ? [hostWords] : [])],
    now: facts ? publishedWords(ports, protocol, scope, facts) : [],
  };
}

const refusedByMode =
  '**The engine refuses it:** `conflicting options: port exposing and the container type network mode`';
const hostWords =
  'on the host network it changes nothing: what the program listens on is open on the host as it is.';

function explainInstruction(text: string): Explanation {
  const value = parseShortPublish(text);
  if (!value.ok) return explainProblem(value.problem);
  const { containerPorts, protocol, oddities } = value;
  const host = text.includes(':')
    ? [
        `the host part is dropped without a word: an image chooses no port of the host. Newer builders warn: ${code(`EXPOSE instruction should not define an IP address or host-port mapping, found '${text}'`)}.`,
      ]
    : [];
  return {
    ...exposed(containerPorts, protocol, 'dockerfile'),
    mind: [...host, ...oddities.map(sayOddity)],
    now: [],
  };
}

/** What it says, and how to open the port after all. */
function exposed(ports: PortRange, protocol: string, place: Use['place']): Explanation {
  const number = rangeText(ports);
  const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
  const publication = `${number}:${number}${suffix}`;
  const many = isRange(ports);
  const flag = place === 'composeService' ? `ports: ["${publication}"]` : `-p ${publication}`;
  const it = many ? 'them' : 'it';
  return {
    meaning: `The program inside is said to listen on port${many ? 's' : ''} **${number}**/${protocol}.`,
    details: [
      `Containers on the same network reach ${it} with or without the note. To publish ${it}: ${code(flag)}.`,
    ],
    mind: [],
    now: [],
  };
}

function portWords({ first }: PortRange, protocol: string): readonly string[] {
  const zero = first === 0 ? ['no program can listen on port 0.'] : [];
  return ['tcp', 'udp', 'sctp'].includes(protocol)
    ? zero
    : [
        ...zero,
        `the engine knows \`tcp\`, \`udp\` and \`sctp\` alone; ${code(protocol)} is taken without a word.`,
      ];
}

/** On which ports of the host the container that runs already has them. */
function publishedWords(
  { first, last }: PortRange,
  protocol: string,
  scope: Scope,
  facts: LiveFacts,
): readonly string[] {
  return ownContainers(scope, facts).flatMap(({ name, published }) => {
    const ports = published
      .filter(
        (port) => port.protocol === protocol && port.containerPort >= first && port.containerPort <= last,
      )
      .map(({ hostPort, containerPort }) => `${hostPort}:${containerPort}`);
    return ports.length === 0 ? [] : [`${code(name)} has it published: ${codeList(ports, 4)}.`];
  });
}
