import { oneEdit, replace } from '../fixes/edits';
import type { FileView } from '../compose/fileView';
import type { Span } from '../span';
import { valueSpan, isInterpolated, type Scope, type Use } from '../use';
import { readLink, readNetwork } from '../values/read';
import { fileRule, type Fix } from './rule';
import { similarName } from './similarName';

interface UnknownService extends Span {
  readonly name: string;
  readonly from: string;
  readonly near: string | undefined;
}

type Naming = Span & { readonly name: string };

/** Uses that name a service which the file does not have. */
function unknown({ compose }: FileView, nameIn: (use: Use) => Naming | undefined): readonly UnknownService[] {
  if (!compose || compose.outline.open) return [];
  const services = [...compose.outline.services.keys()];
  return compose.services.flatMap((scope: Scope) =>
    scope.uses.flatMap((use) => {
      const naming = nameIn(use);
      if (!naming || services.includes(naming.name) || isInterpolated(naming.name)) return [];
      const near = similarName(naming.name, services);
      return [{ name: naming.name, from: scope.name ?? '', near, ...valueSpan(use, naming) }];
    }),
  );
}

function nearest({ name, near, start, end }: UnknownService, { text }: FileView): readonly Fix[] {
  return near !== undefined && text.slice(start, end) === name
    ? [oneEdit(`Change to ${near}`, replace({ start, end }, near), true)]
    : [];
}

/** `network_mode: service:nosuch` */
export const unknownModeService = fileRule<UnknownService>({
  code: 'network.unknownService',
  severity: 'error',
  about: 'network_mode shares the network of a service that the file does not have.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
  checkFile: (file) =>
    unknown(file, (use) => {
      const value = use.syntax === 'networkMode' ? readNetwork(use) : undefined;
      return value?.ok && value.mode === 'service' ? { name: value.name, ...value.nameSpan } : undefined;
    }),
  say: ({ name }) =>
    `service "${name}" not found for network_mode 'service:${name}'. Name a service of this file.`,
  mend: nearest,
});

/** `links: [nosuch]` */
export const unknownLink = fileRule<UnknownService>({
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
