import type { Said } from './said';
import type { ServicePublishProblem } from './servicePublish';

const form = '`published=8080,target=80`';

/** Why a published port of a service is refused. */
export function sayServicePublish(problem: ServicePublishProblem): Said {
  switch (problem.code) {
    case 'servicePublish.address':
      return {
        docker: 'hostip is not supported',
        advice: 'A service is published on all addresses of its nodes: leave the address out.',
      };
    case 'servicePublish.noTarget':
      return {
        docker: "missing mandatory field 'target'",
        advice: `The port of the tasks is missing: ${form}.`,
      };
    case 'servicePublish.field':
      return {
        docker: `invalid field: ${problem.actual}`,
        advice: `Each part is a name and a value: ${form}.`,
      };
    case 'servicePublish.key':
      return {
        docker: `invalid field key: ${problem.actual}`,
        advice: 'It knows `target`, `published`, `protocol` and `mode`.',
      };
    case 'servicePublish.protocol':
      return {
        docker: `invalid protocol value '${problem.actual}'`,
        advice: 'The protocol is `tcp`, `udp` or `sctp`.',
      };
    case 'servicePublish.mode':
      return {
        docker: `invalid publish mode value (${problem.actual}): must be either 'ingress' or 'host'`,
        advice: '`ingress` is every node, `host` only those that run a task.',
      };
    case 'servicePublish.port':
      return {
        docker: `invalid ${problem.what} port (${problem.actual}): value must be an integer: ${problem.reason}`,
        advice: 'One port up to 65535: the long form takes no range.',
      };
  }
}
