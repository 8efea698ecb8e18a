import { code } from '../markdown';
import type { PriorityProblem } from './gatewayPriority';
import type { AddressProblem } from './ipAddress';
import type { MacProblem } from './macAddress';
import type { Said } from './said';

/** Why an address of a container is refused. */
export function sayIpAddress(problem: AddressProblem): Said {
  if (problem.code === 'address.linkLocal') {
    return {
      docker: `Invalid link-local IP address: [${problem.actual}]`,
      advice: 'An address such as `169.254.8.8` or `fe80::8`. It is looked at when the container starts.',
    };
  }
  const { actual, family } = problem;
  const example = family === 4 ? '172.28.0.10' : '2001:db8::33';
  const prefix = actual.includes('/') ? ' The prefix length belongs to the subnet of the network.' : '';
  return {
    docker: `invalid IPv${family} address: ${actual}`,
    advice: `An IPv${family} address such as ${code(example)}.${prefix}`,
  };
}

/** Why a MAC address is refused. */
export function sayMac({ actual }: MacProblem): Said {
  return { docker: `${actual} is not a valid mac address`, advice: 'Six octets: `02:42:ac:11:00:02`.' };
}

/** Why a priority is refused. */
export function sayPriority({ reason }: PriorityProblem): Said {
  return { docker: reason, advice: 'A whole number; the highest one gives the default route.' };
}
