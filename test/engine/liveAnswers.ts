import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Engine } from '../../scripts/testbed/engine.mjs';
import type { RawSnapshot } from '../../src/engine/decode';
import { list, object, text, type Wire } from '../../src/engine/wire';

/** What an engine answers to `GET path`, as it is; undefined for an error status. */
function get(engine: Engine, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: engine.socket, path: `/v1.41${path}` }, (answer) => {
      json(answer).then((value) => {
        resolve(answer.statusCode === 200 ? value : undefined);
      }, reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** All that a picture can be made of: the lists, the swarm's, and a verbose inspect of each network. */
export async function readAnswers(engine: Engine): Promise<RawSnapshot> {
  const [version, info, networks, containers, services, nodes] = await Promise.all(
    ['/version', '/info', '/networks', '/containers/json?all=1', '/services?status=true', '/nodes'].map(
      (path) => get(engine, path),
    ),
  );
  const ids = list(networks).map((network) => String(object(network).Id));
  const inspected = await Promise.all(ids.map((id) => get(engine, `/networks/${id}?verbose=true`)));
  return { version, info, networks, containers, services, nodes, inspected };
}

/**
 * The same answers with all that differs from run to run said in another way: ids follow from names, times and versions are
 * always the same. What an engine chose by order (addresses) stays: the test makes things one after the other.
 */
export function stableAnswers(raw: RawSnapshot, names: Readonly<Record<string, string>> = {}): RawSnapshot {
  const replacements = new Map(Object.entries(names));
  const name = (id: unknown, kind: string, of: unknown, length = 64): void => {
    if (text(id) !== undefined) {
      replacements.set(String(id), stableId(`${kind} ${String(of)}`, length));
    }
  };
  for (const { Id, Name } of list(raw.networks).map(object)) {
    name(Id, 'network', Name, String(Id).length);
  }
  for (const { Id, Names } of list(raw.containers).map(object)) {
    const own =
      list(Names)
        .map(String)
        .find((one) => one.lastIndexOf('/') === 0) ?? '';
    const task = /^(.*\.)([a-z0-9]{25})$/.exec(own);
    name(Id, 'container', task ? task[1] : own);
    name(task?.[2], 'task', task?.[1], 25);
  }
  for (const { ID, Spec } of list(raw.services).map(object)) {
    name(ID, 'service', object(Spec).Name, 25);
  }
  for (const { ID, Description } of list(raw.nodes).map(object)) {
    name(ID, 'node', object(Description).Hostname, 25);
  }
  return withStableFacts(JSON.parse(replaceAll(JSON.stringify(raw), replacements)) as RawSnapshot);
}

/** Hexadecimal, as the engine's own ids are. */
function stableId(words: string, length: number): string {
  return createHash('sha256').update(words).digest('hex').slice(0, length);
}

/** Also where only the first twelve of an id stand. */
function replaceAll(words: string, replacements: ReadonlyMap<string, string>): string {
  let result = words;
  for (const [from, to] of replacements) {
    result = result.replaceAll(from, to);
    result = from.length === 64 ? result.replaceAll(from.slice(0, 12), to.slice(0, 12)) : result;
  }
  return result;
}

const CREATED = '2026-01-02T03:04:05.678901234Z';

function withStableFacts(raw: RawSnapshot): RawSnapshot {
  const networks = (all: unknown): Wire[] => list(all).map((one) => ({ ...object(one), Created: CREATED }));
  return {
    ...raw,
    version: { Version: '20.10.24', ApiVersion: '1.41' },
    info: { ...object(raw.info), ServerVersion: '20.10.24', OperatingSystem: 'Debian GNU/Linux 12' },
    networks: networks(raw.networks),
    inspected: networks(raw.inspected),
    containers: list(raw.containers).map((one) => stableContainer(object(one))),
    nodes: list(raw.nodes).map((one) => stableNode(object(one))),
  };
}

function stableContainer(wire: Wire): Wire {
  const networks = Object.entries(object(object(wire.NetworkSettings).Networks)).map(([name, endpoint]) => {
    const { EndpointID, MacAddress, IPAddress } = object(endpoint);
    const own = stableId(`endpoint ${name} ${String(wire.Id)}`, 64);
    const mac = `02:42:${(own.slice(0, 8).match(/../g) ?? []).join(':')}`;
    const stable = {
      ...object(endpoint),
      EndpointID: text(EndpointID) && own,
      // Of an engine that makes it from the address it is known.
      MacAddress: text(MacAddress) && text(IPAddress) ? MacAddress : text(MacAddress) && mac,
    };
    return [name, stable] as const;
  });
  const status = String(wire.Status).replace(/\d+ \w+|Less than a second|About an? \w+/, '3 minutes');
  return {
    ...wire,
    Created: 1_767_323_045,
    Status: wire.State === 'exited' ? 'Exited (137) 3 minutes ago' : status,
    NetworkSettings: { Networks: Object.fromEntries(networks) },
  };
}

function stableNode(wire: Wire): Wire {
  const engine = { ...object(object(wire.Description).Engine), EngineVersion: '20.10.24' };
  return { ...wire, Description: { ...object(wire.Description), Engine: engine } };
}
