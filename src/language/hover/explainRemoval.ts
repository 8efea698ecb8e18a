import { code } from '../markdown';
import { isInterpolated, type Use } from '../use';
import { parseServicePublish } from '../values/servicePublish';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';
import { rangeText } from './rangeText';

/** What a service of a swarm loses by `--publish-rm 80`, `--network-rm front`. Of docker/cli service/update.go. */
export function explainRemoval({ text, topic }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  if (topic === 'publish') return unpublished(text);
  if (topic === 'network') return explainUnknown(`The tasks of the service leave ${code(text)}.`);
  if (topic === 'addHost') {
    const [name = ''] = text.split(':', 1);
    return explainUnknown(`/etc/hosts of the tasks loses the line of ${code(name)}, whatever its address.`);
  }
  return explainUnknown(`The service loses ${code(text)}. An entry that is written in another way stays.`);
}

/** Port, protocol and mode decide; the port of the nodes is not looked at. */
function unpublished(text: string): Explanation {
  const value = parseServicePublish(text);
  if (!value.ok) return explainProblem(value.problem);
  const { published, target, protocol, mode } = value;
  const port = `**${rangeText(target)}**/${protocol}`;
  const unread =
    published === undefined
      ? []
      : [`only the port of the tasks counts: ${code(rangeText(published))} is not looked at.`];
  const other = code(`target=${target.first}${protocol === 'tcp' ? '' : `,protocol=${protocol}`},mode=host`);
  return {
    meaning: `Ends what \`mode=${mode}\` published of port ${port} of the tasks.`,
    details: [],
    mind:
      mode === 'ingress' ? [...unread, `what \`mode=host\` published stays: ${other} ends that.`] : unread,
    now: [],
  };
}
