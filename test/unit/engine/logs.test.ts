import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeStream, LogDecoder, TextStream, type StreamDecoder } from '../../../src/engine/logs';

/** A frame as the engine sends it: 1 is stdout, 2 is stderr. */
function frame(type: number, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const whole = new Uint8Array(8 + bytes.length);
  whole[0] = type;
  new DataView(whole.buffer).setUint32(4, bytes.length);
  whole.set(bytes, 8);
  return whole;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The text that comes of bytes which arrive cut at these places. */
function decodeCut(decoder: StreamDecoder, bytes: Uint8Array, cuts: readonly number[]): string {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.map((place, index) => decoder.push(bytes.subarray(places[index - 1] ?? 0, place))).join('');
}

describe('the log of a container', () => {
  it('is read frame by frame, of both streams', () => {
    const bytes = join([frame(1, 'out\n'), frame(2, 'err\n'), frame(1, ''), frame(1, 'more\n')]);
    assert.equal(new LogDecoder().push(bytes), 'out\nerr\nmore\n');
  });

  it('is the same however its bytes are cut', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const frames = fc.array(fc.tuple(fc.constantFrom(1, 2), text), { maxLength: 8 });
    fc.assert(
      fc.property(frames, fc.array(fc.nat(), { maxLength: 12 }), (sent, cuts) => {
        const bytes = join(sent.map(([type, content]) => frame(type, content)));
        const expected = sent.map(([, content]) => content).join('');
        assert.equal(decodeCut(new LogDecoder(), bytes, cuts), expected);
      }),
    );
  });

  it('keeps the half of a character for the frame of its own stream', () => {
    const [ship, tide] = [new TextEncoder().encode('🚢'), new TextEncoder().encode('é')];
    const decoder = new LogDecoder();
    const bytes = join([
      frame(1, ship.subarray(0, 2)),
      frame(2, tide.subarray(0, 1)),
      frame(1, ship.subarray(2)),
      frame(2, tide.subarray(1)),
    ]);
    assert.equal(decoder.push(bytes), '🚢é');
  });

  it('passes as it is where the frames were taken off on the way', () => {
    const plain = new TextEncoder().encode('2026-01-02 started\nlistening on 80\n');
    for (let cut = 0; cut <= plain.length; cut++) {
      assert.equal(decodeCut(new LogDecoder(), plain, [cut]), '2026-01-02 started\nlistening on 80\n');
    }
  });

  it('shows what the engine itself says in it', () => {
    assert.equal(
      new LogDecoder().push(frame(3, 'error from daemon in stream\n')),
      'error from daemon in stream\n',
    );
  });

  it('of a terminal is read as UTF-8, however it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(), { maxLength: 6 }), (text, cuts) => {
        assert.equal(decodeCut(new TextStream(), new TextEncoder().encode(text), cuts), text);
      }),
    );
  });
});

describe('a stream that breaks', () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new TextEncoder().encode('last words'));
    throw new Error('socket hang up');
  }

  async function textOf(signal: AbortSignal): Promise<string> {
    let all = '';
    for await (const text of decodeStream(broken(), new TextStream(), signal)) {
      all += text;
    }
    return all;
  }

  it('fails for its reader, unless the reader ended it', async () => {
    await assert.rejects(textOf(new AbortController().signal), /socket hang up/);
    assert.equal(await textOf(AbortSignal.abort()), 'last words');
  });
});
