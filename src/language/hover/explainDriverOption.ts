import { drivers } from '../../catalog';
import { code } from '../markdown';
import { isInterpolated, type Use } from '../use';
import { explainUnknown, putInLater, type Explanation } from './explanation';

/** What `-o com.docker.network.driver.mtu=1450` sets. */
export function explainDriverOption({ text }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  const key = text.split('=', 1)[0] ?? '';
  const option = drivers.flatMap(({ options }) => options).find((one) => one.key === key);
  if (!option) return explainUnknown(`The driver alone knows ${code(key)}; Docker passes it on as it is.`);
  const lost = text === 'com.docker.network.bridge.name=docker0';
  return {
    meaning: option.meaning,
    details: [`Values: ${option.values}.`],
    mind: lost
      ? [
          'engines before 25.0 accept `docker0` and lose their default bridge; later ones refuse it. Choose another name.',
        ]
      : [],
    now: [],
  };
}
