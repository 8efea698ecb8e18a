import { codeList } from '../markdown';
import type { PoolProblem } from './addressing';
import type { Said } from './said';

/** Why an address of a network is refused. */
export function sayPool(problem: PoolProblem): Said {
  switch (problem.code) {
    case 'pool.subnet':
      return {
        docker: `Invalid subnet ${problem.actual} : invalid CIDR address: ${problem.actual}`,
        advice: 'An address and the length of its prefix: `172.28.0.0/16`.',
      };
    case 'pool.range':
      return {
        docker: `invalid CIDR address: ${problem.actual}`,
        advice: 'An address and the length of its prefix: `172.28.5.0/24`.',
      };
    case 'pool.noSubnet':
      return {
        docker: 'every ip-range or gateway must have a corresponding subnet',
        advice: 'Give the subnet too: `--subnet 172.28.0.0/16`.',
      };
    case 'pool.prefix':
      return {
        docker:
          problem.what === 'gateway'
            ? `invalid gateway address ${problem.actual} in Ipam configuration`
            : undefined,
        advice: 'An address alone: the length of the prefix belongs to the subnet.',
      };
    case 'pool.outside':
      return {
        docker: `no matching subnet for ${problem.what} ${problem.actual}`,
        advice:
          problem.subnets.length === 0
            ? 'Give the subnet too: `--subnet 172.28.0.0/16`.'
            : `It must lie in ${codeList(problem.subnets, 4)}.`,
      };
  }
}
