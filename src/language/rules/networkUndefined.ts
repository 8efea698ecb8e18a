import { defineNetwork } from '../fixes/defineNetwork';
import { oneEdit, replace } from '../fixes/edits';
import { isInterpolated } from '../use';
import { fileRule } from './shared/rule';
import { similarName } from './shared/similarName';

/** A service joins a network that the file does not define. */
export const networkUndefined = fileRule({
  code: 'network.undefined',
  severity: 'error',
  about: 'A service joins a network that the file does not define.',
  docs: 'https://docs.docker.com/reference/compose-file/networks/',
  checkFile: ({ compose }) => {
    if (!compose || compose.outline.open) return [];
    const defined = new Set(compose.names.definitions.map(({ name }) => name));
    return compose.names.references
      .filter(
        ({ name, service }) =>
          service !== '' && name !== 'default' && !defined.has(name) && !isInterpolated(name),
      )
      .map(({ name, service, span }) => ({ name, service, near: similarName(name, [...defined]), ...span }));
  },
  say: ({ name, service }) =>
    `service "${service}" refers to undefined network ${name}. Define it under the top-level networks.`,
  mend: ({ name, near, start, end }, { text, compose }) => {
    const definition = compose && defineNetwork(text, compose.outline, name);
    const written = text.slice(start, end) === name;
    return [
      ...(definition ? [{ ...definition, preferred: near === undefined }] : []),
      ...(near !== undefined && written
        ? [oneEdit(`Change to ${near}`, replace({ start, end }, near), true)]
        : []),
    ];
  },
});
