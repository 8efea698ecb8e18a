import { oneEdit, replace } from '../fixes/edits';
import type { Span } from '../span';
import { hoverSpan, type Scope, type Use } from '../use';
import { rule } from './shared/rule';

const option = 'com.docker.network.bridge.name';
const bridge = 'docker0';
const longestName = 15;

interface Docker0 extends Span {
  /** The name itself. */
  readonly name: Span;
  readonly network: string;
}

/** Where the name is given, in the options of a compose file or in a flag. */
function docker0Names(use: Use, { name, network }: Scope): readonly Docker0[] {
  const owner = network ?? name ?? '';
  if (use.place === 'networkCreate') {
    if (use.text !== `${option}=${bridge}` || !use.value) return [];
    const { end } = use.value;
    return [{ name: { start: end - bridge.length, end }, network: owner, ...hoverSpan(use) }];
  }
  if (use.syntax !== 'networkDefinition') return [];
  return use.parts
    .filter(({ path, text }) => path === `driver_opts/${option}` && text === bridge)
    .map(({ start, end }) => ({ start, end, name: { start, end }, network: use.text ?? owner }));
}

/** A name for an interface of Linux: 15 characters, and not many kinds of them. */
function otherName(network: string): string {
  const plain = network.toLowerCase().replace(/[^a-z0-9-]/g, '');
  return `br-${plain === '' ? 'own' : plain}`.slice(0, longestName);
}

/** A network whose bridge is to be docker0, which belongs to the default bridge. */
export const networkDocker0 = rule({
  code: 'network.docker0',
  severity: 'error',
  about: 'A network of your own on the bridge docker0: old engines lose their default network by it.',
  docs: 'https://docs.docker.com/engine/network/drivers/bridge/#options',
  check: (scope) => scope.uses.flatMap((use) => docker0Names(use, scope)),
  say: () =>
    'The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse. Choose another name.',
  mend: ({ name, network }, { text }) =>
    text.slice(name.start, name.end) === bridge
      ? [oneEdit(`Name the bridge ${otherName(network)}`, replace(name, otherName(network)), true)]
      : [],
});
