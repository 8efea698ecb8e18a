import type { Proposal, Proposals } from './completion';
import type { ValueCursor } from './cursor';
import { partAt, type Surroundings } from './proposer';
import { proposePublish } from './proposePublish';

const keys = [
  { key: 'published', detail: 'the port of the nodes' },
  { key: 'target', detail: 'the port of the tasks' },
  { key: 'protocol', detail: 'tcp, udp or sctp' },
  { key: 'mode', detail: 'ingress or host' },
] as const;
const values: Readonly<Record<string, readonly string[]>> = {
  protocol: ['tcp', 'udp', 'sctp'],
  mode: ['ingress', 'host'],
};

/** `-p` of a service: the short form, or keys with their values. */
export function proposeServicePublish(cursor: ValueCursor, around: Surroundings): Proposals | undefined {
  const part = partAt(cursor, ',');
  const long = cursor.before.includes('=') || cursor.after.includes('=');
  if (!long) {
    const short = proposePublish(cursor, around);
    return cursor.before === '' && short
      ? { ...short, proposals: [...short.proposals, ...keyWords()] }
      : short;
  }
  const equals = part.before.indexOf('=');
  if (equals < 0) return { ...part, proposals: keyWords() };
  const proposals = (values[part.before.slice(0, equals)] ?? []).map((label): Proposal => ({
    label,
    kind: 'word',
  }));
  return { before: part.before.slice(equals + 1), after: part.after, proposals };
}

function keyWords(): readonly Proposal[] {
  return keys.map(({ key, detail }) => ({ label: `${key}=`, kind: 'key', detail, more: true }));
}
