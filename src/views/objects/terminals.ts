import * as vscode from 'vscode';
import type { Answer, EngineCalls, ShellSession, TerminalSize } from '../../engine/calls';
import type { Endpoint, Store } from '../../engine/state';
import { askWatched } from './askWatched';
import { note, sayEnd, sayShellEnd, toTerminal } from './terminalText';

/** The container that a terminal is for. */
export interface TerminalTarget {
  readonly containerId: string;
  readonly name: string;
  /** That of its engine: no other is asked. */
  readonly endpoint: Endpoint;
}

/** Shows a shell in a running container. */
export function showShell(store: Store, target: TerminalTarget): void {
  const name = `${target.name}: shell`;
  show(name, 'terminal', new ShellTerminal(store, target));
}

/** Shows the log of a container, as it grows. */
export function showLog(store: Store, target: TerminalTarget): void {
  show(`${target.name}: logs`, 'output', new LogTerminal(store, target));
}

function show(name: string, icon: string, pty: vscode.Pseudoterminal): void {
  vscode.window.createTerminal({ name, pty, iconPath: new vscode.ThemeIcon(icon) }).show();
}

/** What both have: what is asked ends with the terminal, and a key closes what has ended. */
class Lifetime {
  readonly closing = new AbortController();
  readonly written = new vscode.EventEmitter<string>();
  readonly closed = new vscode.EventEmitter<number | void>();
  ended = false;

  constructor(
    private readonly store: Store,
    private readonly target: TerminalTarget,
  ) {}

  ask<T>(call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
    return askWatched(this.store, call, this.closing.signal, this.target.endpoint);
  }

  /** Writes a stream to its end; how a lost one broke is for the engine to say. */
  async pass(stream: AsyncIterable<string>, convert: (text: string) => string): Promise<void> {
    try {
      for await (const text of stream) {
        this.written.fire(convert(text));
      }
    } catch {
      // What became of the container is asked next.
    }
  }

  /** Says why it ended; the terminal stays, so that its last lines can be read. */
  async end(words?: string): Promise<void> {
    this.ended = true;
    if (!this.closing.signal.aborted) {
      const said =
        words ?? sayEnd(await this.ask((calls, s) => calls.inspectContainer(this.target.containerId, s)));
      this.written.fire(note(`${said} Press any key to close this terminal.`));
    }
  }

  close(): void {
    this.closing.abort();
  }
}

class ShellTerminal implements vscode.Pseudoterminal {
  private readonly life: Lifetime;
  readonly onDidWrite: vscode.Event<string>;
  readonly onDidClose: vscode.Event<number | void>;
  private session: ShellSession | undefined;
  private size: TerminalSize = { columns: 80, rows: 24 };
  /** What was typed before the shell was there. */
  private typed = '';

  constructor(
    store: Store,
    private readonly target: TerminalTarget,
  ) {
    this.life = new Lifetime(store, target);
    this.onDidWrite = this.life.written.event;
    this.onDidClose = this.life.closed.event;
  }

  open(dimensions: vscode.TerminalDimensions | undefined): void {
    this.size = dimensions ?? this.size;
    void this.run();
  }

  handleInput(data: string): void {
    if (this.life.ended) {
      this.life.closed.fire();
    } else if (this.session) {
      this.session.write(data);
    } else {
      this.typed += data;
    }
  }

  setDimensions(dimensions: vscode.TerminalDimensions): void {
    this.size = dimensions;
    void this.session?.resize(dimensions);
  }

  close(): void {
    this.life.close();
  }

  private async run(): Promise<void> {
    const { size } = this;
    const answer = await this.life.ask((calls, signal) =>
      calls.openShell(this.target.containerId, size, signal),
    );
    if (!answer.ok) {
      await this.life.end(sayEnd(answer));
      return;
    }
    this.session = answer.value;
    this.session.write(this.typed);
    if (this.size !== size) {
      void this.session.resize(this.size);
    }
    await this.life.pass(this.session.output, (text) => text);
    await this.leave(this.session);
  }

  /** `exit` closes the terminal, as that of a local shell. */
  private async leave(session: ShellSession): Promise<void> {
    const code = await session.exitCode().catch(() => undefined);
    if (code === 0) {
      this.life.closed.fire();
      return;
    }
    const inspected = await this.life.ask((calls, s) => calls.inspectContainer(this.target.containerId, s));
    await this.life.end(sayShellEnd(inspected, code));
  }
}

class LogTerminal implements vscode.Pseudoterminal {
  private readonly life: Lifetime;
  readonly onDidWrite: vscode.Event<string>;
  readonly onDidClose: vscode.Event<number | void>;

  constructor(
    store: Store,
    private readonly target: TerminalTarget,
  ) {
    this.life = new Lifetime(store, target);
    this.onDidWrite = this.life.written.event;
    this.onDidClose = this.life.closed.event;
  }

  open(): void {
    void this.run();
  }

  /** Ctrl+C ends a log that is followed. */
  handleInput(data: string): void {
    if (this.life.ended || data === '\u0003') {
      this.life.closed.fire();
    }
  }

  close(): void {
    this.life.close();
  }

  private async run(): Promise<void> {
    const answer = await this.life.ask((calls, signal) => calls.followLogs(this.target.containerId, signal));
    if (!answer.ok) {
      await this.life.end(sayEnd(answer));
      return;
    }
    await this.life.pass(answer.value, toTerminal);
    await this.life.end();
  }
}
