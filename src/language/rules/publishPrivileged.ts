import { isLoopback } from '../values/address';
import { opened, type Opened } from './shared/openedPorts';
import { rule } from './shared/rule';

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
