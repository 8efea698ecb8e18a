import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { problemOf } from '../../../src/engine/problem';
import { readWholeAnswers, type Modem } from '../../../src/engine/wholeAnswers';

interface Given {
  readonly status?: number;
  readonly type?: string;
  readonly chunks: readonly (string | Buffer)[];
  /** The connection ends after the chunks, before the answer does. */
  readonly broken?: boolean;
}

async function* send({ chunks, broken }: Given): AsyncGenerator<Buffer> {
  for (const chunk of chunks) {
    yield await Promise.resolve(Buffer.from(chunk));
  }
  if (broken) {
    throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  }
}

/** What a caller gets for an answer, as docker-modem hands it on. */
function hear(given: Given, call: { isStream?: boolean; abortSignal?: AbortSignal } = {}): Promise<unknown> {
  const answer = Object.assign(Readable.from(send(given)), {
    statusCode: given.status ?? 200,
    headers: { 'content-type': given.type ?? 'application/json' },
  });
  const modem: Modem = {
    dial: (_, callback) => {
      callback(null, answer);
    },
  };
  readWholeAnswers(modem);
  return new Promise((resolve, reject) => {
    const asked = {
      path: '/networks?',
      method: 'GET',
      statusCodes: { 200: true, 500: 'server error' },
      ...call,
    };
    modem.dial(asked, (error, value) => {
      if (error instanceof Error) {
        reject(error);
      } else {
        resolve(value);
      }
    });
  });
}

async function problemWith(given: Given): Promise<readonly [string, string]> {
  const { reason, detail } = await hear(given).then(() => assert.fail('no problem'), problemOf);
  return [reason, detail];
}

describe('readWholeAnswers', () => {
  it('puts an answer together, also where a character is split', async () => {
    const bytes = Buffer.from('[{"Name":"käse"}]');
    assert.deepEqual(await hear({ chunks: [bytes.subarray(0, 12), bytes.subarray(12)] }), [{ Name: 'käse' }]);
  });

  it('gives null for null, nothing for an empty answer, text for plain text', async () => {
    assert.equal(await hear({ chunks: ['null'] }), null);
    assert.equal(await hear({ chunks: [] }), undefined);
    assert.equal(await hear({ chunks: ['OK'], type: 'text/plain; charset=utf-8' }), 'OK');
  });

  it('says that an answer broke off, and after how much', async () => {
    const detail = 'the answer to GET /networks broke off after 5 bytes';
    assert.deepEqual(await problemWith({ chunks: ['[{', '"Id'], broken: true }), ['disconnected', detail]);
  });

  it('shows what came instead of JSON', async () => {
    const detail = `GET /networks answered what is no JSON: <html> ${'x'.repeat(72)}`;
    const given = { chunks: [`<html>\n\n${'x'.repeat(1000)}`], type: 'text/html' };
    assert.deepEqual(await problemWith(given), ['badAnswer', detail]);
  });

  it('takes the engine’s own words for an error, and the whole text of others', async () => {
    assert.deepEqual(await problemWith({ status: 500, chunks: ['{"message":"no space left"}'] }), [
      'engineError',
      'no space left',
    ]);
    assert.deepEqual(await problemWith({ status: 403, chunks: ['Forbidden\n'], type: 'text/plain' }), [
      'forbidden',
      'HTTP status 403: Forbidden',
    ]);
  });

  it('hands a stream on, and the words of a stream that is refused', async () => {
    assert.ok((await hear({ chunks: ['{}'] }, { isStream: true })) instanceof Readable);
    await assert.rejects(hear({ status: 500, chunks: ['{"message":"no"}'] }, { isStream: true }), (error) => {
      assert.deepEqual(problemOf(error), { reason: 'engineError', detail: 'no' });
      return true;
    });
  });

  it('ends an answer that stalls when the signal fires', async () => {
    const abort = new AbortController();
    const stalled = new Readable({ read: () => undefined });
    const modem: Modem = {
      dial: (_, callback) => {
        callback(null, Object.assign(stalled, { statusCode: 200, headers: {} }));
      },
    };
    readWholeAnswers(modem);
    const ended = new Promise((resolve) => {
      modem.dial(
        { path: '/', method: 'GET', statusCodes: { 200: true }, abortSignal: abort.signal },
        resolve,
      );
    });
    abort.abort();
    assert.equal(problemOf(await ended).reason, 'disconnected');
    assert.equal(stalled.destroyed, true);
  });
});
