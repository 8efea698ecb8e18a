import type { FileView } from '../compose/fileView';
import { code, joinWords } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { withoutCode } from '../values/say';
import type { Missing } from './shared/missingNames';
import { rule } from './shared/rule';

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
