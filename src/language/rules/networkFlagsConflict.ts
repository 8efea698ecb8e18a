import { oneEdit, removeFlag } from '../fixes/edits';
import type { Span } from '../span';
import { hoverSpan, isInterpolated, type Scope, type Use } from '../use';
import type { NetworkSettingKey, NetworkValue } from '../values/network';
import { readNetwork } from '../values/read';
import { rule } from './shared/rule';

interface Choice {
  readonly use: Use;
  readonly value: NetworkValue;
}

/** Every `--network` of a container; undefined where one of them is not known. */
function choices({ place, uses }: Scope): readonly Choice[] | undefined {
  if (place !== 'run' && place !== 'create') return [];
  const all = uses.filter(({ syntax }) => syntax === 'network');
  const known = all.flatMap((use) => {
    const value = readNetwork(use);
    return value?.ok ? [{ use, value }] : [];
  });
  return known.length === all.length ? known : undefined;
}

interface Clash extends Span {
  /** The flag without which it is well. */
  readonly extra: Use | undefined;
  readonly docker: string;
  readonly advice: string;
}

function clashes(scope: Scope): readonly Clash[] {
  const all = choices(scope);
  return all ? [...twice(all), ...mixed(all), ...doubled(all, scope)] : [];
}

/** `--network a --network a` */
function twice(all: readonly Choice[]): readonly Clash[] {
  return all.flatMap(({ use, value }, index) =>
    all.findIndex((other) => other.value.name === value.name) < index
      ? [
          {
            docker: `network "${value.name}" is specified multiple times`,
            advice: 'Name it once.',
            extra: use,
            ...hoverSpan(use),
          },
        ]
      : [],
  );
}

/** `--network a --network host` */
function mixed(all: readonly Choice[]): readonly Clash[] {
  const modes = all.filter(({ value }) => value.mode !== 'named');
  const clash = all.length > 1 ? modes[0] : undefined;
  return clash
    ? [
        {
          docker: 'conflicting options: cannot attach both user-defined and non-user-defined network-modes',
          advice: 'Several networks must all be your own.',
          extra: modes.length === 1 || all.length === 2 ? clash.use : undefined,
          ...hoverSpan(clash.use),
        },
      ]
    : [];
}

const flags: Partial<Readonly<Record<Use['syntax'], readonly [NetworkSettingKey, string]>>> = {
  alias: ['alias', '--network-alias and per-network alias'],
  ipv4: ['ip', '--ip and per-network IPv4 address'],
  ipv6: ['ip6', '--ip6 and per-network IPv6 address'],
  linkLocal: ['link-local-ip', '--link-local-ip and per-network link-local IP addresses'],
  mac: ['mac-address', '--mac-address and per-network mac-address'],
};

/** `--network name=a,ip=10.0.0.2 --ip 10.0.0.3`: flags are about the first network. */
function doubled(all: readonly Choice[], { uses }: Scope): readonly Clash[] {
  const [first] = all;
  if (!first) return [];
  return uses.flatMap((use) => {
    const [key, what] = flags[use.syntax] ?? [];
    const set = first.value.settings.some((setting) => setting.key === key && setting.value !== '');
    return set && use.kind === 'flag' && use.text !== undefined && !isInterpolated(use.text)
      ? [
          {
            docker: `conflicting options: cannot specify both ${what ?? ''}`,
            advice: 'Flags are about the first network: say it in one place.',
            extra: use,
            ...hoverSpan(use),
          },
        ]
      : [];
  });
}

/** Several `--network` flags that do not go together. */
export const networkFlagsConflict = rule({
  code: 'network.flagsConflict',
  severity: 'error',
  about:
    'Flags for networks that the command line refuses together: one network twice, host beside another one.',
  docs: 'https://docs.docker.com/reference/cli/docker/container/run/#network',
  check: clashes,
  say: ({ docker, advice }) => `${docker}. ${advice}`,
  mend: ({ extra }, { text }) => {
    const edit = extra && removeFlag(text, extra);
    return edit ? [oneEdit(`Remove ${text.slice(extra.name.start, extra.value?.end)}`, edit)] : [];
  },
});
