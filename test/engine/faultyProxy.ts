import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** What can go wrong with one request. */
export type Fault =
  /** Taken, and never answered; `after` an answer's head and that many bytes. */
  | { readonly kind: 'stall'; readonly after?: number }
  /** Answered as the engine does, later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection ends without a word; `after` an answer's head and that many bytes. */
  | { readonly kind: 'cut'; readonly after?: number }
  /** These bytes instead of HTTP. */
  | { readonly kind: 'raw'; readonly bytes: string }
  /** This answer instead of the engine's. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly type?: string }
  /** The engine's answer, changed. */
  | { readonly kind: 'edit'; readonly edit: (json: unknown) => unknown };

/** Given the path without API version and query: `/networks`, `/containers/json`, `/events`, `/version`, `/info`. */
export type FaultOf = (path: string) => Fault | undefined;

/** A unix socket in front of an engine's that does what it is told to, and counts. */
export class FaultyProxy {
  /** Asked for every request; undefined passes it on. */
  fault: FaultOf = () => undefined;
  /** Paths without API version and query, in order, with the time they were asked at (ms since the epoch). */
  readonly asked: { readonly path: string; readonly at: number }[] = [];
  /** The most requests of one path that were open at the same time. */
  readonly most = new Map<string, number>();
  readonly host: string;
  private readonly open = new Map<string, number>();
  private readonly streams = new Set<ServerResponse>();
  private readonly server: Server;
  private connected = 0;

  constructor(private readonly engine: { readonly socket: string; readonly folder: string }) {
    this.host = `unix://${this.socket}`;
    this.server = createServer((incoming, outgoing) => {
      this.take(incoming, outgoing).catch(() => outgoing.destroy());
    });
    this.server.keepAliveTimeout = 0;
    this.server.on('connection', (socket) => {
      this.connected++;
      socket.on('error', () => undefined);
      socket.on('close', () => this.connected--);
    });
  }

  /** Connections that a client holds open. */
  get connections(): number {
    return this.connected;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.server.listen(this.socket, resolve));
  }

  /** Ends every connection and removes the socket; `listen` brings it back. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  /** Ends the event streams in the middle of a line. */
  cutStreams(): void {
    for (const stream of this.streams) {
      stream.write('{"Type":"netw');
      stream.socket?.destroySoon();
    }
  }

  /** Puts a text into the event streams that are open. */
  inject(text: string): void {
    for (const stream of this.streams) {
      stream.write(text);
    }
  }

  /** Starts to count anew. */
  forget(): void {
    this.asked.length = 0;
    this.most.clear();
  }

  /** How often a path was asked. */
  count(path: string): number {
    return this.asked.filter((one) => one.path === path).length;
  }

  private get socket(): string {
    return join(this.engine.folder, 'faulty.sock');
  }

  private async take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = (incoming.url ?? '').replace(/\?.*/, '').replace(/^\/v[\d.]+/, '');
    this.note(path, outgoing);
    const fault = this.fault(path);
    switch (fault?.kind) {
      case undefined:
        return this.pass(incoming, outgoing, path);
      case 'stall':
        return fault.after === undefined ? undefined : this.begin(incoming, outgoing, fault.after);
      case 'delay':
        setTimeout(() => {
          this.pass(incoming, outgoing, path);
        }, fault.ms);
        return;
      case 'cut':
        if (fault.after !== undefined) {
          await this.begin(incoming, outgoing, fault.after);
        }
        outgoing.socket?.destroySoon();
        return;
      case 'raw':
        outgoing.socket?.end(fault.bytes);
        return;
      case 'answer':
        outgoing.writeHead(fault.status, { 'Content-Type': fault.type ?? 'application/json' });
        outgoing.end(fault.body);
        return;
      case 'edit': {
        const whole = JSON.parse(await this.whole(incoming)) as unknown;
        outgoing.setHeader('Content-Type', 'application/json');
        outgoing.end(JSON.stringify(fault.edit(whole)));
      }
    }
  }

  private note(path: string, outgoing: ServerResponse): void {
    this.asked.push({ path, at: Date.now() });
    const open = (this.open.get(path) ?? 0) + 1;
    this.open.set(path, open);
    this.most.set(path, Math.max(open, this.most.get(path) ?? 0));
    outgoing.on('close', () => this.open.set(path, (this.open.get(path) ?? 0) - 1));
    if (path === '/events') {
      this.streams.add(outgoing);
      outgoing.on('close', () => this.streams.delete(outgoing));
    }
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse, path: string): void {
    const onwards = this.ask(incoming, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      pipeline(answer, outgoing, () => undefined);
    });
    onwards.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onwards.destroy());
    if (path !== '/events') {
      incoming.pipe(onwards);
    } else {
      onwards.end();
    }
  }

  /** The head of the engine's answer and its first bytes. */
  private async begin(incoming: IncomingMessage, outgoing: ServerResponse, bytes: number): Promise<void> {
    const isStream = incoming.url?.includes('/events') === true;
    const whole = isStream ? '' : await this.whole(incoming);
    outgoing.writeHead(200, {
      'Content-Type': 'application/json',
      ...(isStream ? {} : { 'Content-Length': Buffer.byteLength(whole) }),
    });
    outgoing.flushHeaders();
    if (bytes > 0) {
      await new Promise((resolve) => outgoing.write(whole.slice(0, bytes), resolve));
    }
  }

  private async whole(incoming: IncomingMessage): Promise<string> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      this.ask(incoming, resolve).on('error', reject).end();
    });
    return (await buffer(answer)).toString('utf8');
  }

  private ask({ method, url: path, headers }: IncomingMessage, then: (answer: IncomingMessage) => void) {
    return request({ socketPath: this.engine.socket, method, path, headers }, then);
  }
}

/** Starts a proxy that passes everything on until it is told otherwise; its socket lies beside the engine's. */
export async function startFaultyProxy(engine: {
  readonly socket: string;
  readonly folder: string;
}): Promise<FaultyProxy> {
  const proxy = new FaultyProxy(engine);
  await proxy.listen();
  return proxy;
}
