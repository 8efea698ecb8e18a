import type { Duplex, Readable } from 'node:stream';

/** What is used of dockerode: its types leave out that every call takes an `abortSignal`. */
export interface DockerApi {
  readonly modem: DockerModem;
  version(options: CallOptions): Promise<unknown>;
  info(options: CallOptions): Promise<unknown>;
  listNetworks(options: CallOptions): Promise<unknown>;
  listContainers(options: CallOptions & { readonly all: true }): Promise<unknown>;
  getNetwork(id: string): DockerNetwork;
  /** `status`: with the count of tasks (API 1.41). */
  listServices(options: CallOptions & { readonly status?: true }): Promise<unknown>;
  listNodes(options: CallOptions): Promise<unknown>;
  getContainer(id: string): DockerContainer;
  getService(id: string): DockerObject;
  getNode(id: string): DockerObject;
  getEvents(options: CallOptions & { readonly filters: unknown }): Promise<AsyncIterable<Buffer>>;
}

/** docker-modem, which dockerode's calls go through. */
export interface DockerModem {
  /** `v1.41`: goes before every path. */
  version: string;
  /** Without `options` there is no body; with them the body is `_body`, as JSON. */
  dial(
    request: {
      readonly method: 'POST' | 'DELETE';
      readonly path: string;
      readonly options: { readonly _body: unknown } | undefined;
      readonly abortSignal: AbortSignal;
      /** The statuses that are no errors. */
      readonly statusCodes: Readonly<Record<number, true>>;
    },
    done: (error: unknown, answer: unknown) => void,
  ): void;
}

export interface CallOptions {
  readonly abortSignal: AbortSignal;
}

export interface DockerObject {
  inspect(options: CallOptions): Promise<unknown>;
}

export interface DockerNetwork {
  inspect(options: CallOptions & { readonly verbose?: boolean }): Promise<unknown>;
}

export interface DockerContainer extends DockerObject {
  exec(options: CallOptions & Readonly<Record<string, unknown>>): Promise<DockerExec>;
  /** `follow: true` is what makes it a stream. */
  logs(
    options: CallOptions & {
      readonly follow: true;
      readonly stdout: true;
      readonly stderr: true;
      readonly tail: number;
    },
  ): Promise<Readable>;
}

export interface DockerExec extends DockerObject {
  /** `hijack` and `stdin` take the connection over: what is written goes to the program. `_body` is the request's body. */
  start(
    options: CallOptions & { readonly hijack: true; readonly stdin: true; readonly _body: unknown },
  ): Promise<Duplex>;
  /** Without them the program's output alone. */
  start(options: CallOptions & { readonly _body: unknown }): Promise<Readable>;
  /** In characters. */
  resize(options: CallOptions & { readonly w: number; readonly h: number }): Promise<unknown>;
}
