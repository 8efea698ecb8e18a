import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Engine } from '../../scripts/testbed/engine.mjs';
import type { Network, NetworkSpec, PoolSpec, Topology } from '../../src/model';

/** A bridge with the engine's own choice of everything, but for what is given. */
export function spec(more: Partial<NetworkSpec>): NetworkSpec {
  return {
    name: 'tried',
    driver: 'bridge',
    pools: [],
    ipv6: false,
    internal: false,
    attachable: false,
    options: {},
    labels: {},
    ...more,
  };
}

/** A pool of nothing but a subnet. */
export function subnet(cidr: string): PoolSpec {
  return { subnet: cidr, gateway: undefined, range: undefined, auxiliary: {} };
}

/** Runs one line in a shell whose docker client talks to that engine: what it prints. Fails with its error output. */
export async function runLine(engine: Engine, line: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('sh', ['-c', line], { env: engine.env });
    return stdout.trimEnd();
  } catch (problem) {
    throw new Error((problem as { stderr: string }).stderr.trim());
  }
}

/** The network of that name. */
export function networkOf({ networks }: Topology, name: string): Network {
  const found = networks.find((network) => network.name === name);
  assert.ok(found, name);
  return found;
}

/** The id of the container of that name. */
export function containerOf({ containers }: Topology, name: string): string {
  const found = containers.find((container) => container.name === name);
  assert.ok(found, name);
  return found.id;
}
