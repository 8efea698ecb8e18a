import { oneEdit, replace, under } from '../fixes/edits';
import { fileRule } from './shared/rule';

/** `external: { name: x }`, which compose had before `name`. */
export const networkExternalName = fileRule({
  code: 'network.externalName',
  severity: 'hint',
  tag: 'deprecated',
  about: 'external with a name inside, in place of a name beside it.',
  docs: 'https://docs.docker.com/reference/compose-file/networks/#external',
  checkFile: ({ compose }) =>
    [...(compose?.plans.values() ?? [])].flatMap(({ name, scope }) =>
      scope.uses.flatMap(({ syntax, kind, parts }) =>
        syntax === 'networkDefinition' && kind === 'item'
          ? parts
              .filter(({ path }) => path === 'external/name')
              .map(({ text, start, end }) => ({ text, network: name, start, end }))
          : [],
      ),
    ),
  say: ({ text }) => `external.name is deprecated. Write external: true, and name: ${text} beside it.`,
  mend: ({ network, text: name }, { text, compose }) => {
    const entry = compose?.outline.networks.get(network);
    const external = entry && under(text, entry, 'external');
    if (!external || under(text, entry, 'name') || !/^[\w.-]+$/.test(name)) return [];
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const indent = ' '.repeat(external.column);
    const lines = `${indent}external: true${newline}${indent}name: ${name}${newline}`;
    return [oneEdit(`Write name: ${name} beside external`, replace(external.lines, lines), true)];
  },
});
