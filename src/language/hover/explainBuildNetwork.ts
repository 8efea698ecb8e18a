import { code } from '../markdown';
import { isInterpolated, type Use } from '../use';
import { explainUnknown, putInLater, type Explanation } from './explanation';

/** The network of a build: three words. */
export function explainBuildNetwork({ text, place }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  const scope = place === 'dockerfileRun' ? 'This step' : 'Every RUN step of the build';
  const known: Readonly<Record<string, string>> = {
    default: `${scope} runs on the network that builds have anyway.`,
    none: `${scope} runs **without a network**, with loopback only: nothing can be downloaded.`,
    host: `${scope} runs on **the network of the host**: it reaches what listens on 127.0.0.1 there.`,
  };
  const meaning = Object.hasOwn(known, text) ? known[text] : undefined;
  const mind =
    text === 'host' && place === 'dockerfileRun'
      ? ['BuildKit allows it only with the entitlement `network.host`.']
      : [];
  return {
    meaning: meaning ?? otherNetwork(text, place),
    details: ['It holds while the image is built; containers of the image choose their own network.'],
    mind,
    now: [],
  };
}

/** BuildKit makes every `RUN --network`; of `docker build` there is an older builder too. */
function otherNetwork(text: string, place: Use['place']): string {
  const words = `${code(text)} is none of \`default\`, \`none\` and \`host\`: BuildKit refuses it.`;
  return place === 'dockerfileRun' ? words : `${words} The legacy builder joins the network of that name.`;
}
