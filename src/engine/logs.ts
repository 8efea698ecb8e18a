import type { Readable } from 'node:stream';
import { withDeadline } from './deadline';
import type { CallOptions, DockerContainer } from './dockerApi';
import { flag, object } from './wire';

/** How many lines of before are shown: a screenful of scrolling, not a download of years. */
const TAIL = 1000;

/** The engine answers with the first bytes at once, also for an empty log. ms. */
const LOGS_LIMIT_MS = 10_000;

/** Type, three zeros, and the length of the frame's content in four bytes, big-endian. */
const HEADER = 8;

/**
 * Opens the log of a container: its last 1,000 lines of both streams, then those that come. Ends when the container
 * stops or the signal fires; throws when the connection is lost. Rejects with the engine's words, as for a log driver
 * that can't be read.
 */
export async function followLogs(
  container: DockerContainer,
  signal: AbortSignal,
): Promise<AsyncIterable<string>> {
  const limited = <T>(call: (options: CallOptions) => Promise<T>): Promise<T> =>
    withDeadline(signal, LOGS_LIMIT_MS, (abortSignal) => call({ abortSignal }));
  const inspected = await limited((options) => container.inspect(options));
  const decoder = flag(object(object(inspected).Config).Tty) ? new TextStream() : new LogDecoder();
  // The deadline is for the engine's first answer; the stream itself has no end.
  const stream = await limited((options) =>
    container.logs({ ...options, follow: true, stdout: true, stderr: true, tail: TAIL }),
  );
  onAbort(signal, stream, () => {
    stream.destroy();
  });
  return decodeStream(stream, decoder, signal);
}

/** Ends a stream when the signal fires, and listens no longer than the stream lives. */
export function onAbort(signal: AbortSignal, stream: Readable, end: () => void): void {
  // A stream that nobody reads any more may still break; its reader is told by the reading.
  stream.on('error', () => undefined);
  stream.once('close', () => {
    signal.removeEventListener('abort', end);
  });
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) {
    end();
  }
}

/** What turns the bytes of a stream into text, chunk after chunk. */
export interface StreamDecoder {
  push(chunk: Uint8Array): string;
}

/** The text of a stream; an abort ends it, and is no failure. */
export async function* decodeStream(
  stream: AsyncIterable<Uint8Array>,
  decoder: StreamDecoder,
  signal: AbortSignal,
): AsyncGenerator<string> {
  try {
    for await (const chunk of stream) {
      const text = decoder.push(chunk);
      if (text !== '') {
        yield text;
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}

/** UTF-8 whose characters may be split over chunks. */
export class TextStream implements StreamDecoder {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  push(chunk: Uint8Array): string {
    return this.decoder.decode(chunk, { stream: true });
  }
}

/**
 * Reads the frames in which the engine sends stdout and stderr over one stream (Engine API, "attach": header
 * `{TYPE, 0, 0, 0, SIZE1, SIZE2, SIZE3, SIZE4}`), however the chunks cut them. Each of the two streams keeps its own
 * half-read character. Bytes that are no frame pass as they are: some proxies have already taken the frames off.
 */
export class LogDecoder implements StreamDecoder {
  private readonly texts = new Map<number, TextStream>();
  private header: number[] = [];
  /** Bytes of the present frame that are still to come. */
  private left = 0;
  private raw = false;

  push(chunk: Uint8Array): string {
    const parts: string[] = [];
    let at = 0;
    while (at < chunk.length) {
      at = this.left > 0 || this.raw ? this.readContent(chunk, at, parts) : this.readHeader(chunk, at, parts);
    }
    return parts.join('');
  }

  private readContent(chunk: Uint8Array, at: number, parts: string[]): number {
    const end = this.raw ? chunk.length : Math.min(chunk.length, at + this.left);
    parts.push(this.textOf(this.raw ? 0 : (this.header[0] ?? 0)).push(chunk.subarray(at, end)));
    this.left -= this.raw ? 0 : end - at;
    if (this.left === 0 && !this.raw) {
      this.header = [];
    }
    return end;
  }

  private readHeader(chunk: Uint8Array, at: number, parts: string[]): number {
    const end = Math.min(chunk.length, at + HEADER - this.header.length);
    this.header.push(...chunk.subarray(at, end));
    if (!startsFrame(this.header)) {
      this.raw = true;
      parts.push(this.textOf(0).push(Uint8Array.from(this.header)));
      return end;
    }
    if (this.header.length === HEADER) {
      this.left = new DataView(Uint8Array.from(this.header).buffer).getUint32(4);
      this.header = this.left === 0 ? [] : this.header;
    }
    return end;
  }

  private textOf(stream: number): TextStream {
    const text = this.texts.get(stream) ?? new TextStream();
    this.texts.set(stream, text);
    return text;
  }
}

/** 0 stdin, 1 stdout, 2 stderr, 3 the engine's own errors; a header that is not whole yet may still become one. */
function startsFrame([type = 0, ...zeros]: readonly number[]): boolean {
  return type <= 3 && zeros.slice(0, 3).every((byte) => byte === 0);
}
