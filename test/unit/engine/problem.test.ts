import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { EngineFault, problemOf } from '../../../src/engine/problem';

describe('problemOf', () => {
  it('tells a missing socket from one that may not be opened', async () => {
    const error = await new Promise((resolve) => connect('/nonexistent/docker.sock').once('error', resolve));
    assert.deepEqual(problemOf(error), {
      reason: 'notRunning',
      detail: 'connect ENOENT /nonexistent/docker.sock',
    });
    assert.equal(
      problemOf(Object.assign(new Error('connect EACCES'), { code: 'EACCES' })).reason,
      'noPermission',
    );
  });

  it('keeps the engine’s own words for an error status', () => {
    const error = Object.assign(new Error('(HTTP code 500) server error - no space left '), {
      statusCode: 500,
    });
    assert.deepEqual(problemOf(error), {
      reason: 'engineError',
      detail: '(HTTP code 500) server error - no space left',
    });
  });

  it('shows what the engine says without what docker-modem puts in front', () => {
    const words = 'error while removing network: network front id 0123 has active endpoints';
    const error = Object.assign(new Error(`(HTTP code 403) unexpected - ${words} `), {
      statusCode: 403,
      json: { message: words },
    });
    assert.deepEqual(problemOf(error), { reason: 'forbidden', detail: words });
    const lines = 'invalid network config:\n* invalid subnet a\n* invalid gateway b';
    const listed = Object.assign(new Error('x'), { statusCode: 400, json: { message: lines } });
    assert.equal(problemOf(listed).detail, 'invalid network config: * invalid subnet a * invalid gateway b');
    const silent = Object.assign(new Error('(HTTP code 500)'), { statusCode: 500, json: { message: '' } });
    assert.equal(problemOf(silent).detail, '(HTTP code 500)');
  });

  it('tells a forbidden call from a socket without permission', () => {
    const error = Object.assign(new Error('(HTTP code 403) unexpected - Forbidden'), { statusCode: 403 });
    assert.equal(problemOf(error).reason, 'forbidden');
  });

  it('keeps the first line of a page, up to 300 characters', () => {
    const page = Object.assign(new Error(`<html>${'x'.repeat(3_000_000)}\n</html>`), { statusCode: 500 });
    assert.equal(problemOf(page).detail, `<html>${'x'.repeat(294)}…`);
    assert.equal(problemOf(new Error('one\ntwo')).detail, 'one');
  });

  it('joins the words of every address that was tried', () => {
    const tried = [
      new Error('connect ECONNREFUSED ::1:2375'),
      new Error('connect ECONNREFUSED 127.0.0.1:2375'),
    ];
    const error = Object.assign(new AggregateError(tried, ''), { code: 'ECONNREFUSED' });
    assert.deepEqual(problemOf(error), {
      reason: 'notRunning',
      detail: 'connect ECONNREFUSED ::1:2375; connect ECONNREFUSED 127.0.0.1:2375',
    });
  });

  it('knows limits, TLS, faults and what is no error at all', () => {
    assert.equal(problemOf(AbortSignal.abort().reason).reason, 'timeout');
    assert.equal(
      problemOf(Object.assign(new Error('x'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })).reason,
      'tls',
    );
    for (const code of [
      'CERT_NOT_YET_VALID',
      'CERT_HAS_EXPIRED',
      'CERT_UNTRUSTED',
      'CERT_REVOKED',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'INVALID_PURPOSE',
    ]) {
      assert.equal(problemOf(Object.assign(new Error('x'), { code })).reason, 'tls', code);
    }
    assert.equal(problemOf(new EngineFault({ reason: 'badEndpoint', detail: 'x' })).reason, 'badEndpoint');
    assert.equal(
      problemOf(Object.assign(new Error('x'), { code: 'HPE_INVALID_CONSTANT' })).reason,
      'badAnswer',
    );
    assert.equal(
      problemOf(Object.assign(new Error('x'), { code: 'ERR_OSSL_PEM_NO_START_LINE' })).reason,
      'tls',
    );
    assert.deepEqual(problemOf('odd'), { reason: 'unreachable', detail: 'odd' });
  });
});
