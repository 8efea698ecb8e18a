import { needing, withoutFlag, type Needing } from './shared/ownNetwork';
import { rule } from './shared/rule';

/** `--ip` on the default bridge. */
export const addressDefaultBridge = rule<Needing>({
  code: 'address.defaultBridge',
  severity: 'error',
  about: 'An address on the default bridge or in a mode, where the engine refuses it.',
  docs: 'https://docs.docker.com/engine/network/drivers/bridge/',
  check: (scope) => needing(scope, ['ipv4', 'ipv6']),
  say: ({ why }) =>
    `user specified IP address is supported on user defined networks only. ${why} Make a network with a subnet and name it: --network front.`,
  mend: withoutFlag,
});
