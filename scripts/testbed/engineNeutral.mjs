// @ts-check
// Makes recorded answers say nothing of the machine they were recorded on,
// and as good as the same at every recording.
import { createHash } from 'node:crypto';
import { parseJson } from './engineAnswers.mjs';

/** @typedef {import('./engineAnswers.mjs').Answers} Answers */
/** @typedef {import('./engineAnswers.mjs').Answer} Answer */

/** When the sample's first event was. */
const epoch = Date.UTC(2026, 0, 15, 9);

/** What `/info` and `/version` tell of the machine, and what stands there instead. */
const machine = {
  Architecture: 'x86_64',
  CPUSet: true,
  Debug: false,
  DockerRootDir: '/var/lib/docker',
  HttpProxy: '',
  HttpsProxy: '',
  ID: 'PORT:OLAN:SAMP:LEEN:GINE:PORT:OLAN:SAMP:LEEN:GINE:PORT:OLAN',
  KernelVersion: '6.1.0-18-amd64',
  MemTotal: 8 * 2 ** 30,
  NCPU: 4,
  NEventsListener: 0,
  NFd: 180,
  NGoroutines: 200,
  NoProxy: '',
  OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  Warnings: null,
};

/** Long, of no network, and different on every machine. */
const noise = ['GraphDriver', 'MaskedPaths', 'ReadonlyPaths', 'TLSInfo', 'DriverStatus', 'InitBinary'];

/** @param {Answers} answers @param {import('./engine.mjs').Engine} engine @returns {Answers} */
export function neutralise(answers, engine) {
  const plain = dropNoise(answers);
  Object.assign(plain.info, pick(machine, plain.info));
  Object.assign(plain.version, pick(machine, plain.version));
  for (const component of componentsOf(plain.version)) {
    Object.assign(component, pick(machine, component));
  }
  plain.nodes.forEach(dropMachine);
  const text = replaceIds(replaceTimes(replacePaths(JSON.stringify(plain), engine.folder)));
  const same = /** @type {Answers} */ (parseJson(text));
  // The times in words, below, are of three hours later.
  same.info.SystemTime = new Date(epoch + 3 * 3_600_000).toISOString();
  numberProcesses(same.inspected);
  ageContainers(same);
  return same;
}

/** @param {Answers} answers @returns {Answers} */
function dropNoise(answers) {
  /** @param {string} key @param {unknown} part */
  const keep = (key, part) => (noise.includes(key) ? undefined : part);
  return /** @type {Answers} */ (parseJson(JSON.stringify(answers, keep)));
}

/** A node tells of its plugins, its processors and its memory. @param {import('./engineAnswers.mjs').NodeAnswer} node */
function dropMachine({ Description }) {
  delete Description.Resources;
  delete Description.Engine.Plugins;
}

/** The values whose keys the target has. @param {Answer} values @param {Answer} target @returns {Answer} */
function pick(values, target) {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in target));
}

/** @param {Answer} version @returns {Answer[]} */
function componentsOf({ Components = [] }) {
  return /** @type {{ Details: Answer }[]} */ (Components).map(({ Details }) => Details);
}

/** @param {string} text @param {string} folder */
function replacePaths(text, folder) {
  return text.replaceAll(`${folder}/data`, '/var/lib/docker').replaceAll(`${folder}/exec`, '/var/run/docker');
}

/**
 * Every moment by its rank, a second apart: the order stays, how fast the machine was goes. The engine's zero time
 * (year 1) and its build stay. All are in UTC, so that their text sorts as they do.
 * @param {string} text
 */
function replaceTimes(text) {
  const pattern = /(?<!"BuildTime":")\b2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g;
  // Trailing zeros are left out, so a Z stands where another has a digit; without it, shorter is earlier.
  const moments = [...new Set(text.match(pattern))].map((moment) => moment.slice(0, -1)).sort();
  const known = new Map(
    moments.map((moment, rank) => [`${moment}Z`, new Date(epoch + rank * 1000).toISOString()]),
  );
  return text.replace(pattern, (moment) => known.get(moment) ?? moment);
}

/**
 * Every id by the order in which it is first read: 64 hex digits (containers, local networks, endpoints), their first
 * 12, and the 25 characters of swarm, which also end the name of a task.
 * @param {string} text
 */
function replaceIds(text) {
  /** @type {Map<string, string>} */
  const known = new Map();
  const long = text.replace(/\b[0-9a-f]{64}\b/g, (id) => {
    const other = known.get(id.slice(0, 12)) ?? digest(`id ${known.size}`);
    known.set(id.slice(0, 12), other);
    return other;
  });
  const short = long.replace(/(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])/g, (id) => {
    return known.get(id)?.slice(0, 12) ?? digest(`short ${rank(known, id)}`).slice(0, 12);
  });
  return short.replace(/(?<=[".])[0-9a-z]{25}(?=")/g, (id) =>
    digest(`swarm ${rank(known, id)}`).slice(0, 25),
  );
}

/** A number for an id, the same each time it is seen. @param {Map<string, string>} known @param {string} id */
function rank(known, id) {
  if (!known.has(id)) {
    known.set(id, digest(`id ${known.size}`));
  }
  return known.get(id);
}

/** @param {string} text */
function digest(text) {
  return createHash('sha256').update(`portolan ${text}`).digest('hex');
}

/** @param {readonly Answer[]} inspected */
function numberProcesses(inspected) {
  inspected.forEach(({ State }, index) => {
    const state = /** @type {{ Pid: number } | undefined} */ (State);
    if (state !== undefined && state.Pid > 0) {
      state.Pid = 2000 + index;
    }
  });
}

/** The list tells times in seconds and in words. @param {Answers} answers */
function ageContainers({ containers, inspected }) {
  for (const container of containers) {
    const { Created } = /** @type {{ Created: string }} */ (inspected.find(({ Id }) => Id === container.Id));
    container.Created = Math.floor(Date.parse(Created) / 1000);
    container.Status = container.Status.replace(/(About a |Less than a |\d+ )(second|minute)s?/, '3 hours');
  }
}
