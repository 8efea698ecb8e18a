import { oneEdit, replace, writtenValue } from '../fixes/edits';
import { opened, type Opened } from './shared/openedPorts';
import { rule, type Fix } from './shared/rule';

/** `80:80` → `127.0.0.1:80:80` */
function bound({ use, publish }: Opened): readonly Fix[] {
  const value = writtenValue(use);
  if (!value || use.text === undefined || use.text.includes('=') || publish.hostIp !== undefined) return [];
  const lead = use.text.includes(':') ? '127.0.0.1:' : '127.0.0.1::';
  return [oneEdit('Bind to 127.0.0.1', replace({ start: value.start, end: value.start }, lead))];
}

/** `8080:80` is open on every address of the host. */
export const publishAllAddresses = rule<Opened>({
  code: 'publish.allAddresses',
  severity: 'off',
  about: 'A port that is published on all addresses of the host.',
  docs: 'https://docs.docker.com/engine/network/port-publishing/',
  check: (scope) =>
    opened(scope, ({ hostIp }) => hostIp === undefined || hostIp === '0.0.0.0' || hostIp === '::'),
  say: () =>
    'This port is open on all addresses of the host, past firewalls such as ufw. Write 127.0.0.1 before it, and only programs of this host reach it.',
  mend: bound,
});
