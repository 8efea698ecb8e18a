import { readLink } from '../values/read';
import { fileRule } from './shared/rule';
import { nearest, unknown, type UnknownService } from './shared/unknownService';

/** `links: [nosuch]` */
export const linkUnknownService = fileRule<UnknownService>({
  code: 'link.unknownService',
  severity: 'error',
  about: 'A link to a service that the file does not have.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#links',
  checkFile: (file) =>
    unknown(file, (use) => {
      const link = use.syntax === 'serviceLink' ? readLink(use) : undefined;
      return link?.ok ? { name: link.target, start: 0, end: link.target.length } : undefined;
    }),
  say: ({ name, from }) =>
    `service "${from}" depends on undefined service "${name}". Name a service of this file; containers of others stand under external_links.`,
  mend: nearest,
});
