import { ownContainers, type LiveFacts } from '../facts';
import { code, codeList } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { readBorrowedMode, readExpose } from '../values/read';
import { parseSwitch } from '../values/switch';
import { closedByMode } from './closedByMode';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { rangeText } from './rangeText';

/** What `-P` publishes: it depends on the image, the `--expose` flags beside it, and the network. */
export function explainPublishAll(
  { text }: Use,
  scope: Scope,
  facts: LiveFacts | undefined,
): Explanation | undefined {
  if (text !== undefined && isInterpolated(text)) return explainUnknown(putInLater);
  const value = parseSwitch(text);
  if (!value.ok) return explainProblem(value.problem);
  if (!value.on)
    return { meaning: 'Off: only what `-p` names is published.', details: [], mind: [], now: [] };
  const mode = readBorrowedMode(scope);
  if (mode) return { meaning: closedByMode(mode), details: [], mind: [], now: [], dockerOnly: true };
  return {
    meaning:
      'Each exposed port gets a free port of the host, on all its addresses, and another one after each start.',
    details: [exposedWords(scope)],
    mind: ['other machines reach them too, past firewalls that filter INPUT, such as ufw.'],
    now: facts ? publishedWords(scope, facts) : [],
  };
}

function exposedWords(scope: Scope): string {
  const ports = scope.uses.flatMap((use) => {
    const value = readExpose(use);
    return value?.ok ? [`${rangeText(value.ports)}/${value.protocol}`] : [];
  });
  const image = 'what EXPOSE names in the image';
  return `Exposed: ${ports.length === 0 ? image : `${codeList(ports, 6)}, beside ${image}`}.`;
}

function publishedWords(scope: Scope, facts: LiveFacts): readonly string[] {
  return ownContainers(scope, facts).flatMap(({ name, published }) => {
    const ports = published.map(
      ({ hostPort, containerPort, protocol }) => `${hostPort}:${containerPort}/${protocol}`,
    );
    return ports.length === 0 ? [] : [`${code(name)} is published on ${codeList(ports, 6)}.`];
  });
}
