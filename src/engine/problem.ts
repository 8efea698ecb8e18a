import { opensslWords } from './opensslWords';
import type { EngineProblem, ProblemReason } from './state';
import { object, text } from './wire';

const REASON_BY_CODE: Readonly<Record<string, ProblemReason>> = {
  ENOENT: 'notRunning',
  ENOTDIR: 'notRunning',
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
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
  HOSTNAME_MISMATCH: 'tls',
};

/** Node's codes of TLS, and most of OpenSSL's for a certificate it refuses (Node's tls page, X509 certificate error codes). */
const TLS_CODE = /^(ERR_(TLS|SSL|OSSL)|CERT_|CRL_|UNABLE_TO_|ERROR_IN_C)/;

/** Thrown inside engine/ only, to carry a problem to the store, which turns it into a state. */
export class EngineFault extends Error {
  constructor(readonly problem: EngineProblem) {
    super(problem.detail);
  }
}

/** What a message or a view has room for. */
const LONGEST_DETAIL = 300;

/** Tells from an error's code or HTTP status what went wrong; the detail keeps the engine's own words, their first line. */
export function problemOf(error: unknown): EngineProblem {
  const { reason, detail } = error instanceof EngineFault ? error.problem : classify(describe(error));
  const [line = ''] = detail.trim().split(/[\r\n]/, 1);
  return { reason, detail: line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL)}…` : line };
}

function classify({ code, statusCode, name, message }: ErrorFacts): EngineProblem {
  if (statusCode !== undefined) {
    return {
      reason: statusCode === 401 || statusCode === 403 ? 'forbidden' : 'engineError',
      detail: message,
    };
  }
  const aborted = name === 'TimeoutError' || name === 'AbortError';
  const reason = aborted ? 'timeout' : reasonOf(code);
  return { reason, detail: reason === 'tls' ? opensslWords(message) : message };
}

function reasonOf(code: string): ProblemReason {
  // HPE_ is Node's HTTP parser: something answered, and not in HTTP.
  if (code.startsWith('HPE_')) {
    return 'badAnswer';
  }
  if (TLS_CODE.test(code)) {
    return 'tls';
  }
  return REASON_BY_CODE[code] ?? 'unreachable';
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
  return { code, statusCode, name: error.name, message: wordsOf(error) };
}

function wordsOf(error: Error): string {
  // An engine's answer is `{ message }`; docker-modem puts its status and a guess in front of that.
  const told = text(object('json' in error ? error.json : undefined).message);
  if (told !== undefined) {
    // Engines from 25 on list what is wrong with a network line by line.
    return told.replace(/\s*\n\s*/g, ' ');
  }
  // Several tried addresses come as one error without words of its own.
  return error.message === '' && error instanceof AggregateError ? joinMessages(error.errors) : error.message;
}

function joinMessages(errors: readonly unknown[]): string {
  return errors.map((error) => (error instanceof Error ? error.message : String(error))).join('; ');
}
