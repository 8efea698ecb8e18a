/** What is used of dockerode: its types leave out that every call takes an `abortSignal`. */
export interface DockerApi {
  readonly modem: { version: string };
  version(options: CallOptions): Promise<unknown>;
  info(options: CallOptions): Promise<unknown>;
  listNetworks(options: CallOptions): Promise<unknown>;
  listContainers(options: CallOptions & { readonly all: true }): Promise<unknown>;
  getNetwork(id: string): DockerNetwork;
  getContainer(id: string): DockerObject;
  getService(id: string): DockerObject;
  getNode(id: string): DockerObject;
  getEvents(options: CallOptions & { readonly filters: unknown }): Promise<AsyncIterable<Buffer>>;
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
