import type { ProblemReason } from '../../src/engine/state';
import type { Fault } from './faultyProxy';

/** What a call may take here, ms. */
export const LIMIT = 400;

export interface Case {
  readonly title: string;
  readonly fault: Fault;
  readonly reason: ProblemReason;
  /** The engine's own words, or the system's; `PATH` stands for what was asked. */
  readonly detail: string;
}

const message = (words: string): string => JSON.stringify({ message: words });

export const everyCall: readonly Case[] = [
  {
    title: 'answers 500',
    fault: { kind: 'answer', status: 500, body: message('layer does not exist') },
    reason: 'engineError',
    detail: 'layer does not exist',
  },
  {
    title: 'answers 503',
    fault: { kind: 'answer', status: 503, body: message('the engine is starting') },
    reason: 'engineError',
    detail: 'the engine is starting',
  },
  {
    title: 'answers 403',
    fault: { kind: 'answer', status: 403, body: message('authorization denied by plugin opa') },
    reason: 'forbidden',
    detail: 'authorization denied by plugin opa',
  },
  {
    title: 'answers 401',
    fault: { kind: 'answer', status: 401, body: 'who are you?', type: 'text/plain' },
    reason: 'forbidden',
    detail: 'HTTP status 401: who are you?',
  },
  {
    title: 'does not speak HTTP',
    fault: { kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n' },
    reason: 'badAnswer',
    detail: 'Parse Error: Expected HTTP/, RTSP/ or ICE/',
  },
  {
    title: 'answers with a page',
    fault: { kind: 'answer', status: 200, body: '<!doctype html>\n<h1>Hello</h1>', type: 'text/html' },
    reason: 'badAnswer',
    detail: 'GET PATH answered what is no JSON: <!doctype html> <h1>Hello</h1>',
  },
  {
    title: 'answers with half of a JSON',
    fault: { kind: 'answer', status: 200, body: '[{"Id":"a","Name":' },
    reason: 'badAnswer',
    detail: 'GET PATH answered what is no JSON: [{"Id":"a","Name":',
  },
  { title: 'stalls', fault: { kind: 'stall' }, reason: 'timeout', detail: 'no answer within 0.4 s' },
  {
    title: 'stalls after the head',
    fault: { kind: 'stall', after: 0 },
    reason: 'timeout',
    detail: 'no answer within 0.4 s',
  },
  {
    title: 'stalls in the middle of an answer',
    fault: { kind: 'stall', after: 40 },
    reason: 'timeout',
    detail: 'no answer within 0.4 s',
  },
  { title: 'hangs up', fault: { kind: 'cut' }, reason: 'disconnected', detail: 'socket hang up' },
  {
    title: 'hangs up in the middle of an answer',
    fault: { kind: 'cut', after: 40 },
    reason: 'disconnected',
    detail: 'the answer to GET PATH broke off after 40 bytes',
  },
  {
    title: 'answers too late',
    fault: { kind: 'delay', ms: LIMIT + 200 },
    reason: 'timeout',
    detail: 'no answer within 0.4 s',
  },
];

export const badLists: readonly Case[] = Object.entries({
  'an object': '{"networks":[]}',
  numbers: '[1,2,3]',
  'a text': '"networks"',
}).map(([what, body]) => ({
  title: `answers with ${what} for a list`,
  fault: { kind: 'answer', status: 200, body },
  reason: 'badAnswer',
  detail: 'GET /networks or /containers/json did not answer with a list',
}));

/** Event streams have a head and no body of their own. */
export const streamCases = everyCall.filter(({ title, fault }) =>
  fault.kind === 'answer'
    ? fault.status !== 200
    : /^(stalls|hangs up|does not)/.test(title) && !('after' in fault),
);

const wrongTypes = {
  Id: 'wrong',
  Names: 7,
  Image: {},
  State: [],
  Status: 0,
  Labels: ['a', 'b'],
  Ports: { 80: 'tcp' },
  HostConfig: 'host',
  NetworkSettings: { Networks: { bridge: 'yes', '': null, constructor: { IPAddress: 5, NetworkID: {} } } },
  Mounts: null,
};

/** What else may stand in a list of containers, and how many containers it is. */
export const oddItems: readonly (readonly [string, unknown, number])[] = [
  ['null', null, 0],
  ['a number', 7, 0],
  ['a list', [[]], 0],
  ['an object without an id', { Names: ['/lost'] }, 0],
  ['a container with wrong types everywhere', wrongTypes, 1],
  ['a container with a label of a megabyte', { Id: 'l', Labels: { big: 'x'.repeat(2 ** 20) } }, 1],
];
