import { oneEdit, replace, writtenValue } from '../fixes/edits';
import { isInterpolated } from '../use';
import { rule } from './shared/rule';

const modes: readonly string[] = ['default', 'none', 'host'];

/** `RUN --network=front` */
export const buildNetworkInvalid = rule({
  code: 'buildNetwork.invalid',
  severity: 'error',
  about: 'RUN --network with another word than default, none or host.',
  docs: 'https://docs.docker.com/reference/dockerfile/#run---network',
  check: ({ place, uses }) =>
    uses.flatMap((use) => {
      const { syntax, text, value } = use;
      return place === 'dockerfileRun' &&
        syntax === 'buildNetwork' &&
        value &&
        text !== undefined &&
        !isInterpolated(text) &&
        !modes.includes(text)
        ? [{ text, use, ...value }]
        : [];
    }),
  say: ({ text }) =>
    `invalid network mode "${text}". BuildKit knows default, none and host: a step of a build joins no other network.`,
  mend: ({ use, text }) => {
    const value = writtenValue(use);
    const near = modes.find((mode) => mode === text.toLowerCase());
    return value && near !== undefined ? [oneEdit(`Change to ${near}`, replace(value, near), true)] : [];
  },
});
