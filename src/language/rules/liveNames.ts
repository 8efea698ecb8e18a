import { findContainer, findNetwork } from '../facts';
import type { FileView } from '../compose/fileView';
import { valueSpan, isInterpolated, type Scope, type Use } from '../use';
import type { Span } from '../span';
import { readNetwork } from '../values/read';
import { code, joinWords } from '../markdown';
import { withoutCode } from '../values/say';
import { rule } from './rule';

interface Missing extends Span {
  readonly name: string;
}

function missing({ place, uses }: Scope, file: FileView, kind: 'container' | 'network'): readonly Missing[] {
  const { live } = file;
  const made = file.made[kind === 'network' ? 'networks' : 'containers'];
  // A note is about some engine, and not this one.
  if (!live || file.languageId === 'markdown' || (place !== 'run' && place !== 'create')) return [];
  return uses.flatMap((use) => {
    const value = use.syntax === 'network' ? readNetwork(use) : undefined;
    if (!value?.ok || isInterpolated(value.name)) return [];
    const wanted = value.mode === (kind === 'network' ? 'named' : 'container');
    const there = kind === 'network' ? findNetwork(live, value.name) : findContainer(live, value.name);
    return wanted && !there && !made.has(value.name)
      ? [{ name: value.name, ...valueSpan(use, value.nameSpan) }]
      : [];
  });
}

/** `--network nosuch` */
export const networkMissing = rule<Missing>({
  code: 'network.missing',
  severity: 'information',
  about: 'A command names a network that the connected engine does not have.',
  docs: 'https://docs.docker.com/reference/cli/docker/network/create/',
  check: (scope, file) => missing(scope, file, 'network'),
  say: ({ name }) =>
    `network ${name} not found on the connected engine. Make it first: docker network create ${name}`,
});

/** `--network container:nosuch` */
export const containerMissing = rule<Missing>({
  code: 'container.missing',
  severity: 'information',
  about: 'A command shares the network of a container that the connected engine does not have.',
  docs: 'https://docs.docker.com/engine/network/#container-networks',
  check: (scope, file) => missing(scope, file, 'container'),
  say: ({ name }) => `No such container: ${name} on the connected engine. Start it first.`,
});

interface UnknownDriver extends Missing {
  readonly known: readonly string[];
}

function unknownDrivers({ uses }: Scope, { live }: FileView): readonly UnknownDriver[] {
  const known = live?.topology.host.drivers ?? [];
  return uses.flatMap(({ syntax, text, value }: Use) =>
    syntax === 'driver' &&
    value &&
    text !== undefined &&
    text !== '' &&
    text !== 'default' &&
    !isInterpolated(text) &&
    known.length > 0 &&
    !known.includes(text)
      ? [{ name: text, known, ...value }]
      : [],
  );
}

/** A driver that the engine does not list. A plugin of the first kind is listed only once a network uses it. */
export const driverUnknown = rule<UnknownDriver>({
  code: 'driver.unknown',
  severity: 'information',
  about: 'A network driver that the connected engine does not list.',
  docs: 'https://docs.docker.com/engine/network/drivers/',
  check: unknownDrivers,
  say: ({ name, known }) =>
    `plugin "${name}" not found among the drivers of the connected engine: it has ${withoutCode(joinWords(known.map(code)))}. A plugin of the old kind is not listed before a network uses it.`,
});

/** `docker network create -d host x` */
export const driverSingle = rule<Missing>({
  code: 'driver.single',
  severity: 'error',
  about: 'A second network of the drivers host and null, of which an engine has one each.',
  docs: 'https://docs.docker.com/engine/network/drivers/',
  check: ({ uses, place }) =>
    uses.flatMap(({ syntax, text, value }) =>
      place === 'networkCreate' && syntax === 'driver' && value && (text === 'host' || text === 'null')
        ? [{ name: text, ...value }]
        : [],
    ),
  say: ({ name }) =>
    `only one instance of "${name}" network is allowed. The engine makes that one itself: use --network ${name === 'null' ? 'none' : 'host'}.`,
});
