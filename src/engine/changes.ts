import type { ConnectSpec, NetworkSpec, PoolSpec } from '../model';
import type { CreatedNetwork, EngineCalls } from './calls';
import { withDeadline } from './deadline';
import type { DockerApi } from './dockerApi';
import { EngineFault } from './problem';
import { object, text } from './wire';

/** A dead network plugin is given up by the engine after 15 s, and an overlay may need as long (seen on engine 20.10). */
const CHANGE_LIMIT_MS = 60_000;

/**
 * The calls that change an engine's networks. A call that is given up may still be carried out by the engine: the
 * picture tells. dockerode's own calls for them are not used: they send their options along, and drop warnings.
 */
export function networkChanges(
  docker: DockerApi,
): Pick<EngineCalls, 'createNetwork' | 'removeNetwork' | 'connectContainer' | 'disconnectContainer'> {
  const change = (signal: AbortSignal, method: 'POST' | 'DELETE', path: string, body?: unknown) =>
    withDeadline(signal, CHANGE_LIMIT_MS, (abortSignal) => dial(docker, { method, path, body, abortSignal }));
  const pathOf = (id: string): string => `/networks/${encodeURIComponent(id)}`;
  return {
    createNetwork: async (spec, signal) =>
      readCreated(await change(signal, 'POST', '/networks/create', createBody(spec))),
    removeNetwork: async (id, signal) => {
      await change(signal, 'DELETE', pathOf(id));
    },
    connectContainer: async (networkId, spec, signal) => {
      await change(signal, 'POST', `${pathOf(networkId)}/connect`, connectBody(spec));
    },
    disconnectContainer: async (networkId, containerId, signal) => {
      await change(signal, 'POST', `${pathOf(networkId)}/disconnect`, {
        Container: containerId,
        Force: false,
      });
    },
  };
}

interface Change {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
  readonly abortSignal: AbortSignal;
}

function dial(docker: DockerApi, { method, path, body, abortSignal }: Change): Promise<unknown> {
  const statusCodes = { 200: true, 201: true, 204: true } as const;
  const options = body === undefined ? undefined : { _body: body };
  return new Promise((resolve, reject) => {
    docker.modem.dial({ method, path, options, abortSignal, statusCodes }, (error, answer) => {
      if (error === null || error === undefined) {
        resolve(answer);
      } else {
        reject(error instanceof Error ? error : new Error('the call failed'));
      }
    });
  });
}

/** The body of `POST /networks/create`. `CheckDuplicate`: engines before API 1.44 make a second one of the same name. */
function createBody(spec: NetworkSpec): object {
  return {
    Name: spec.name,
    CheckDuplicate: true,
    Driver: spec.driver === '' ? 'bridge' : spec.driver,
    Internal: spec.internal,
    Attachable: spec.attachable,
    EnableIPv6: spec.ipv6,
    IPAM: { Driver: 'default', Options: {}, Config: spec.pools.map(poolBody) },
    Options: spec.options,
    Labels: spec.labels,
  };
}

function poolBody({ subnet, range, gateway, auxiliary }: PoolSpec): object {
  return {
    Subnet: subnet,
    ...(range === undefined ? {} : { IPRange: range }),
    ...(gateway === undefined ? {} : { Gateway: gateway }),
    ...(Object.keys(auxiliary).length === 0 ? {} : { AuxiliaryAddresses: auxiliary }),
  };
}

/** The body of `POST /networks/{id}/connect`. */
function connectBody({ containerId, ipv4, ipv6, aliases }: ConnectSpec): object {
  const addresses = {
    ...(ipv4 === undefined ? {} : { IPv4Address: ipv4 }),
    ...(ipv6 === undefined ? {} : { IPv6Address: ipv6 }),
  };
  return {
    Container: containerId,
    EndpointConfig: {
      ...(Object.keys(addresses).length === 0 ? {} : { IPAMConfig: addresses }),
      ...(aliases.length === 0 ? {} : { Aliases: aliases }),
    },
  };
}

/** A proxy may answer without a warning, Podman without one either; an answer without an id is none of an engine (`badAnswer`). */
function readCreated(answer: unknown): CreatedNetwork {
  const { Id, Warning } = object(answer);
  const id = text(Id);
  if (id === undefined) {
    const detail = 'POST /networks/create did not answer with an id';
    throw new EngineFault({ reason: 'badAnswer', detail });
  }
  return { id, warning: text(Warning) };
}
