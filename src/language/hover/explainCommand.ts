import { networkCommands, type CommandOperand, type CommandTopic } from '../../catalog';
import type { Network } from '../../model';
import { findContainer, findNetwork, type LiveFacts } from '../facts';
import { bullets, code, paragraphs } from '../markdown';
import { touches } from '../span';
import { isInterpolated, type CommandWords, type Operand, type Scope } from '../use';
import type { Hover } from './hoverAt';
import { containerWords, isStopped, networkWords } from './liveWords';
import { section } from './section';

/**
 * Explains the words of a command about networks, or what it names; undefined where the offset is on neither. Of a
 * command within another one, `docker network rm $(docker network ls -q)`, the inner one is told.
 */
export function commandHoverAt(
  scopes: readonly Scope[],
  offset: number,
  facts: LiveFacts | undefined,
): Hover | undefined {
  const hovers = scopes.flatMap((scope) => scopeHover(scope, offset, facts) ?? []);
  return hovers.reduce<Hover | undefined>(
    (best, one) => (best && best.end - best.start <= one.end - one.start ? best : one),
    undefined,
  );
}

function scopeHover(
  { command, foreign }: Scope,
  offset: number,
  facts: LiveFacts | undefined,
): Hover | undefined {
  const topic = command && networkCommands.find(({ id }) => id === command.command);
  if (!command || !topic) return undefined;
  if (touches(command.span, offset)) {
    const { start, end } = command.span;
    return { start, end, markdown: describeCommand(topic, foreign) };
  }
  const index = command.operands.findIndex((operand) => touches(operand, offset));
  const operand = command.operands[index];
  const role = topic.operands[index] ?? (topic.repeats ? topic.operands.at(-1) : undefined);
  const live = foreign === undefined ? facts : undefined;
  return operand && role && operandHover(operand, role, command, live);
}

function describeCommand(topic: CommandTopic, program: string | undefined): string {
  const { title, names, meaning, operands, repeats, how, pitfalls, compose, docs } = topic;
  const [name = ''] = names;
  const form = [name, ...operands.map((operand) => operand.name), ...(repeats ? ['…'] : [])].join(' ');
  const steps = how.map((step, index) => `${index + 1}. ${step}`).join('\n');
  return paragraphs(
    `**${title}** · ${code(form)}`,
    meaning,
    bullets(operands.map((operand) => `${code(operand.name)}: ${operand.meaning}`)),
    steps === '' ? '' : `**How it works:**\n${steps}`,
    // What goes wrong is told in docker's words.
    program === undefined ? section('Careful', pitfalls) : '',
    compose === undefined ? '' : `In compose: ${code(compose)}`,
    `[Docker documentation](${docs})`,
  );
}

function operandHover(
  operand: Operand,
  role: CommandOperand,
  command: CommandWords,
  facts: LiveFacts | undefined,
): Hover {
  const { start, end, text } = operand;
  const title = role.names === 'container' ? 'Container' : 'Network';
  const known = !isInterpolated(text);
  const network = known && facts ? findNetwork(facts, text) : undefined;
  const container = known && facts ? findContainer(facts, text) : undefined;
  const subject =
    role.names === 'container'
      ? container && { kind: 'container' as const, containerId: container.id }
      : network && { kind: 'network' as const, networkId: network.id };
  const now = known && facts ? nowWords(text, role, command, facts) : [];
  const markdown = paragraphs(`**${title}** · ${code(text)}`, role.meaning, section('Now', now));
  return { start, end, markdown, ...(subject ? { subject } : {}) };
}

function nowWords(
  text: string,
  role: CommandOperand,
  command: CommandWords,
  facts: LiveFacts,
): readonly string[] {
  if (role.names === 'container') {
    const container = findContainer(facts, text);
    return container ? [containerWords(container)] : [`no container ${code(text)} on this engine.`];
  }
  const network = findNetwork(facts, text);
  if (role.names === 'newNetwork')
    return network
      ? [
          networkWords(network, facts),
          `docker refuses a second one: ${code(`network with name ${text} already exists`)}.`,
        ]
      : [`no network ${code(text)} on this engine yet.`];
  if (!network) return [`no network ${code(text)} on this engine.`];
  return [networkWords(network, facts), ...refusal(network, text, command, facts)];
}

/** Why the engine would refuse it now. */
function refusal(
  network: Network,
  text: string,
  { command, operands }: CommandWords,
  facts: LiveFacts,
): readonly string[] {
  if (command === 'networkRemove') return removalRefusal(network, text, facts);
  const container = operands[1] && findContainer(facts, operands[1].text);
  if (!container || isStopped(container)) return [];
  const joined = network.endpoints.some(({ containerId }) => containerId === container.id);
  if (command === 'networkConnect' && joined)
    return [
      `docker refuses it: ${code(`endpoint with name ${container.name} already exists in network ${network.name}`)}.`,
    ];
  return command === 'networkDisconnect' && !joined
    ? [`docker refuses it: ${code(container.name)} is not connected to ${code(network.name)}.`]
    : [];
}

function removalRefusal(
  { predefined, endpoints }: Network,
  text: string,
  { topology }: LiveFacts,
): readonly string[] {
  if (predefined)
    return [`docker refuses it: ${code(`${text} is a pre-defined network and cannot be removed`)}.`];
  const users = endpoints.map(({ containerId }) => topology.containerById.get(containerId));
  // Stopped containers do not keep it.
  return users.some((user) => user && !isStopped(user))
    ? [`docker refuses it while containers run on it: ${code('has active endpoints')}.`]
    : [];
}
