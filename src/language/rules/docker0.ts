import type { Span } from '../span';
import { hoverSpan, type Use } from '../use';
import { rule } from './rule';

const option = 'com.docker.network.bridge.name';

/** Where the name is given, in the options of a compose file or in a flag. */
function docker0Spans(use: Use): readonly Span[] {
  if (use.place === 'networkCreate') return use.text === `${option}=docker0` ? [hoverSpan(use)] : [];
  if (use.syntax !== 'networkDefinition') return [];
  return use.parts.filter(({ path, text }) => path === `driver_opts/${option}` && text === 'docker0');
}

/** A network whose bridge is to be docker0, which belongs to the default bridge. */
export const docker0 = rule({
  code: 'network.docker0',
  severity: 'error',
  check: ({ uses }) => uses.flatMap(docker0Spans),
  say: () =>
    'The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse. Choose another name.',
});
