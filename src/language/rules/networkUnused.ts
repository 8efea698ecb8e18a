import { removeLines } from '../fixes/edits';
import { fileRule } from './shared/rule';

/** A network that no service joins: compose does not even make it. */
export const networkUnused = fileRule({
  code: 'network.unused',
  severity: 'hint',
  tag: 'unnecessary',
  about: 'A network of the file that no service joins.',
  docs: 'https://docs.docker.com/reference/compose-file/networks/',
  checkFile: ({ compose }) => {
    if (!compose || compose.names.open || compose.outline.services.size === 0) return [];
    const used = new Set(compose.names.references.map(({ name }) => name));
    return compose.names.definitions
      .filter(({ name }) => name !== 'default' && !used.has(name))
      .map(({ name, span }) => ({ name, ...span }));
  },
  say: ({ name }) => `No service joins the network ${name}, so compose does not make it.`,
  mend: ({ name, start, end }, { text, compose }) => {
    const entry = compose?.outline.networks.get(name);
    if (entry?.key.start !== start || text.slice(start, end) !== name) return [];
    const section = compose?.outline.top.find(({ lines }) => lines.start < start && end <= lines.end);
    const whole = compose?.outline.networks.size === 1 && section ? section : entry;
    return [{ title: `Remove the network ${name}`, edits: [removeLines(whole)], preferred: true }];
  },
});
