import type { Span } from '../span';
import { isInterpolated, valueSpan, type Scope } from '../use';
import { driverOptionProblem } from '../values/driverOption';
import { isOn } from './shared/flags';
import { rule } from './shared/rule';

interface BadOption extends Span {
  readonly words: string;
}

/** A network of configuration alone keeps what it is given, unread. */
function badOptions(scope: Scope): readonly BadOption[] {
  const { uses } = scope;
  const own = uses.filter(({ place }) => place === 'networkCreate' || place === 'composeNetwork');
  const driver = own.find(({ syntax }) => syntax === 'driver')?.text ?? 'bridge';
  if (scope.partial || isOn(scope, 'configOnly') || isOn(scope, 'externalNetwork')) return [];
  return own.flatMap((use) => {
    const { syntax, text, value } = use;
    if (syntax !== 'driverOption' || !value || text === undefined || isInterpolated(text)) return [];
    const equals = text.indexOf('=');
    const [key, given] = equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
    const words = driverOptionProblem(driver, key, given);
    return words === undefined ? [] : [{ words, ...valueSpan(use, { start: 0, end: text.length }) }];
  });
}

/** `-o com.docker.network.bridge.enable_icc=maybe` */
export const driverOptionInvalid = rule<BadOption>({
  code: 'driverOption.invalid',
  severity: 'error',
  about: 'An option of a network driver with a value that the engine refuses: enable_icc=maybe, mtu=x.',
  docs: 'https://docs.docker.com/engine/network/drivers/bridge/#options',
  check: badOptions,
  say: ({ words }) => `${words}.`,
});
