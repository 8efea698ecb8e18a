import type { EngineState, EngineProblem, ProblemReason } from '../../engine/state';
import type { Topology } from '../../model';
import { nextStep } from './problemWords';

/** The topology to show: the live one, or the last before the engine was lost. */
export function shownTopology(state: EngineState): Topology | undefined {
  switch (state.kind) {
    case 'ready':
      return state.topology;
    case 'unavailable':
      return state.last?.topology;
    case 'connecting':
      return undefined;
  }
}

const HEADLINES: Readonly<Record<ProblemReason, string>> = {
  notRunning: 'No Docker engine answers',
  noPermission: 'Docker’s socket may not be opened by this user',
  forbidden: 'The Docker engine, or a proxy in front of it, forbids this',
  unreachable: 'The Docker engine can’t be reached',
  disconnected: 'The Docker engine broke the connection off',
  timeout: 'The Docker engine does not answer in time',
  tls: 'No TLS connection to the Docker engine can be made',
  ssh: 'ssh does not lead to a Docker engine',
  badEndpoint: 'This Docker endpoint can’t be used',
  badAnswer: 'Something answers that is not a Docker engine',
  tooOld: 'The Docker engine is too old for Portolan',
  engineError: 'The Docker engine answered with an error',
};

/** What is wrong, in our words: the engine's own stand beside it. */
export function headlineOf({ reason }: EngineProblem): string {
  return HEADLINES[reason];
}

/** One sentence with the engine's own words: `No Docker engine answers (connect ENOENT /var/run/docker.sock).` */
export function sayProblem(problem: EngineProblem): string {
  return `${HEADLINES[problem.reason]} (${problem.detail}).`;
}

/** What stands above the networks; nothing while the picture is live. `platform` is the extension's own. */
export function sayAboveTree(
  state: EngineState,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (state.kind === 'unavailable') {
    const { problem, last } = state;
    const then = last
      ? `This is the picture of ${new Date(last.at).toLocaleTimeString()}; Portolan goes on trying.`
      : nextStep(problem.reason, platform);
    return `${sayProblem(problem)} ${then}`;
  }
  if (state.kind === 'ready' && state.endpoint.origin === 'sample') {
    return 'The sample engine: a recorded picture, not your Docker.';
  }
  return undefined;
}
