// Language servers as an editor runs them: each in a process of its own, asked over a pipe.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { ensureNode24 } from '../../scripts/testbed/node24.mjs';
import { ensurePeers } from '../../scripts/testbed/peers.mjs';
import { hoverAt } from '../../src/language';

/** The parts of vscode-jsonrpc and vscode-languageserver-textdocument that are used here. */
interface Connection {
  readonly listen: () => void;
  readonly sendRequest: (method: string, params?: unknown) => Promise<unknown>;
  readonly sendNotification: (method: string, params?: unknown) => Promise<void>;
  readonly onRequest: (method: string, handler: (params: never) => unknown) => void;
  readonly onNotification: (method: string, handler: (params: never) => void) => void;
}
interface Rpc {
  readonly createMessageConnection: (reader: unknown, writer: unknown) => Connection;
  readonly StreamMessageReader: new (stream: Readable) => unknown;
  readonly StreamMessageWriter: new (stream: Writable) => unknown;
}
interface Position {
  readonly line: number;
  readonly character: number;
}
interface Document {
  readonly getText: () => string;
  readonly offsetAt: (position: Position) => number;
}
interface Documents {
  readonly create: (uri: string, languageId: string, version: number, text: string) => Document;
  readonly update: (document: Document, changes: readonly unknown[], version: number) => Document;
}

/** Where the packages of the servers lie. */
export const peerPackages = await ensurePeers();

const uri = 'file:///compose.yaml';
const schema = {
  properties: {
    services: {
      additionalProperties: {
        properties: {
          ports: { description: 'Published ports', items: { description: 'A published port' } },
          networks: { description: 'Networks', additionalProperties: { description: 'A network' } },
          dns: { description: 'Servers', items: { description: 'A server' } },
        },
      },
    },
  },
};
/** What a server asks its editor for, by section: the YAML server knows a compose file by its schema. */
const settings = new Map([
  ['yaml', { schemas: { 'file:///schema.json': '*' }, hover: true, validate: true }],
]);

const requirePeer = createRequire(join(peerPackages, 'none.js'));
const rpc = requirePeer('vscode-jsonrpc/node') as Rpc;

/** A server that has a document open. */
export interface LanguageServer {
  readonly name: string;
  /** Puts a space behind a line, and asks for the hover: the time of both in milliseconds, and whether there is one. */
  readonly hover: (
    line: number,
    column: number,
  ) => Promise<{ readonly time: number; readonly said: boolean }>;
  readonly stop: () => void;
}

/** Starts a server, and opens a document of these lines in it. */
export async function startServer(
  [name, args]: readonly [name: string, args: readonly string[]],
  languageId: string,
  lines: readonly string[],
): Promise<LanguageServer> {
  const { node } = await ensureNode24();
  const child = spawn(node, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = connect(child.stdout, child.stdin);
  await initialize(connection);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text: lines.join('\n') },
  });
  return { name, hover: hoverAfterEdit(connection, lines), stop: () => child.kill() };
}

function connect(reader: Readable, writer: Writable): Connection {
  return rpc.createMessageConnection(
    new rpc.StreamMessageReader(reader),
    new rpc.StreamMessageWriter(writer),
  );
}

async function initialize(connection: Connection): Promise<void> {
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => settings.get(section) ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('vscode/content', () => JSON.stringify(schema));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { hover: {}, synchronization: {} }, workspace: { configuration: true } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', {
    settings: Object.fromEntries(settings),
  });
}

function hoverAfterEdit(connection: Connection, lines: readonly string[]): LanguageServer['hover'] {
  const lengths = lines.map(({ length }) => length);
  let version = 1;
  return async (line, character) => {
    const end = { line, character: lengths[line] ?? 0 };
    lengths[line] = end.character + 1;
    version += 1;
    const begin = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: end, end }, text: ' ' }],
    });
    const position = { line, character };
    const answer = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    return { time: performance.now() - begin, said: Boolean(answer) };
  };
}

/** Portolan behind the same protocol, on this process's own input and output. */
export function serve(): void {
  const { TextDocument } = requirePeer('vscode-languageserver-textdocument') as {
    readonly TextDocument: Documents;
  };
  const connection = connect(process.stdin, process.stdout);
  let document = TextDocument.create(uri, '', 0, '');
  let languageId = '';
  connection.onRequest('initialize', () => ({ capabilities: {} }));
  connection.onNotification(
    'textDocument/didOpen',
    ({ textDocument }: { textDocument: { languageId: string; text: string } }) => {
      languageId = textDocument.languageId;
      document = TextDocument.create(uri, languageId, 1, textDocument.text);
    },
  );
  connection.onNotification(
    'textDocument/didChange',
    (change: { textDocument: { version: number }; contentChanges: readonly unknown[] }) => {
      document = TextDocument.update(document, change.contentChanges, change.textDocument.version);
    },
  );
  connection.onRequest(
    'textDocument/hover',
    ({ position }: { position: Position }) =>
      hoverAt(document.getText(), languageId, document.offsetAt(position)) ?? null,
  );
  connection.listen();
}
