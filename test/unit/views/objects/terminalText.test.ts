import assert from 'node:assert/strict';
import type { Answer } from '../../../../src/engine/calls';
import { note, sayEnd, sayShellEnd, toTerminal } from '../../../../src/views/objects/terminalText';

const state = (Running: boolean, ExitCode: number): Answer<unknown> => ({
  ok: true,
  value: { State: { Running, ExitCode } },
});

const gone: Answer<unknown> = {
  ok: false,
  problem: { reason: 'engineError', detail: 'No such container: web' },
};

describe('what a terminal shows', () => {
  it('goes back to the left at each line feed', () => {
    assert.equal(toTerminal('a\nb\r\nc\n\n'), 'a\r\nb\r\nc\r\n\r\n');
  });

  it('keeps words of an engine from controlling it', () => {
    assert.equal(note('No such \u001b[2Jcontainer\n'), '\r\n\u001b[2m[No such  [2Jcontainer]\u001b[0m\r\n');
  });
});

describe('why a log or a shell ended', () => {
  it('is that the container stopped', () => {
    assert.equal(sayEnd(state(false, 137)), 'The container stopped with exit code 137.');
    assert.equal(sayShellEnd(state(false, 0), 137), 'The container stopped with exit code 0.');
    assert.equal(sayEnd({ ok: true, value: {} }), 'The container stopped.');
  });

  it('is that it ended by itself', () => {
    assert.equal(sayShellEnd(state(true, 0), 7), 'The shell ended with exit code 7.');
    assert.equal(sayEnd(state(true, 0)), 'The engine closed the stream; the container is still running.');
  });

  it('is in the engine’s own words where it knows no such container, or does not answer', () => {
    assert.equal(sayEnd(gone), 'No such container: web');
    const lost = { ok: false, problem: { reason: 'notRunning', detail: 'connect ENOENT /d.sock' } } as const;
    assert.equal(sayShellEnd(lost, undefined), 'No Docker engine answers (connect ENOENT /d.sock).');
  });
});
