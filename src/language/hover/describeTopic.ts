import { equivalents, type Spelling, type Topic } from '../../catalog';
import { bullets, code, paragraphs } from '../markdown';
import type { Use } from '../use';
import { docsLink, heading } from './explanation';

/** The general meaning of a flag or key: over the key of a list, or a flag without its value. */
export function describeTopic(topic: Topic, spelling: Spelling, use: Use): string {
  const values = spelling.values ?? topic.values;
  const general = spelling.values === undefined;
  const versions = spelling.since ?? (general ? topic.since : undefined);
  const pitfalls = spelling.pitfalls ?? (general ? topic.pitfalls : []);
  const [same] = equivalents(topic, spelling);
  return paragraphs(
    heading(topic, spelling, use),
    spelling.meaning ?? topic.meaning,
    bullets(values.map(({ form, meaning }) => `${code(form)}: ${meaning}`)),
    `Default: ${spelling.default ?? topic.default}.`,
    versions === undefined || versions === 'any version' ? '' : `Versions: ${versions}.`,
    pitfalls.length === 0 ? '' : `**Careful:**\n${bullets(pitfalls)}`,
    general || joinsBridge(use) ? steps(topic.how ?? []) : '',
    same === undefined ? '' : `Elsewhere: ${code(same)}`,
    docsLink(topic, spelling),
  );
}

/** The keys of a service whose packets go as the topic tells. */
function joinsBridge({ place, syntax }: Use): boolean {
  return place === 'composeService' && syntax !== 'networkMode';
}

function steps(how: readonly string[]): string {
  const lines = how.map((step, index) => `${index + 1}. ${step}`);
  return lines.length === 0 ? '' : `**How it works:**\n${lines.join('\n')}`;
}
