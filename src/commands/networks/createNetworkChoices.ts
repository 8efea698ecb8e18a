import { drivers, driverByEngineName, type DriverOption } from '../../catalog';
import { freeSubnet, type Topology } from '../../model';
import { plainText } from '../../views/drivers/driverRows';
import {
  hasParent,
  sayPair,
  type NetworkDraft,
  type PairField,
  type Pairs,
  type TextField,
} from './createNetworkDraft';
import { driverOf, modeKey, otherOptions, sayDriver } from './createNetworkForm';

/** A line to choose from, as plain data. */
export interface Choice<T extends string> {
  readonly label: string;
  readonly description: string;
  readonly detail: string | undefined;
  /** A codicon's name. */
  readonly icon: string;
  readonly value: T;
}

/** A driver by the engine's name; `closed` can't be had on this engine now, `other` asks for its name. */
export type DriverChoice = `driver:${string}` | `closed:${string}` | 'other';

/**
 * The engine's own drivers, in the catalog's order and then those it does not know. Of host and null there is one
 * network each, made by the engine. A plugin of the older kind is in no list before a network uses it (engine 20.10).
 */
export function driverChoices({ host }: Topology): readonly Choice<DriverChoice>[] {
  const order = drivers.map(({ id }) => id);
  const place = (name: string): number => order.indexOf(driverByEngineName(name));
  const names = host.drivers.filter((name) => name !== 'host' && name !== 'null');
  const sorted = [...names].sort((a, b) => place(a) - place(b));
  return [
    ...sorted.map((name) => driverChoice(name, host)),
    {
      label: 'Another Driver…',
      description: '',
      detail: 'A plugin of the older kind is in no list of the engine before a network uses it.',
      icon: 'ellipsis',
      value: 'other',
    },
  ];
}

function driverChoice(name: string, host: Topology['host']): Choice<DriverChoice> {
  const known = driverOf({ driver: name });
  const reason = known?.scope === 'swarm' ? whyNoSwarm(host) : undefined;
  return {
    label: sayDriver({ driver: name }),
    description: reason ?? (known?.kind === 'thirdParty' ? 'third-party driver' : ''),
    detail: known?.summary,
    icon: reason === undefined ? (known?.icon ?? 'plug') : 'circle-slash',
    value: reason === undefined ? `driver:${name}` : `closed:${name}`,
  };
}

function whyNoSwarm({ swarm }: Topology['host']): string | undefined {
  if (swarm?.manager === true) {
    return undefined;
  }
  return swarm === undefined
    ? 'not now: the engine is in no swarm (docker swarm init makes one)'
    : 'not here: networks of a swarm are made on its managers';
}

/** An interface of this machine. */
export interface HostInterface {
  readonly name: string;
  readonly addresses: readonly string[];
}

/** Interfaces that containers can stand on: not loopback, and not those that Docker made itself. */
export function parentChoices(interfaces: readonly HostInterface[]): readonly Choice<string>[] {
  return interfaces
    .filter(({ name }) => !/^(lo\d*$|docker0$|docker_gwbridge$|br-[0-9a-f]{12}$|veth|vmnet|utun)/.test(name))
    .map(({ name, addresses }) => ({
      label: name,
      description: addresses.join(', '),
      detail: undefined,
      icon: 'symbol-interface',
      value: name,
    }));
}

/** How containers on the same parent meet; undefined is the engine's default. */
export function modeChoices({ driver }: NetworkDraft): readonly Choice<string>[] {
  const option = driverOf({ driver })?.options.find(({ key }) => key === modeKey(driver));
  return option === undefined ? [] : valueChoices(option);
}

/** One option of a driver by its key, or any other. */
export type OptionChoice = `key:${string}` | 'other';

/** The options of the draft's driver with their help; those that are set stand first. */
export function optionChoices(draft: NetworkDraft): readonly Choice<OptionChoice>[] {
  const set = otherOptions(draft);
  const own = hasParent(draft.driver) ? ['parent', modeKey(draft.driver)] : [];
  const known = (driverOf(draft)?.options ?? []).filter(({ key }) => !own.includes(key));
  return [
    ...Object.entries(set).map((pair) => setChoice(pair, optionOf(draft, pair[0]))),
    ...known
      .filter(({ key }) => !(key in set))
      .map((option) => ({
        label: option.key,
        description: plainText(option.values),
        detail: plainText(option.meaning),
        icon: 'blank',
        value: `key:${option.key}` as const,
      })),
    { label: 'Another Option…', description: '', detail: undefined, icon: 'add', value: 'other' },
  ];
}

function setChoice(
  [key, value]: readonly [string, string],
  option: DriverOption | undefined,
): Choice<OptionChoice> {
  return {
    label: key,
    description: value === '' ? 'set' : `= ${value}`,
    detail: option && plainText(option.meaning),
    icon: 'check',
    value: `key:${key}`,
  };
}

/** The catalog's row for an option of the draft's driver. */
export function optionOf(draft: NetworkDraft, key: string): DriverOption | undefined {
  return driverOf(draft)?.options.find((option) => option.key === key);
}

/** `true (default), false` → two choices; none where the values are no such list, but a description. */
export function valueChoices({ values }: Pick<DriverOption, 'values'>): readonly Choice<string>[] {
  const parts = values.split(', ').map((part) => /^([\w-]+)( \(default\))?$/.exec(part));
  return parts.length > 1 && parts.every((part) => part !== null)
    ? parts.map(([, value = '', isDefault]) => ({
        label: value,
        description: isDefault === undefined ? '' : 'default',
        detail: undefined,
        icon: 'blank',
        value,
      }))
    : [];
}

/** Whether an option has no value: it is there or not. */
export function isFlag(option: DriverOption | undefined): boolean {
  return option?.values === '(no value)';
}

/** One pair of a field by its name, or a new one. */
export type PairChoice = `key:${string}` | 'new';

/** What is set of a field of pairs, and a way to add one. */
export function pairChoices(field: PairField, pairs: Pairs): readonly Choice<PairChoice>[] {
  return [
    ...Object.entries(pairs).map((pair) => ({
      label: sayPair(pair),
      description: '',
      detail: undefined,
      icon: 'check',
      value: `key:${pair[0]}` as const,
    })),
    {
      label: field === 'auxiliary' ? 'Reserve Another Address…' : 'Add a Label…',
      description: '',
      detail: undefined,
      icon: 'add',
      value: 'new',
    },
  ];
}

/** What a text box asks. */
export interface TextQuestion {
  readonly prompt: string;
  readonly placeholder: string;
}

/** What is asked for a field that is one text. */
export function textQuestion(field: TextField, draft: NetworkDraft, topology: Topology): TextQuestion {
  const free = (family: 4 | 6): string => freeSubnet(topology, family, draft.driver) ?? '';
  switch (field) {
    case 'name':
      return {
        prompt: 'Containers and compose files refer to the network by this name.',
        placeholder: 'shop_front',
      };
    case 'subnet':
      return { prompt: 'IPv4 subnet of the network. Empty: the engine chooses one.', placeholder: free(4) };
    case 'subnet6':
      return {
        prompt: 'IPv6 subnet of the network. Empty: the engine chooses one, where it has a pool.',
        placeholder: free(6) || 'fd00:1::/64',
      };
    case 'gateway':
    case 'gateway6':
      return {
        prompt: 'Address of the gateway, in the subnet. Empty: the engine takes the first.',
        placeholder: '',
      };
    case 'range':
    case 'range6':
      return {
        prompt: 'The part of the subnet that containers get addresses of, as a subnet. Empty: all of it.',
        placeholder: '',
      };
  }
}

/** What is asked for one pair of a field; clearing it removes the pair. */
export const PAIR_QUESTIONS: Readonly<Record<PairField, TextQuestion>> = {
  auxiliary: {
    prompt: 'An address of the subnet that the engine is not to give out, as name=address. Empty: none.',
    placeholder: 'router=172.28.0.2',
  },
  options: {
    prompt: 'An option of the driver, as key=value. The engine passes it on without looking at it.',
    placeholder: 'com.docker.network.driver.mtu=1400',
  },
  labels: { prompt: 'A label, as key=value. Empty: none.', placeholder: 'com.example.team=shop' },
};
