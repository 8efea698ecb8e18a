import type { DockerOptions } from 'dockerode';
import { plainAgent, sshAgent, tlsAgent, type HeldAgent } from './agent';
import type { ResolvedEndpoint, TlsFiles } from './endpoint';
import { EngineFault } from './problem';
import { readTls } from './tls';
import { parseTransport, type Transport } from './transport';

/** What dockerode needs to reach an endpoint. `close` ends its connections, and the processes of ssh. */
export interface Line {
  readonly options: DockerOptions;
  close(): void;
}

/** The host in the requests to an engine behind ssh: nothing resolves it. */
const SSH_HOST = 'docker';

/** Everything that docker-modem would else take from DOCKER_HOST. */
const NOTHING = {
  host: undefined,
  port: undefined,
  socketPath: undefined,
  protocol: 'http',
  ca: undefined,
  cert: undefined,
  key: undefined,
};

/** Makes ready to reach an endpoint; nothing is opened yet. Rejects with a `badEndpoint` or `tls` fault. */
export async function prepareLine({ endpoint, tls, problem }: ResolvedEndpoint): Promise<Line> {
  if (problem) {
    throw new EngineFault(problem);
  }
  const transport = parseTransport(endpoint.url);
  switch (transport.kind) {
    case 'socket':
      return lineOf(plainAgent(), { socketPath: transport.path });
    case 'tcp':
      return tcpLine(transport, tls);
    case 'ssh':
      return lineOf(sshAgent(transport.target), { host: SSH_HOST, port: 80 });
    case 'unusable': {
      const detail = `${endpoint.url} is no endpoint that Portolan can open: ${transport.why}`;
      throw new EngineFault({ reason: 'badEndpoint', detail });
    }
  }
}

async function tcpLine({ host, port }: Extract<Transport, { kind: 'tcp' }>, tls?: TlsFiles): Promise<Line> {
  const at = inUrl(host);
  if (!tls) {
    return lineOf(plainAgent(), { host: at, port: port ?? 2375 });
  }
  const files = await readTls(tls);
  return lineOf(tlsAgent(tls.verify), { host: at, port: port ?? 2376, protocol: 'https', ...files });
}

/** docker-modem reads its host as an address with a scheme: of `fd00::1` it would take `fd00:` for one. */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** dockerode's types leave the agent out, and that an option may be undefined. */
function lineOf(held: HeldAgent, options: Readonly<Record<string, unknown>>): Line {
  return {
    options: { ...NOTHING, ...options, agent: held.agent } as DockerOptions,
    close: () => {
      held.close();
    },
  };
}
