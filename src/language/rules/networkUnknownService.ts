import { readNetwork } from '../values/read';
import { fileRule } from './shared/rule';
import { nearest, unknown, type UnknownService } from './shared/unknownService';

/** `network_mode: service:nosuch` */
export const networkUnknownService = fileRule<UnknownService>({
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
