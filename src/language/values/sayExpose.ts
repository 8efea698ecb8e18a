import { code } from '../markdown';
import type { ExposeProblem } from './expose';
import type { Said } from './said';

/** Why an exposed port is refused. */
export function sayExpose(problem: ExposeProblem): Said {
  switch (problem.code) {
    case 'expose.format':
      return {
        docker: `invalid port format for --expose: ${problem.actual}`,
        advice: `A port of the host is chosen by \`--publish\`, or \`ports\` in compose. Here only the port of the container: ${code(problem.containerPort === '' ? '80' : problem.containerPort)}.`,
      };
    case 'expose.range':
      return {
        docker: `invalid range format for --expose: ${problem.actual}, error: ${problem.reason}`,
        advice: 'A number up to 65535 or a range, with a protocol if it is not TCP: `80`, `80-90`, `53/udp`.',
      };
  }
}
