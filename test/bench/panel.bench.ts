// What a panel does when the engine has changed: a new picture, whether it differs from the last, and the message to the page.
import { plainOptions, type DiagramTarget, type ToPage, type ToWebview } from '../../src/protocol';
import { makeThinScenes } from '../../src/protocol/thinScenes';
import { sameData, type Topology } from '../../src/model';
import { layOut, pictureMessage } from '../../src/views/diagram/diagramMessages';
import { largeHost } from './largeHost';
import { medianOf, print } from './measure';

const around = { old: undefined, back: undefined };

function messageOf(topology: Topology, target: DiagramTarget): ToWebview {
  const laidOut = layOut({ topology, target, options: plainOptions, veths: {} }, undefined);
  if (!laidOut) {
    throw new Error('the network is gone');
  }
  return pictureMessage(laidOut, around);
}

/** The message that follows on another, as it is sent. */
function changeOf(last: ToWebview, next: ToWebview): ToPage {
  const scenes = makeThinScenes();
  scenes.thin(last);
  return scenes.thin(next);
}

async function measure(
  size: string,
  before: Topology,
  after: Topology,
  target: DiagramTarget,
): Promise<void> {
  const last = messageOf(before, target);
  const next = messageOf(after, target);
  const same = messageOf({ ...before }, target);
  print(`message, ${size}`, await medianOf(15, () => messageOf({ ...after }, target)));
  print('  compared with an equal one', await medianOf(15, () => sameData(last, same)));
  print('  as JSON', await medianOf(15, () => JSON.stringify(next)));
  print('  that is', JSON.stringify(next).length / 1024, 'KiB');
  print('  what changed', await medianOf(15, () => changeOf(last, next)));
  print('  that is, as JSON', JSON.stringify(changeOf(last, next)).length / 1024, 'KiB');
}

for (const [containers, networks] of [
  [500, 25],
  [10_000, 500],
] as const) {
  const [before, after] = [largeHost(containers, networks), largeHost(containers, networks, new Set([7]))];
  await measure(`topology, ${containers} containers`, before, after, { kind: 'topology' });
}
for (const members of [500, 10_000]) {
  const [before, after] = [largeHost(members, 1), largeHost(members, 1, new Set([7]))];
  const id = before.networks[0]?.id ?? '';
  await measure(`one network of ${members}`, before, after, { kind: 'network', id });
}
