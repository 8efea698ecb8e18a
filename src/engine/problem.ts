import type { EngineProblem, ProblemReason } from './state';

const REASON_BY_CODE: Readonly<Record<string, ProblemReason>> = {
  ENOENT: 'notRunning',
  ECONNREFUSED: 'notRunning',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
  ECONNRESET: 'disconnected',
  EPIPE: 'disconnected',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  CERT_HAS_EXPIRED: 'tls',
};

/** Thrown inside engine/ only, to carry a problem to the store, which turns it into a state. */
export class EngineFault extends Error {
  constructor(readonly problem: EngineProblem) {
    super(problem.detail);
  }
}

/** Tells from an error's code or HTTP status what went wrong; the detail keeps the engine's own words. */
export function problemOf(error: unknown): EngineProblem {
  if (error instanceof EngineFault) {
    return error.problem;
  }
  const { code, statusCode, name, message } = describe(error);
  if (statusCode !== undefined) {
    return { reason: statusCode === 403 ? 'noPermission' : 'engineError', detail: message };
  }
  if (name === 'TimeoutError' || name === 'AbortError') {
    return { reason: 'timeout', detail: message };
  }
  return { reason: reasonOf(code), detail: message };
}

function reasonOf(code: string): ProblemReason {
  if (code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL')) {
    return 'tls';
  }
  return REASON_BY_CODE[code] ?? 'badAnswer';
}

interface ErrorFacts {
  readonly code: string;
  readonly statusCode: number | undefined;
  readonly name: string;
  readonly message: string;
}

function describe(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) {
    return { code: '', statusCode: undefined, name: '', message: String(error) };
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const statusCode =
    'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  // Several tried addresses come as one error without words of its own.
  const message =
    error.message === '' && error instanceof AggregateError ? joinMessages(error.errors) : error.message;
  return { code, statusCode, name: error.name, message: message.trim() };
}

function joinMessages(errors: readonly unknown[]): string {
  return errors.map((error) => (error instanceof Error ? error.message : String(error))).join('; ');
}
