import type { Fix } from '../rules/shared/rule';
import type { BadValue } from '../rules/shared/valueProblems';
import type { Span } from '../span';
import { valueSpan } from '../use';
import type { ValueProblem } from '../values/say';
import { replace, oneEdit, writtenValue } from './edits';

/** What may have been meant by a value that is refused. */
export function fixValue({ use, problem }: BadValue): readonly Fix[] {
  const value = writtenValue(use);
  if (!value || use.text === undefined) return [];
  return candidates(problem, use.text).map(({ title, text, preferred }) =>
    oneEdit(
      title,
      text.at === undefined ? replace(value, text.all) : replace(valueSpan(use, text.at), text.all),
      preferred,
    ),
  );
}

interface Candidate {
  readonly title: string;
  /** In the place of the whole value, or of a part of it. */
  readonly text: { readonly all: string; readonly at?: Span };
  readonly preferred?: boolean;
}

function whole(title: string, all: string, preferred = false): Candidate {
  return { title, text: { all }, preferred };
}

function candidates(problem: ValueProblem, text: string): readonly Candidate[] {
  if (problem.code.startsWith('publish.')) return portCandidates(problem, text);
  if (problem.code === 'expose.format' && /^\d/.test(problem.containerPort))
    return [whole(`Expose ${problem.containerPort}`, problem.containerPort, true)];
  if (problem.code === 'servicePublish.address')
    return [whole('Leave the address out', text.split(':').slice(-2).join(':').replace(/^:/, ''), true)];
  const prefixed = problem.code === 'pool.prefix' || problem.code === 'address.family';
  if (!prefixed || !problem.actual.includes('/')) return [];
  const address = problem.actual.replace(/\/.*$/, '');
  return [{ title: 'Leave the prefix length out', text: { all: address, at: problem }, preferred: true }];
}

function portCandidates(problem: ValueProblem, text: string): readonly Candidate[] {
  if (problem.code === 'publish.hostPort' && problem.address)
    return withAddress(problem.actual, text, problem.end);
  if (problem.code === 'publish.address') return fixAddress(problem.actual, text);
  if (problem.code === 'publish.ranges') return fixRange(problem.host, problem.container, problem);
  if (problem.code === 'publish.noContainerPort' && /^\d+:$/.test(text)) {
    const both = text + text.slice(0, -1);
    return [whole(`Write ${both}`, both, true)];
  }
  // Without its slash the protocol is tcp.
  return problem.code === 'publish.protocol' && text.charAt(problem.start - 1) === '/'
    ? [{ title: 'Use tcp', text: { all: '', at: { start: problem.start - 1, end: problem.end } } }]
    : [];
}

/** `127.0.0.1:80` has one port where two belong. */
function withAddress(address: string, text: string, hostEnd: number): readonly Candidate[] {
  const rest = text.slice(hostEnd + 1);
  const port = rest.split('/', 1)[0] ?? '';
  return [
    whole(`Publish port ${port} of ${address}`, `${address}:${port}:${rest}`, true),
    whole(`Publish on a free port of ${address}`, `${address}::${rest}`),
  ];
}

/** `[::1]:80` lacks a port, too; `localhost` is no address. */
function fixAddress(actual: string, text: string): readonly Candidate[] {
  const lone = /^(\[[^\][]+\]):([\d-]+)((?:\/\w+)?)$/.exec(text);
  if (lone) {
    const [, address = '', port = '', protocol = ''] = lone;
    return [
      whole(`Publish port ${port} of ${address}`, `${address}:${port}:${port}${protocol}`, true),
      whole(`Publish on a free port of ${address}`, `${address}::${port}${protocol}`),
    ];
  }
  return actual === 'localhost' && text.startsWith('localhost:')
    ? [whole('Bind to 127.0.0.1', `127.0.0.1${text.slice('localhost'.length)}`, true)]
    : [];
}

/** As many ports of the host as the container has, from the first on. */
function fixRange(host: string, container: string, at: Span): readonly Candidate[] {
  const first = Number(host.split('-', 1)[0]);
  const [from, to] = container.split('-').map(Number);
  if (from === undefined || to === undefined || first + to - from > 65535) return [];
  const range = `${first}-${first + to - from}`;
  return [{ title: `Use the host ports ${range}`, text: { all: range, at }, preferred: true }];
}
