import type { HostEntryProblem } from './addHost';
import type { DnsProblem } from './dns';
import { goQuote } from './goQuote';
import type { Said } from './said';
import type { SysctlProblem } from './sysctl';

/** Why a line of a hosts file is refused. */
export function sayHostEntry(problem: HostEntryProblem): Said {
  return problem.code === 'host.format'
    ? {
        docker: `bad format for add-host: ${goQuote(problem.actual)}`,
        advice: 'Write the name, a colon, and the address: `db:10.0.0.5`.',
      }
    : {
        docker: `invalid IP address in add-host: ${goQuote(problem.actual)}`,
        advice: 'Behind the name stands an IP address, or `host-gateway` for the host.',
      };
}

/** Why a DNS server or a search domain is refused. */
export function sayDns({ code, actual }: DnsProblem): Said {
  return code === 'dns.server'
    ? {
        docker: `IP address is not correctly formatted: ${actual}`,
        advice: 'An IP address alone, such as `9.9.9.9`: no name, and no port.',
      }
    : {
        docker: `${actual} is not a valid domain`,
        advice: 'Letters, digits and dashes between dots, as in `example.com`; `.` for no search domains.',
      };
}

/** Why a kernel parameter is refused. */
export function saySysctl({ actual, noValue }: SysctlProblem): Said {
  return {
    docker: `sysctl '${actual}' is not allowed`,
    advice: noValue
      ? 'The value is missing: `net.core.somaxconn=1024`.'
      : 'Only what a container has for itself can be set: `net.`, `fs.mqueue.` and a few of `kernel.`. All else belongs to the host.',
  };
}
