import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream';

/** A unix socket in front of an engine that notes what is asked. */
export interface RecordingProxy {
  readonly host: string;
  /** `GET /v1.41/networks`, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Passes every request on to the engine's socket; the proxy's own socket lies beside it. */
export async function startRecordingProxy(engine: {
  readonly socket: string;
  readonly folder: string;
}): Promise<RecordingProxy> {
  const asked: string[] = [];
  const socket = join(engine.folder, 'proxy.sock');
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const { method, url: path, headers } = incoming;
    const onwards = request({ socketPath: engine.socket, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      // Unlike pipe, this also hands on that the engine broke off.
      pipeline(answer, outgoing, () => undefined);
    });
    onwards.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onwards.destroy());
    incoming.pipe(onwards);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    host: `unix://${socket}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
