import { oneEdit, replace, writtenValue } from '../fixes/edits';
import { isLoopback } from '../values/address';
import { readBorrowedMode, readPublish } from '../values/read';
import type { Scope, Use } from '../use';
import type { Span } from '../span';
import type { Publish } from '../values/publish';
import { rule, type Fix } from './rule';

interface Opened extends Span {
  readonly use: Use;
  readonly publish: Publish;
}

function opened(scope: Scope, matches: (publish: Publish) => boolean): readonly Opened[] {
  if (readBorrowedMode(scope) !== undefined) return [];
  return scope.uses.flatMap((use) => {
    const publish = use.kind === 'key' || !use.value ? undefined : readPublish(use);
    return publish?.ok && use.value && matches(publish) ? [{ use, publish, ...use.value }] : [];
  });
}

/** `80:80` → `127.0.0.1:80:80` */
function bound({ use, publish }: Opened): readonly Fix[] {
  const value = writtenValue(use);
  if (!value || use.text === undefined || use.text.includes('=') || publish.hostIp !== undefined) return [];
  const lead = use.text.includes(':') ? '127.0.0.1:' : '127.0.0.1::';
  return [oneEdit('Bind to 127.0.0.1', replace({ start: value.start, end: value.start }, lead))];
}

const docs = 'https://docs.docker.com/engine/network/port-publishing/';

/** `8080:80` is open on every address of the host. */
export const publishEverywhere = rule<Opened>({
  code: 'publish.allAddresses',
  severity: 'off',
  about: 'A port that is published on all addresses of the host.',
  docs,
  check: (scope) =>
    opened(scope, ({ hostIp }) => hostIp === undefined || hostIp === '0.0.0.0' || hostIp === '::'),
  say: () =>
    'This port is open on all addresses of the host, past firewalls such as ufw. Write 127.0.0.1 before it, and only programs of this host reach it.',
  mend: bound,
});

/** `80:80` takes one of the ports that Linux keeps for root. */
export const publishPrivileged = rule<Opened>({
  code: 'publish.privileged',
  severity: 'off',
  about: 'A port of the host below 1024, which an engine without root can not have.',
  docs: 'https://docs.docker.com/engine/security/rootless/tips/#exposing-privileged-ports',
  check: (scope) =>
    opened(
      scope,
      ({ hostPorts, hostIp }) =>
        hostPorts !== undefined && hostPorts.first < 1024 && !isLoopback(hostIp ?? ''),
    ),
  say: ({ publish }) =>
    `Port ${publish.hostPorts?.first ?? 0} of the host is below 1024: an engine without root can not have it.`,
});
