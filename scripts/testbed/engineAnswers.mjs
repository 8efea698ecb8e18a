// @ts-check
// What an engine answers about its networks, as it says it.
import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {Record<string, unknown>} Answer */
/** @typedef {Answer & { Id: string, Name: string, Driver: string }} NetworkAnswer */
/** @typedef {Answer & { Id: string, Names: string[], Ports: Answer[], Created: number, Status: string }} ContainerAnswer */
/** @typedef {Answer & { Description: Answer & { Hostname: string, Engine: Answer } }} NodeAnswer */
/**
 * The Engine API's raw JSON, with the lists in an order: the engine's own is by chance.
 * @typedef {object} Answers
 * @property {Answer} version
 * @property {Answer} info
 * @property {NetworkAnswer[]} networks
 * @property {ContainerAnswer[]} containers
 * @property {Answer[]} inspected every container, and the networks that only an inspect tells all of
 * @property {Answer[]} services with the counts of their tasks
 * @property {NodeAnswer[]} nodes
 */

/** Networks whose endpoints and peers are in no list. @param {NetworkAnswer} network */
const needsInspect = ({ Name, Driver }) => Driver === 'overlay' || Name === 'docker_gwbridge';

/** @param {Engine} engine @returns {Promise<Answers>} */
export async function readAnswers(engine) {
  /** @param {string} path */
  const ask = (path) => getJson(engine.socket, path);
  const networks = /** @type {NetworkAnswer[]} */ (await ask('/networks'));
  const containers = /** @type {ContainerAnswer[]} */ (await ask('/containers/json?all=1'));
  networks.sort((one, other) => compare(one.Name, other.Name));
  containers.sort((one, other) => compare(ownName(one), ownName(other)));
  for (const { Ports } of containers) {
    Ports.sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other)));
  }
  const paths = [
    ...containers.map(({ Id }) => `/containers/${Id}/json`),
    ...networks.filter(needsInspect).map(({ Id }) => `/networks/${Id}?verbose=true`),
  ];
  return {
    version: /** @type {Answer} */ (await ask('/version')),
    info: /** @type {Answer} */ (await ask('/info')),
    networks,
    containers,
    inspected: /** @type {Answer[]} */ (await Promise.all(paths.map(ask))),
    ...(await readSwarm(ask)),
  };
}

/** What a manager knows. @param {(path: string) => Promise<unknown>} ask */
async function readSwarm(ask) {
  const services = /** @type {(Answer & { Spec: { Name: string } })[]} */ (
    await ask('/services?status=true')
  );
  const nodes = /** @type {NodeAnswer[]} */ (await ask('/nodes'));
  services.sort((one, other) => compare(one.Spec.Name, other.Spec.Name));
  nodes.sort((one, other) => compare(one.Description.Hostname, other.Description.Hostname));
  return { services, nodes };
}

/** A legacy link adds names of two parts. @param {ContainerAnswer} container */
function ownName({ Names }) {
  return Names.find((name) => name.lastIndexOf('/') === 0) ?? '';
}

/** @param {string} one @param {string} other */
function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

/** @param {string} socketPath @param {string} path @returns {Promise<unknown>} */
async function getJson(socketPath, path) {
  const answer = await get({ socketPath, path, headers: { Host: 'docker' } });
  const body = await text(answer);
  if (answer.statusCode !== 200) {
    throw new Error(`${path}: ${answer.statusCode} ${body}`);
  }
  return parseJson(body);
}

/** @param {import('node:http').RequestOptions} options @returns {Promise<import('node:http').IncomingMessage>} */
function get(options) {
  return new Promise((resolve, reject) => {
    request(options, resolve).on('error', reject).end();
  });
}

/** What was read is not known before it is looked at. @param {string} json @returns {unknown} */
export function parseJson(json) {
  return JSON.parse(json);
}
