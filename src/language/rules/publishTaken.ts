import { isUp, type PublishedPort } from '../../model';
import type { FileView } from '../compose/fileView';
import { holders, isOwn } from '../facts';
import { otherPort } from '../fixes/otherPort';
import type { Scope } from '../use';
import { fixedPorts, type FixedPort } from './shared/ports';
import { rule } from './shared/rule';

interface Taken extends FixedPort {
  readonly port: PublishedPort;
  readonly container: string;
}

/** The running container that is in the way, and is not what the file itself started. */
function holder(file: FileView, scope: Scope, fixed: FixedPort): Taken | undefined {
  const { live } = file;
  if (!live) return undefined;
  for (const port of holders(live, fixed.publish)) {
    const container = live.topology.containerById.get(port.containerId);
    if (!container || !isUp(container) || isOwn(container, scope, live)) continue;
    const sameProject = live.project !== undefined && container.composeProject === live.project;
    const sameService = file.compose !== undefined && container.composeService === scope.name;
    if (!sameProject && !sameService) return { ...fixed, port, container: container.name };
  }
  return undefined;
}

/** A port that a running container has. */
export const publishTaken = rule<Taken>({
  code: 'publish.taken',
  severity: 'warning',
  about: 'A port of the host that a running container of the connected engine has.',
  docs: 'https://docs.docker.com/engine/network/port-publishing/',
  // A note shows how to start what runs already.
  check: (scope, file) =>
    file.languageId === 'markdown'
      ? []
      : fixedPorts(scope).flatMap((fixed) => holder(file, scope, fixed) ?? []),
  say: ({ port, container, publish }) =>
    `Port ${port.hostPort}/${publish.protocol} of the host is taken by the container ${container} now: port is already allocated. Choose another port, or stop ${container}.`,
  mend: ({ use, publish }, file) => otherPort(use, publish, file),
});
