import { rule } from './rule';

/** A network whose bridge is to be docker0, which belongs to the default bridge. */
export const docker0 = rule({
  code: 'network.docker0',
  severity: 'error',
  check: ({ uses }) =>
    uses
      .filter(({ syntax }) => syntax === 'networkDefinition')
      .flatMap(({ parts }) => parts)
      .filter(({ path, text }) => path.endsWith('/com.docker.network.bridge.name') && text === 'docker0'),
  say: () =>
    'The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse. Choose another name.',
});
