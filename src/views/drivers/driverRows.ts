import { driverByEngineName, drivers, type Driver, type DriverOption } from '../../catalog';
import { code } from '../../language';
import type { Container, Network, Topology } from '../../model';
import { plural, type Row } from '../rows/rows';

/** A driver as it is shown: a row of the catalog, under the engine's own name where the catalog has none. */
export interface ShownDriver {
  readonly driver: Driver;
  /** A plugin that the catalog does not know by name. */
  readonly engineName?: string;
}

/** The parts of a driver's description that are rows of their own. */
export const DRIVER_PARTS = ['summary', 'useWhen', 'limits', 'options', 'docs'] as const;
export type DriverPart = (typeof DRIVER_PARTS)[number];

/**
 * Docker's own drivers and modes first, the common ones before the others; then the third-party ones that this engine
 * has, with every plugin under its own name; then what it has not.
 */
export function shownDrivers(topology: Topology | undefined): readonly ShownDriver[] {
  const found = topology === undefined ? [] : foundPlugins(topology);
  const known = drivers
    .filter(({ id }) => id !== 'plugin' || found.length === 0)
    .map((driver) => ({ driver }));
  const generic = drivers.find(({ id }) => id === 'plugin');
  const own = known.filter(({ driver }) => isDockers(driver));
  const other = known.filter(({ driver }) => !isDockers(driver));
  const isHere = (shown: ShownDriver): boolean => topology !== undefined && isInUse(shown, topology);
  return [
    ...own,
    ...other.filter(isHere),
    ...(generic ? found.map((engineName) => ({ driver: generic, engineName })) : []),
    ...other.filter((shown) => !isHere(shown)),
  ];
}

function isDockers({ kind }: Driver): boolean {
  return kind === 'builtIn' || kind === 'mode';
}

function isInUse({ driver }: ShownDriver, topology: Topology): boolean {
  return driver.kind === 'notADriver'
    ? topology.networks.some(({ flannel }) => flannel !== undefined)
    : isOnEngine({ driver }, topology);
}

/** Drivers that the engine or one of its networks names and that have no row in the catalog, by name. */
function foundPlugins({ host, networks }: Topology): readonly string[] {
  const names = [...host.drivers, ...networks.map(({ driverName }) => driverName)];
  return [...new Set(names)].filter((name) => driverByEngineName(name) === 'plugin').sort();
}

/** The networks of a driver, in the topology's order. */
export function networksOf({ driver, engineName }: ShownDriver, topology: Topology): readonly Network[] {
  return topology.networks.filter(
    (network) =>
      network.driver === driver.id && (engineName === undefined || network.driverName === engineName),
  );
}

/** The containers that share the network namespace of another. */
export function sharingContainers({ driver }: ShownDriver, topology: Topology): readonly Container[] {
  return driver.kind === 'mode' ? topology.containers.filter(({ mode }) => mode.kind === 'container') : [];
}

/** `/info` names built-in and managed drivers, and those of existing networks; templates need no driver. */
function isOnEngine(shown: ShownDriver, topology: Topology): boolean {
  const { driver, engineName } = shown;
  return (
    engineName !== undefined ||
    driver.path === 'template' ||
    topology.host.drivers.some((name) => driverByEngineName(name) === driver.id) ||
    networksOf(shown, topology).length > 0
  );
}

/** `Bridge` — `on this engine, 3 networks`; what the engine does not have says so. */
export function driverRow(shown: ShownDriver, topology: Topology | undefined): Row {
  const { driver, engineName } = shown;
  const label = engineName ?? driver.title;
  const description = topology ? sayPresence(shown, topology) : '';
  return {
    label,
    description,
    icon: driver.icon,
    spoken: [`driver ${label}`, description].filter(Boolean).join(', '),
  };
}

function sayPresence(shown: ShownDriver, topology: Topology): string {
  const { driver, engineName } = shown;
  switch (driver.kind) {
    case 'notADriver':
      return sayFlannel(topology) ?? 'no driver: works below Docker';
    case 'mode':
      return `a mode, ${count(sharingContainers(shown, topology).length, 'container')} in it`;
    case 'builtIn':
      return isOnEngine(shown, topology) ? sayNetworks(shown, topology) : 'not on this engine';
    case 'thirdParty':
      if (driver.id === 'plugin' && engineName === undefined) {
        return 'no other driver seen on this engine';
      }
      return isOnEngine(shown, topology) ? sayNetworks(shown, topology) : 'not seen on this engine';
  }
}

function sayNetworks(shown: ShownDriver, topology: Topology): string {
  const { length } = networksOf(shown, topology);
  const outside = shown.driver.scope === 'swarm' && topology.host.swarm === undefined;
  return `on this engine, ${count(length, 'network')}${outside ? ' (needs swarm mode)' : ''}`;
}

/** `no network`, `1 network`, `3 networks` */
function count(number: number, noun: string): string {
  return number === 0 ? `no ${noun}` : plural(number, noun);
}

/** `docker0 takes its subnet from flannel: 10.244.1.0/24 of 10.244.0.0/16, MTU 1450`; undefined where it does not. */
export function sayFlannel(topology: Topology): string | undefined {
  const network = topology.networks.find(({ flannel }) => flannel !== undefined);
  return (
    network &&
    `${network.device ?? network.name} takes its subnet from flannel: ${flannelText(network) ?? ''}`
  );
}

/** `10.244.1.0/24 of 10.244.0.0/16, MTU 1450`; undefined for a network that flannel has no part in. */
export function flannelText({ flannel, subnets }: Network): string | undefined {
  if (!flannel) {
    return undefined;
  }
  const own = subnets.find(({ family }) => family === 4)?.cidr ?? flannel.subnet;
  const whole = flannel.network === undefined ? '' : ` of ${flannel.network}`;
  return `${own}${whole}${flannel.mtu === undefined ? '' : `, MTU ${flannel.mtu}`}`;
}

const PARTS: Readonly<Record<DriverPart, { readonly label: string; readonly icon: string }>> = {
  summary: { label: 'What it does', icon: 'info' },
  useWhen: { label: 'When to use it', icon: 'lightbulb' },
  limits: { label: 'Limits', icon: 'warning' },
  options: { label: 'Options', icon: 'settings-gear' },
  docs: { label: 'Documentation', icon: 'link-external' },
};

/** A row that describes a driver: `What it does` — its summary, `Limits` — how many. */
export function driverPartRow(driver: Driver, part: DriverPart): Row {
  const { label, icon } = PARTS[part];
  const description = partText(driver, part);
  return { label, description, icon, spoken: `${label}: ${description}` };
}

function partText(driver: Driver, part: DriverPart): string {
  switch (part) {
    case 'summary':
    case 'useWhen':
      return plainText(driver[part]);
    case 'limits':
    case 'options':
      return driver[part].length.toString();
    case 'docs':
      return new URL(driver.docs).hostname;
  }
}

/** The parts that have something to say: few drivers have options. */
export function driverParts(driver: Driver): readonly DriverPart[] {
  return DRIVER_PARTS.filter((part) => part !== 'options' || driver.options.length > 0);
}

/** One limit, as a row. */
export function limitRow(limit: string): Row {
  const label = plainText(limit);
  return { label, description: '', icon: 'dash', spoken: label };
}

/** `enable_icc` — `true (default), false`; the whole key is in the tooltip, and is what is copied. */
export function optionRow({ key, values, meaning }: DriverOption): Row {
  const label = key.slice(key.lastIndexOf('.') + 1);
  return {
    label,
    description: values,
    icon: 'symbol-property',
    spoken: `option ${key}, ${values}: ${plainText(meaning)}`,
  };
}

/** How an option is written, what it may be and what it means, as Markdown. */
export function optionTooltip({ key, values, meaning }: DriverOption): string {
  return [`**${code(`-o ${key}=…`)}**`, meaning, `Values: ${values}`].join('\n\n');
}

/**
 * What a driver is, when to use it, what it can't do, as Markdown. The catalog's own Markdown needs no escape, what an
 * engine says does.
 */
export function driverTooltip({ driver, engineName }: ShownDriver, topology?: Topology): string {
  const limits = driver.limits.map((limit) => `- ${limit}`).join('\n');
  const title = engineName === undefined ? driver.title : code(engineName);
  const flannel = driver.kind === 'notADriver' && topology ? sayFlannel(topology) : undefined;
  return [
    `**${title}**`,
    driver.summary,
    `**Use it when** ${driver.useWhen}`,
    limits,
    flannel === undefined ? '' : code(flannel),
    topology
      ? explainPresence({ driver, ...(engineName === undefined ? {} : { engineName }) }, topology)
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Why a third-party driver may be there though it is not seen, and under which name it is there. */
function explainPresence(shown: ShownDriver, topology: Topology): string {
  const { driver, engineName } = shown;
  if (driver.kind !== 'thirdParty') {
    return '';
  }
  if (!isOnEngine(shown, topology)) {
    return 'An engine names a plugin of the older kind (a socket in /run/docker/plugins) only while one of its networks exists: it may be installed and not be seen here.';
  }
  const names = topology.host.drivers.filter((name) => driverByEngineName(name) === driver.id);
  const here = engineName === undefined ? names : [engineName];
  return here.length === 0 ? '' : `The engine calls it ${here.map(code).join(', ')}.`;
}

/** The catalog's Markdown without its marks: rows show plain text. */
export function plainText(markdown: string): string {
  return markdown.replaceAll('`', '');
}
